-- Students look for "UCL" and "MIT": a university is found by the name it has in its own address, too.
create function private.name_in_address(website text) returns text
language sql immutable parallel safe strict set search_path = '' as $$
  select regexp_replace(regexp_replace(lower(website), '^https?://(www[0-9]*\.)?([^/]+).*$', '\2'), '(\.(edu|ac|com|org|gov))?\.[a-z]+$', '')
$$;
revoke execute on function private.name_in_address from public;

alter table public.universities
  add column short_name text generated always as (private.name_in_address(website)) stored,
  alter column search set expression as (private.fold(name || ' ' || coalesce(name_native, '') || ' ' || coalesce(private.name_in_address(website), '')));
