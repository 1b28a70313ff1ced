-- The figures page in one call. As invoker: row level security decides whose numbers it contains. It reads summaries, so it costs the same however many
-- members there are, and it returns names of places in the reader's language only.

-- [{key, name}] in the order of the reader's alphabet. Each name is reduced to the reader's language, or left whole if it lacks that one.
-- In PL/pgSQL, since that keeps its plan from call to call.
create function private.by_name(entries jsonb, locale text) returns jsonb
language plpgsql immutable parallel safe set search_path = '' as $$
begin
  return (
    with titled as (
      select entry -> 'key' as key, entry -> 'name' as name,
             coalesce(entry #>> array['name', locale], entry #>> '{name,kk}', entry #>> '{name,ru}', entry #>> '{name,en}') as title
      from jsonb_array_elements(entries) entry
    )
    select coalesce(jsonb_agg(
      jsonb_build_object('key', key, 'name', case when name ? locale then jsonb_build_object(locale, name -> locale) else name end)
      order by case when locale = 'kk' then title end collate "kk-x-icu", case when locale = 'ru' then title end collate "ru-x-icu", title collate "en-x-icu"), '[]')
    from titled);
end $$;
revoke execute on function private.by_name from public;
grant execute on function private.by_name to authenticated;

-- The place that the URL parameters name, the narrowest first: a chapter by its slug, a city by its id, a country by its ISO code, else the world. A chapter
-- outside the selected country or city is left over from an earlier selection and ignored. No row: no such place.
create function private.figures_place(country text, city text, chapter text)
  returns table (kind text, id text, name jsonb, country_iso2 text, city_id text)
language plpgsql stable set search_path = '' as $$
begin
  if chapter is not null then
    return query
      select 'chapter', own.id::text, own.name, own.country_iso2, own.city_id from public.chapters own
      where own.slug = chapter and (country is null or own.country_iso2 = country) and (city is null or own.city_id = city);
    if found or not exists (select from public.chapters own where own.slug = chapter) then
      return;
    end if;
  end if;
  if city is not null then
    return query select 'city', own.id, own.name, own.country_iso2, own.id from public.cities own where own.id = city;
  elsif country is not null then
    return query select 'country', own.iso2, own.name, own.iso2, null from public.countries own where own.iso2 = country;
  else
    return query select 'world', 'world', null::jsonb, null, null;
  end if;
end $$;
revoke execute on function private.figures_place from public;
grant execute on function private.figures_place to authenticated;

-- until: any day of the month to show, the last month if absent or later; months: how many up to it. part and wanted: all members, or those of one degree,
-- field or home region. parts: which places inside it to list (country, city, chapter), sorted by name, members, joins, leaves, net or growth, with '-' in
-- front for descending. `is_kept` and `places.are_kept` are false where that dimension was never kept for the month. `year_ago`: members of a place at the
-- end of the same month a year before, null if that was not kept. Returns null if there is no such place.
create function public.figures_page(
  country text default null, city text default null, chapter text default null, until date default null, months int default 24, part text default 'all',
  wanted text default '', parts text default 'country', sort text default '-members', page int default 1, per_page int default 20, locale text default 'kk')
  returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  place record;
  first_month date;
  last_month date;
  chosen date;
  from_month date;
  before date;
  are_places_kept boolean;
  is_year_kept boolean;
begin
  select * into place from private.figures_place(country, city, chapter);
  if not found then
    return null;
  end if;
  select min(month), max(month) into first_month, last_month from public.figure_months;
  chosen := greatest(first_month, least(coalesce(date_trunc('month', until)::date, last_month), last_month));
  from_month := chosen - make_interval(months => least(greatest(months, 1), 1200) - 1);
  before := chosen - interval '1 year';
  are_places_kept := part = 'all'
    or exists (select from public.figures kept where kept.month = chosen and kept.scope_kind = parts and kept.dimension = part);
  is_year_kept := before >= first_month
    and (part = 'all' or exists (select from public.figures kept where kept.month = before and kept.scope_kind = parts and kept.dimension = part));
  return (
    -- All summaries that the page needs, read once, so that their policies are evaluated once.
    with here as materialized (
      select figure.* from public.figures figure
      where (figure.scope_kind = place.kind and figure.scope_id = place.id and figure.dimension in ('all', part) and figure.month between from_month and chosen)
         or (figure.scope_kind = place.kind and figure.scope_id = place.id and figure.dimension in ('degree', 'field', 'region') and figure.month = chosen)
         or (figure.scope_kind = parts and figure.dimension = part and figure.month in (chosen, before) and figure.value = wanted)
    ),
    own as (
      select * from here where here.scope_kind = place.kind and here.scope_id = place.id
    ),
    -- A place that had members a year ago but has none this month has no row for this month.
    inside as (
      select here.scope_id, sum(here.at_start) filter (where here.month = chosen) as at_start, sum(here.joins) filter (where here.month = chosen) as joins,
             sum(here.leaves) filter (where here.month = chosen) as leaves, sum(here.moved_in) filter (where here.month = chosen) as moved_in,
             sum(here.moved_out) filter (where here.month = chosen) as moved_out, sum(here.changed) filter (where here.month = chosen) as changed,
             coalesce(sum(here.at_end) filter (where here.month = chosen), 0) as at_end,
             case when is_year_kept then coalesce(sum(here.at_end) filter (where here.month = before), 0) end as year_ago
      from here
      where here.scope_kind = parts and here.dimension = part and here.value = wanted and here.month in (chosen, before)
        and (place.kind = 'world' or here.country_iso2 = place.country_iso2)
      group by here.scope_id
    ),
    named as (
      select inside.*, listed.iso2 as key, listed.name, null as country_iso2
      from inside join public.countries listed on parts = 'country' and listed.iso2 = inside.scope_id
      union all
      select inside.*, listed.id, listed.name, listed.country_iso2 from inside join public.cities listed on parts = 'city' and listed.id = inside.scope_id
      union all
      select inside.*, listed.slug, listed.name, listed.country_iso2
      from inside join public.chapters listed on parts = 'chapter' and listed.id = inside.scope_id::uuid
      where case place.kind
              when 'city' then listed.city_id = place.city_id
              when 'chapter' then exists (
                select from public.chapter_tree tree where tree.ancestor_id = place.id::uuid and tree.descendant_id = listed.id and tree.depth > 0)
              else true end
    ),
    lettered as (
      select named.*, coalesce(named.name ->> locale, named.name ->> 'kk', named.name ->> 'ru', named.name ->> 'en') as title,
             case when named.name ? locale then jsonb_build_object(locale, named.name -> locale) else named.name end as shown
      from named
    ),
    ranked as (
      select lettered.*,
             row_number() over (order by case when locale = 'kk' then title end collate "kk-x-icu", case when locale = 'ru' then title end collate "ru-x-icu",
                                         title collate "en-x-icu", key) as alphabet
      from lettered
    ),
    sorted as (
      select ranked.*,
             row_number() over (order by case when sort like '-%' then -measure.value else measure.value end nulls last, alphabet) as line
      from ranked
      cross join lateral (
        select case ltrim(sort, '-')
                 when 'name' then alphabet
                 when 'joins' then coalesce(joins, 0)
                 when 'leaves' then coalesce(leaves, 0)
                 when 'net' then at_end - coalesce(at_start, 0)
                 -- A base below 23 gets no percentage, so it has no place in this order.
                 when 'growth' then case when year_ago >= 23 then (at_end - year_ago)::numeric / year_ago end
                 else at_end end as value
      ) measure
    )
    select jsonb_build_object(
      'place', jsonb_build_object(
        'kind', place.kind, 'name', place.name, 'country', place.country_iso2, 'city', place.city_id,
        'above', case when place.kind in ('world', 'country') then '[]' else jsonb_build_array((
          select jsonb_build_object('kind', 'country', 'key', listed.iso2, 'name', listed.name)
          from public.countries listed where listed.iso2 = place.country_iso2)) end || case when place.kind <> 'chapter' then '[]' else coalesce((
          select jsonb_agg(jsonb_build_object('kind', 'chapter', 'key', ancestor.slug, 'name', ancestor.name) order by tree.depth desc)
          from public.chapter_tree tree join public.chapters ancestor on ancestor.id = tree.ancestor_id
          where tree.descendant_id = place.id::uuid and tree.depth > 0 and ancestor.kind <> 'country'), '[]') end),
      'first', to_char(first_month, 'YYYY-MM'), 'last', to_char(last_month, 'YYYY-MM'),
      'months', coalesce((
        select jsonb_agg(jsonb_build_object(
          'month', to_char(counted.month, 'YYYY-MM'), 'as_of', counted.as_of, 'is_closed', counted.is_closed,
          'is_kept', part = 'all' or counted.month in (select own.month from own where own.dimension = part)
                     or counted.month not in (select own.month from own where own.dimension = 'all'),
          'at_start', coalesce(moved.at_start, 0), 'joins', coalesce(moved.joins, 0), 'leaves', coalesce(moved.leaves, 0),
          'moved_in', coalesce(moved.moved_in, 0), 'moved_out', coalesce(moved.moved_out, 0), 'changed', coalesce(moved.changed, 0),
          'at_end', coalesce(moved.at_end, 0)) order by counted.month)
        from public.figure_months counted
        left join own moved on moved.month = counted.month and moved.dimension = part and moved.value = wanted
        where counted.month between from_month and chosen), '[]'),
      'places', (
        select jsonb_build_object(
          'are_kept', are_places_kept, 'total', count(*), 'longest', coalesce(max(at_end), 0), 'members', coalesce(sum(at_end), 0),
          'joins', coalesce(sum(joins), 0), 'leaves', coalesce(sum(leaves), 0), 'net', coalesce(sum(at_end - coalesce(at_start, 0)), 0), 'year_ago', sum(year_ago),
          'rows', coalesce(jsonb_agg(jsonb_build_object(
            'key', key, 'name', shown, 'country', country_iso2, 'at_start', coalesce(at_start, 0), 'joins', coalesce(joins, 0),
            'leaves', coalesce(leaves, 0), 'moved_in', coalesce(moved_in, 0), 'moved_out', coalesce(moved_out, 0), 'changed', coalesce(changed, 0),
            'at_end', at_end, 'year_ago', year_ago) order by line) filter (where line > (page - 1) * per_page and line <= page * per_page), '[]'))
        from sorted),
      'made_of', coalesce((
        select jsonb_agg(jsonb_build_object(
          'dimension', own.dimension, 'value', own.value, 'at_start', own.at_start, 'joins', own.joins, 'leaves', own.leaves, 'moved_in', own.moved_in,
          'moved_out', own.moved_out, 'changed', own.changed, 'at_end', own.at_end) order by own.at_end desc, own.value)
        from own where own.month = chosen and own.dimension <> 'all'), '[]'),
      'members', coalesce((select own.at_end from own where own.month = chosen and own.dimension = 'all'), 0),
      'countries', private.by_name((
        select jsonb_agg(jsonb_build_object('key', listed.iso2, 'name', listed.name)) from public.countries listed), locale),
      'cities', private.by_name((
        select jsonb_agg(jsonb_build_object('key', there.id, 'name', there.name)) from public.cities there where there.country_iso2 = place.country_iso2), locale),
      'chapters', private.by_name((
        select jsonb_agg(jsonb_build_object('key', there.slug, 'name', there.name)) from public.chapters there
        where there.country_iso2 = place.country_iso2 and there.kind <> 'country' and (place.city_id is null or there.city_id = place.city_id)), locale),
      'regions', private.by_name((select jsonb_agg(jsonb_build_object('key', home.id, 'name', home.name)) from public.home_regions home), locale)));
end $$;
revoke execute on function public.figures_page from public;
grant execute on function public.figures_page to authenticated;
