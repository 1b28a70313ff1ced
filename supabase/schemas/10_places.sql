-- Where people study and where they come from. Places are reference data: no table holds a person's address or coordinates.
create table public.countries (
  iso2   text primary key check (iso2 ~ '^[A-Z]{2}$'),
  name   jsonb not null check (private.is_language_map(name)),
  region text not null,
  search text not null generated always as (private.fold(private.all_languages(name))) stored
);

create table public.cities (
  id           text primary key check (id ~ '^[a-z]{2}-[a-z0-9-]+$'),
  country_iso2 text not null references public.countries,
  name         jsonb not null check (private.is_language_map(name)),
  name_local   text,
  lat          numeric(7, 4) not null check (lat between -90 and 90),
  lon          numeric(7, 4) not null check (lon between -180 and 180),
  zone         text not null,
  search       text not null generated always as (private.fold(private.all_languages(name) || ' ' || coalesce(name_local, ''))) stored
);
create index cities_country_iso2_idx on public.cities (country_iso2);

-- The short name that a university uses in its web address: "https://www.ucl.ac.uk" is "ucl".
create function private.name_in_address(website text) returns text
language sql immutable parallel safe strict set search_path = '' as $$
  select regexp_replace(regexp_replace(lower(website), '^https?://(www[0-9]*\.)?([^/]+).*$', '\2'), '(\.(edu|ac|com|org|gov))?\.[a-z]+$', '')
$$;
revoke execute on function private.name_in_address from public;

-- The initials of a name, as people say them: "Московский государственный университет имени М. В. Ломоносова" is "Мгу". Null for a name of one word.
create function private.initials(name text) returns text
language sql immutable parallel safe strict set search_path = '' as $$
  select string_agg(left(word, 1), '' order by place)
  from regexp_split_to_table(regexp_replace(name, '\s(имени|им\.)\s.*$', ''), '[^[:alnum:]]+') with ordinality as split (word, place)
  where word <> '' and lower(word) not in ('of', 'the', 'and', 'at', 'in', 'for', 'и')
  having count(*) > 1
$$;
revoke execute on function private.initials from public;

create table public.universities (
  id          text primary key check (id ~ '^[a-z]{2}-[a-z0-9-]+$'),
  city_id     text not null references public.cities,
  name        text not null,
  name_native text,
  website     text,
  short_name  text generated always as (private.name_in_address(website)) stored,
  -- Of `name` and `name_native`, separated by a space.
  initials    text not null generated always as (coalesce(private.initials(name), '') || ' ' || coalesce(private.initials(name_native), '')) stored,
  search      text not null generated always as (
    private.fold(name || ' ' || coalesce(name_native, '') || ' ' || coalesce(private.name_in_address(website), '') || ' '
      || coalesce(private.initials(name), '') || ' ' || coalesce(private.initials(name_native), ''))) stored
);
create index universities_city_id_idx on public.universities (city_id);

create table public.home_regions (
  id   text primary key check (id ~ '^kz-[a-z-]+$'),
  name jsonb not null check (private.is_language_map(name))
);

create function private.touch_pages_of_places() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.touch_page('places');
  return null;
end $$;
revoke execute on function private.touch_pages_of_places from public;
create trigger countries_touch_their_pages after insert or update or delete on public.countries for each statement
  execute function private.touch_pages_of_places();
create trigger cities_touch_their_pages after insert or update or delete on public.cities for each statement
  execute function private.touch_pages_of_places();
create trigger universities_touch_their_pages after insert or update or delete on public.universities for each statement
  execute function private.touch_pages_of_places();

alter table public.countries    enable row level security;
alter table public.cities       enable row level security;
alter table public.universities enable row level security;
alter table public.home_regions enable row level security;
grant select on public.countries, public.cities, public.universities, public.home_regions to anon, authenticated;
create policy "anyone reads countries"    on public.countries    for select to anon, authenticated using (true);
create policy "anyone reads cities"       on public.cities       for select to anon, authenticated using (true);
create policy "anyone reads universities" on public.universities for select to anon, authenticated using (true);
create policy "anyone reads home regions" on public.home_regions for select to anon, authenticated using (true);
