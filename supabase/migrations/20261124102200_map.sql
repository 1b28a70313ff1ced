-- The map and its tables: cities and countries with members as published, never a person's place.

-- Every city we know of, so that a dot says nothing about whether anybody is there; `members` null is ten or fewer.
create function private.map_places() returns table (
  city_id text, name jsonb, lat numeric, lon numeric, country_iso2 text, country jsonb, region text, chapter_slug text, members int)
language sql stable security definer set search_path = '' as $$
  select city.id, city.name, city.lat, city.lon, country.iso2, country.name, country.region, own.slug, figures.members
  from public.cities city
  join public.countries country on country.iso2 = city.country_iso2
  left join private.published_figures('city') figures on figures.scope_id = city.id
  left join lateral (
    select chapter.slug from public.chapters chapter
    where chapter.city_id = city.id and chapter.kind = 'city' and chapter.state <> 'closed' order by chapter.created_at, chapter.slug limit 1) own on true
$$;
revoke execute on function private.map_places from public;
grant execute on function private.map_places to anon, authenticated;

create function private.map_countries() returns table (
  country_iso2 text, name jsonb, region text, chapter_slug text, chapters bigint, cities bigint, members int)
language sql stable security definer set search_path = '' as $$
  select country.iso2, country.name, country.region,
         (select chapter.slug from public.chapters chapter
          where chapter.country_iso2 = country.iso2 and chapter.kind = 'country' and chapter.state <> 'closed' order by chapter.created_at, chapter.slug limit 1),
         (select count(*) from public.chapters chapter where chapter.country_iso2 = country.iso2 and chapter.state <> 'closed'),
         (select count(*) from public.cities city where city.country_iso2 = country.iso2),
         figures.members
  from public.countries country
  left join private.published_figures('country') figures on figures.scope_id = country.iso2
$$;
revoke execute on function private.map_countries from public;
grant execute on function private.map_countries to anon, authenticated;

create function public.map_places() returns table (
  city_id text, name jsonb, lat numeric, lon numeric, country_iso2 text, country jsonb, region text, chapter_slug text, members int)
language sql stable set search_path = '' as $$ select * from private.map_places() $$;
create function public.map_countries() returns table (
  country_iso2 text, name jsonb, region text, chapter_slug text, chapters bigint, cities bigint, members int)
language sql stable set search_path = '' as $$ select * from private.map_countries() $$;
revoke execute on function public.map_places, public.map_countries from public;
grant execute on function public.map_places, public.map_countries to anon, authenticated;
