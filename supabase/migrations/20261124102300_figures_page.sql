-- The page of figures in one call. As invoker: row level security decides whose numbers are in it. It reads summaries, so it costs the same however many
-- members there are.

-- The place an address names: a chapter by its slug, everything else by its id; `above` leads to it from the country. Null: no such place.
create function private.figures_place(place_kind text, place_key text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return case place_kind
    when 'world' then jsonb_build_object('kind', 'world', 'id', 'world', 'key', 'world', 'name', null, 'country', null, 'above', '[]'::jsonb)
    when 'country' then (
      select jsonb_build_object('kind', 'country', 'id', country.iso2, 'key', country.iso2, 'name', country.name, 'country', country.iso2, 'above', '[]'::jsonb)
      from public.countries country where country.iso2 = place_key)
    when 'city' then (
      select jsonb_build_object('kind', 'city', 'id', city.id, 'key', city.id, 'name', city.name, 'country', country.iso2,
                                'above', jsonb_build_array(jsonb_build_object('kind', 'country', 'key', country.iso2, 'name', country.name)))
      from public.cities city join public.countries country on country.iso2 = city.country_iso2 where city.id = place_key)
    when 'chapter' then (
      select jsonb_build_object('kind', 'chapter', 'id', chapter.id, 'key', chapter.slug, 'name', chapter.name, 'country', country.iso2,
                                'above', jsonb_build_array(jsonb_build_object('kind', 'country', 'key', country.iso2, 'name', country.name)) || coalesce((
                                  select jsonb_agg(jsonb_build_object('kind', 'chapter', 'key', ancestor.slug, 'name', ancestor.name) order by tree.depth desc)
                                  from public.chapter_tree tree join public.chapters ancestor on ancestor.id = tree.ancestor_id
                                  where tree.descendant_id = chapter.id and tree.depth > 0), '[]'))
      from public.chapters chapter join public.countries country on country.iso2 = chapter.country_iso2 where chapter.slug = place_key)
  end;
end $$;
revoke execute on function private.figures_place from public;
grant execute on function private.figures_place to authenticated;

-- place: world, country (ISO code), city (id) or chapter (slug). until: any day of the month to show, the last one when absent or later; months: how
-- many up to it. part and wanted: all members, or those of one degree, field or home region. parts: which places inside it to list.
-- A month for which the dimension was never kept is marked so. `year_ago`: members of a place at the end of the same month a year before.
create function public.figures_page(
  place_kind text, place_key text, until date default null, months int default 24, part text default 'all', wanted text default '', parts text default 'country')
  returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  place jsonb := private.figures_place(place_kind, place_key);
  place_id text := place->>'id';
  first_month date;
  last_month date;
  chosen date;
  from_month date;
  before date;
begin
  select min(month), max(month) into first_month, last_month from public.figure_months;
  chosen := greatest(first_month, least(coalesce(date_trunc('month', until)::date, last_month), last_month));
  from_month := chosen - make_interval(months => least(greatest(months, 1), 1200) - 1);
  before := chosen - interval '1 year';
  return (
    -- Everything the page needs of the summaries, read once: their policies are asked once.
    with here as materialized (
      select figure.* from public.figures figure
      where (figure.scope_kind = place_kind and figure.scope_id = place_id and figure.dimension in ('all', part) and figure.month between from_month and chosen)
         or (figure.scope_kind = place_kind and figure.scope_id = place_id and figure.dimension in ('degree', 'field', 'region') and figure.month = chosen)
         or (figure.scope_kind = parts and figure.dimension = part and figure.month in (chosen, before) and figure.value = wanted)
    ),
    own as (
      select * from here where here.scope_kind = place_kind and here.scope_id = place_id
    ),
    inside as (
      select * from (
        select here.*, coalesce(lag(here.at_end) over (partition by here.scope_id order by here.month), 0) as year_ago
        from here where here.scope_kind = parts and here.dimension = part and here.value = wanted and here.month in (chosen, before)
      ) both_years
      where both_years.month = chosen and (place_kind = 'world' or both_years.country_iso2 = place->>'country')
    ),
    named as (
      select inside.*, country.iso2 as key, country.name, null as chapter_kind, null::jsonb as country
      from inside join public.countries country on parts = 'country' and country.iso2 = inside.scope_id
      union all
      select inside.*, city.id, city.name, null, country.name
      from inside join public.cities city on parts = 'city' and city.id = inside.scope_id join public.countries country on country.iso2 = city.country_iso2
      union all
      select inside.*, chapter.slug, chapter.name, chapter.kind, country.name
      from inside join public.chapters chapter on parts = 'chapter' and chapter.id = inside.scope_id::uuid
      join public.countries country on country.iso2 = chapter.country_iso2
      where case place_kind
              when 'city' then chapter.city_id = place_id
              when 'chapter' then exists (
                select from public.chapter_tree tree where tree.ancestor_id = place_id::uuid and tree.descendant_id = chapter.id and tree.depth > 0)
              else true end
    )
    select jsonb_build_object(
      'place', place, 'first', to_char(first_month, 'YYYY-MM'), 'last', to_char(last_month, 'YYYY-MM'),
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
      'places', coalesce((
        select jsonb_agg(jsonb_build_object(
          'key', key, 'name', name, 'chapter_kind', chapter_kind, 'country', case when place_kind = 'world' then country end, 'at_start', at_start,
          'joins', joins, 'leaves', leaves, 'moved_in', moved_in, 'moved_out', moved_out, 'changed', changed, 'at_end', at_end, 'year_ago', year_ago))
        from named), '[]'),
      'made_of', coalesce((
        select jsonb_agg(jsonb_build_object(
          'dimension', own.dimension, 'value', own.value, 'at_start', own.at_start, 'joins', own.joins, 'leaves', own.leaves, 'moved_in', own.moved_in,
          'moved_out', own.moved_out, 'changed', own.changed, 'at_end', own.at_end))
        from own where own.month = chosen and own.dimension <> 'all'), '[]'),
      'countries', (select jsonb_agg(jsonb_build_object('key', country.iso2, 'name', country.name)) from public.countries country),
      'cities', coalesce((
        select jsonb_agg(jsonb_build_object('key', city.id, 'name', city.name)) from public.cities city where city.country_iso2 = place->>'country'), '[]'),
      'chapters', coalesce((
        select jsonb_agg(jsonb_build_object('key', chapter.slug, 'name', chapter.name)) from public.chapters chapter
        where chapter.country_iso2 = place->>'country' and chapter.kind <> 'country'), '[]'),
      'regions', (select jsonb_agg(jsonb_build_object('key', region.id, 'name', region.name)) from public.home_regions region)));
end $$;
revoke execute on function public.figures_page from public;
grant execute on function public.figures_page to authenticated;
