-- The map and its tables in one call: countries and cities with published member numbers, never where a person is.

-- Every city we know of, so that a dot does not reveal whether anybody is there; `members` is null for ten or fewer. Names in the order of the reader's
-- alphabet. {as_of, members, countries: [{iso2, name, region, slug, chapters, cities, members}], cities: [{id, name, lat, lon, iso2, slug, members}]}
create function private.world_map(locale text) returns jsonb
language sql stable security definer set search_path = '' as $$
  with countries as (
    select country.iso2, country.name, country.region, figures.members,
           (select own.slug from public.chapters own
            where own.country_iso2 = country.iso2 and own.kind = 'country' and own.state <> 'closed' order by own.created_at, own.slug limit 1) as slug,
           (select count(*) from public.chapters chapter where chapter.country_iso2 = country.iso2 and chapter.state <> 'closed') as chapters,
           (select count(*) from public.cities city where city.country_iso2 = country.iso2) as cities
    from public.countries country
    left join private.published_figures('country') figures on figures.scope_id = country.iso2
  ),
  cities as (
    select city.id, city.name, city.lat, city.lon, city.country_iso2 as iso2, figures.members,
           (select own.slug from public.chapters own
            where own.city_id = city.id and own.kind = 'city' and own.state <> 'closed' order by own.created_at, own.slug limit 1) as slug
    from public.cities city
    left join private.published_figures('city') figures on figures.scope_id = city.id
  )
  select jsonb_build_object(
    'as_of', private.published_as_of(),
    'members', (select figures.members from private.published_figures('world') figures),
    'countries', coalesce((
      select jsonb_agg(to_jsonb(countries) order by
        case when locale = 'kk' then private.sorting_name(countries.name, 'kk') end collate "kk-x-icu",
        case when locale = 'ru' then private.sorting_name(countries.name, 'ru') end collate "ru-x-icu",
        private.sorting_name(countries.name, locale) collate "en-x-icu", countries.iso2)
      from countries), '[]'),
    'cities', coalesce((
      select jsonb_agg(to_jsonb(cities) order by
        case when locale = 'kk' then private.sorting_name(cities.name, 'kk') end collate "kk-x-icu",
        case when locale = 'ru' then private.sorting_name(cities.name, 'ru') end collate "ru-x-icu",
        private.sorting_name(cities.name, locale) collate "en-x-icu", cities.id)
      from cities), '[]'))
$$;
revoke execute on function private.world_map from public;
grant execute on function private.world_map to anon, authenticated;

create function public.world_map(locale text) returns jsonb
language sql stable set search_path = '' as $$ select private.world_map(locale) $$;
revoke execute on function public.world_map from public;
grant execute on function public.world_map to anon, authenticated;
