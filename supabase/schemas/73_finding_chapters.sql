-- Finding a chapter: by country in the order of the reader's alphabet, or by search terms in any script.

-- What lists show of a chapter. Only public events: the result is the same for every reader.
create function private.chapter_rows(wanted uuid[]) returns table (
  id uuid, slug text, kind text, name jsonb, city jsonb, country jsonb, join_mode text, members int, next_starts_at timestamptz, next_zone text)
language sql stable security definer set search_path = '' as $$
  select chapter.id, chapter.slug, chapter.kind, chapter.name, city.name, country.name, chapter.join_mode,
         size.members, coming.starts_at, coming.zone
  from public.chapters chapter
  join public.countries country on country.iso2 = chapter.country_iso2
  left join public.cities city on city.id = chapter.city_id
  left join private.chapter_sizes size on size.chapter_id = chapter.id::text
  left join lateral (
    select event.starts_at, event.zone from public.events event
    where event.chapter_id = chapter.id and event.state = 'published' and event.visibility = 'everyone' and event.starts_at > now()
    order by event.starts_at limit 1) coming on true
  where chapter.id = any (wanted)
$$;
revoke execute on function private.chapter_rows from public;

create function private.kind_rank(kind text) returns int
language sql immutable parallel safe set search_path = '' as $$
  select case kind when 'country' then 1 when 'city' then 2 when 'university' then 3 else 4 end
$$;
revoke execute on function private.kind_rank from public;

-- A name to sort by, in the reader's language or the next one that is available.
create function private.sorting_name(name jsonb, locale text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select coalesce(name ->> locale, name ->> 'kk', name ->> 'ru', name ->> 'en', private.all_languages(name))
$$;
revoke execute on function private.sorting_name from public;

-- Six countries per page, each with its six largest chapters besides the country's own. {total, countries, groups: [{iso2, name, slug, members, chapters,
-- shown}]}
create function private.chapters_by_country(region text, kind text, locale text, page int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    with matching as materialized (
      select chapter.id, chapter.slug, chapter.kind, chapter.name, chapter.country_iso2, size.members
      from public.chapters chapter
      join public.countries country on country.iso2 = chapter.country_iso2
      left join private.chapter_sizes size on size.chapter_id = chapter.id::text
      where chapter.state <> 'closed'
        and (chapters_by_country.region is null or country.region = chapters_by_country.region)
        and (chapters_by_country.kind is null or chapter.kind = chapters_by_country.kind)
    ),
    groups as (
      select country.iso2, country.name, count(*) as chapters,
             row_number() over (order by
               case when locale = 'kk' then private.sorting_name(country.name, 'kk') end collate "kk-x-icu",
               case when locale = 'ru' then private.sorting_name(country.name, 'ru') end collate "ru-x-icu",
               private.sorting_name(country.name, locale) collate "en-x-icu") as place
      from matching join public.countries country on country.iso2 = matching.country_iso2
      group by country.iso2
    ),
    ranked as (
      select matching.id, matching.country_iso2,
             row_number() over (partition by matching.country_iso2 order by matching.members desc nulls last, matching.slug) as place
      from matching where matching.kind <> 'country'
    ),
    shown as (
      select row.*, ranked.country_iso2, ranked.place
      from ranked join groups on groups.iso2 = ranked.country_iso2 and groups.place between (page - 1) * 6 + 1 and page * 6
      join private.chapter_rows((select array_agg(r.id) from ranked r where r.place <= 6)) row on row.id = ranked.id
      where ranked.place <= 6
    )
    select jsonb_build_object(
      'total', (select count(*) from matching),
      'countries', (select count(*) from groups),
      'groups', coalesce((
        select jsonb_agg(jsonb_build_object('iso2', groups.iso2, 'name', groups.name, 'chapters', groups.chapters,
          'slug', (select own.slug from public.chapters own where own.country_iso2 = groups.iso2 and own.kind = 'country' and own.state <> 'closed' limit 1),
          'members', (select figures.members from private.published_figures('country') figures where figures.scope_id = groups.iso2),
          'shown', coalesce((select jsonb_agg(to_jsonb(shown) - 'country_iso2' - 'place' order by shown.place) from shown where shown.country_iso2 = groups.iso2), '[]'))
          order by groups.place)
        from groups where groups.place between (page - 1) * 6 + 1 and page * 6), '[]')));
end $$;
revoke execute on function private.chapters_by_country from public;
grant execute on function private.chapters_by_country to anon, authenticated;

-- Searches the names of chapters, cities, universities and countries: cities and countries of that very name come first, then names with a word that begins
-- so, then matches anywhere in a name, then similar spellings. Without search terms: all that match the filters. {total, rows}; twenty-four per page.
create function private.search_chapters(q text, region text, country text, kind text, locale text, page int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  asked text := private.sought(q);
  words text[] := string_to_array(asked, ' ');
begin
  return (
    with candidates as materialized (
      select chapter.id, chapter.slug, chapter.kind, chapter.name, ' ' || chapter.search || ' ' as own, ' ' || coalesce(city.search, '') || ' ' as city,
             ' ' || coalesce(university.search, '') || ' ' as university, ' ' || home.search || ' ' as country,
             extensions.word_similarity(asked, chapter.search || ' ' || coalesce(city.search, '') || ' ' || coalesce(university.search, '')
               || ' ' || home.search) as likeness
      from public.chapters chapter
      join public.countries home on home.iso2 = chapter.country_iso2
      left join public.cities city on city.id = chapter.city_id
      left join public.universities university on university.id = chapter.university_id
      where chapter.state <> 'closed'
        and (search_chapters.region is null or home.region = search_chapters.region)
        and (search_chapters.country is null or chapter.country_iso2 = search_chapters.country)
        and (search_chapters.kind is null or chapter.kind = search_chapters.kind)
    ),
    scored as (
      select found.id, found.slug, found.kind, found.name, found.likeness, case
        when asked is null then 0
        when (found.kind = 'city' and position(' ' || asked || ' ' in found.city) > 0)
          or (found.kind = 'country' and position(' ' || asked || ' ' in found.country) > 0) then 1
        when position(' ' || asked in found.own) > 0 then 2
        when position(' ' || asked in found.university) > 0 then 3
        when position(' ' || asked in found.city) > 0 then 4
        when (select bool_and(position(' ' || word in found.own || found.city || found.university || found.country) > 0) from unnest(words) word) then 5
        when length(asked) > 2 and position(asked in found.own || found.city || found.university) > 0 then 6
        when found.likeness >= 0.6 then 7
      end as score
      from candidates found
    ),
    -- Merely similar names are shown only if nothing matches better.
    best as materialized (
      select scored.*, row_number() over (order by scored.score, case when scored.score = 7 then -scored.likeness end, private.kind_rank(scored.kind),
          case when locale = 'kk' then private.sorting_name(scored.name, 'kk') end collate "kk-x-icu",
          case when locale = 'ru' then private.sorting_name(scored.name, 'ru') end collate "ru-x-icu",
          private.sorting_name(scored.name, locale) collate "en-x-icu", scored.slug) as place
      from scored
      where scored.score < 7 or (scored.score = 7 and not exists (select from scored plain where plain.score < 7))
    )
    select jsonb_build_object(
      'total', (select count(*) from best),
      'rows', coalesce((
        select jsonb_agg(to_jsonb(row) order by best.place)
        from private.chapter_rows((select array_agg(b.id) from best b where b.place between (page - 1) * 24 + 1 and page * 24)) row
        join best on best.id = row.id), '[]')));
end $$;
revoke execute on function private.search_chapters from public;
grant execute on function private.search_chapters to anon, authenticated;

-- The choices of the search filters: how many chapters of that kind each region has, and the countries (of a region) in the reader's alphabet.
-- {regions: [{region, chapters}], countries: [{id, name}]}
create function public.places_of_chapters(locale text, region text default null, kind text default null) returns jsonb
language sql stable set search_path = '' as $$
  with held as materialized (
    select country.iso2, country.name, country.region, count(*) as chapters
    from public.chapters chapter join public.countries country on country.iso2 = chapter.country_iso2
    where chapter.state <> 'closed' and (places_of_chapters.kind is null or chapter.kind = places_of_chapters.kind)
    group by country.iso2
  )
  select jsonb_build_object(
    'regions', coalesce((
      select jsonb_agg(jsonb_build_object('region', part.region, 'chapters', part.chapters) order by part.chapters desc, part.region)
      from (select held.region, sum(held.chapters) as chapters from held group by held.region) part), '[]'),
    'countries', coalesce((
      select jsonb_agg(jsonb_build_object('id', held.iso2, 'name', held.name) order by
        case when locale = 'kk' then held.name ->> 'kk' end collate "kk-x-icu", case when locale = 'ru' then held.name ->> 'ru' end collate "ru-x-icu",
        held.name ->> 'en' collate "en-x-icu")
      from held where places_of_chapters.region is null or held.region = places_of_chapters.region), '[]'))
$$;
revoke execute on function public.places_of_chapters from public;
grant execute on function public.places_of_chapters to anon, authenticated;

create function public.chapters_by_country(locale text, page int, region text default null, kind text default null) returns jsonb
language sql stable set search_path = '' as $$ select private.chapters_by_country(region, kind, locale, page) $$;
create function public.search_chapters(
  locale text, page int, q text default null, region text default null, country text default null, kind text default null) returns jsonb
language sql stable set search_path = '' as $$ select private.search_chapters(q, region, country, kind, locale, page) $$;
revoke execute on function public.chapters_by_country, public.search_chapters from public;
grant execute on function public.chapters_by_country, public.search_chapters to anon, authenticated;
