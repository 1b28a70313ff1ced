-- Students say "МГУ", "TUM", "ODTÜ": a university is found by the first letters of its names, too.
create function private.initials(name text) returns text
language sql immutable parallel safe strict set search_path = '' as $$
  select string_agg(left(word, 1), '' order by place)
  from regexp_split_to_table(regexp_replace(name, '\s(имени|им\.)\s.*$', ''), '[^[:alnum:]]+') with ordinality as split (word, place)
  where word <> '' and lower(word) not in ('of', 'the', 'and', 'at', 'in', 'for', 'и')
  having count(*) > 1
$$;
revoke execute on function private.initials from public;

alter table public.universities
  add column initials text not null generated always as (coalesce(private.initials(name), '') || ' ' || coalesce(private.initials(name_native), '')) stored,
  alter column search set expression as (
    private.fold(name || ' ' || coalesce(name_native, '') || ' ' || coalesce(private.name_in_address(website), '') || ' '
      || coalesce(private.initials(name), '') || ' ' || coalesce(private.initials(name_native), '')));
