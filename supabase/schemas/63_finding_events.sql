-- Finding events and reading one. As invoker: row level security decides which events somebody sees at all.

-- The city by whose name people call a zone: the one the zone is named after, else the first of ours that lives by it.
create function private.city_of_zone(zone text) returns jsonb
language sql stable set search_path = '' as $$
  select city.name from public.cities city where city.zone = city_of_zone.zone
  order by (city.id like '%-' || lower(replace(split_part(city_of_zone.zone, '/', 2), '_', '-'))) desc, city.id limit 1
$$;
revoke execute on function private.city_of_zone from public;
grant execute on function private.city_of_zone to anon, authenticated;

create index events_ends_at_idx on public.events (ends_at) where state = 'published';

-- What a list shows of events, in the order asked for. Seats are numbers: nobody's name is in them. Of an event that is over they are told as figures are:
-- 0 also where ten or fewer came.
-- One plan for lists of every length: PostgreSQL would rather make one for each list, which takes longer than reading it.
create function private.event_rows(wanted uuid[]) returns setof jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
  return query
    select jsonb_build_object(
      'id', event.id, 'slug', event.slug, 'kind', event.kind, 'title', event.title, 'spoken', to_jsonb(event.spoken), 'zone', event.zone,
      'clock', event.clock, 'ends_clock', event.ends_clock, 'closes_clock', event.closes_clock,
      'starts_at', event.starts_at, 'ends_at', event.ends_at, 'registration_closes_at', event.registration_closes_at, 'format', event.format,
      'venue', event.venue, 'city', city.name, 'capacity', event.capacity, 'taken', case when event.ends_at > now() then event.taken else coalesce(public.publishable(event.taken), 0) end, 'waiting', event.waiting,
      'visibility', event.visibility, 'state', event.state,
      'zone_city', case when coalesce(city.zone, home.zone) = event.zone then coalesce(city.name, home.name) else private.city_of_zone(event.zone) end,
      'chapter', jsonb_build_object('slug', chapter.slug, 'name', chapter.name))
    from unnest(wanted) with ordinality asked (id, place)
    join public.events event on event.id = asked.id
    join public.chapters chapter on chapter.id = event.chapter_id
    left join public.cities city on city.id = event.city_id
    left join public.cities home on home.id = chapter.city_id
    order by asked.place;
end $$;
revoke execute on function private.event_rows from public;
grant execute on function private.event_rows to anon, authenticated;

-- Published events. period: 'coming', 'week' and 'month' (this one, by the calendar of each event's own zone) or 'past'. A chapter means it and all below it.
-- q matches titles, places and chapters in any script. {total, rows}; coming ones by their start, past ones the latest first.
create function public.list_events(
  q text default null, country text default null, city text default null, chapter uuid default null, kind text default null, format text default null,
  spoken text default null, period text default 'coming', page int default 1, per_page int default 20) returns jsonb
language sql stable set search_path = '' as $$
  with asked as (
    select string_to_array(private.sought(q), ' ') as words
  ),
  matching as materialized (
    select event.id, event.starts_at
    from public.events event
    join public.chapters own on own.id = event.chapter_id
    left join public.cities place on place.id = event.city_id
    where event.state = 'published'
      and (list_events.period = 'past' or event.ends_at > now())
      and (list_events.period <> 'past' or event.ends_at <= now())
      and (list_events.period <> 'week' or event.starts_local < date_trunc('week', now() at time zone event.zone) + interval '7 days')
      and (list_events.period <> 'month' or event.starts_local < date_trunc('month', now() at time zone event.zone) + interval '1 month')
      and (list_events.country is null or own.country_iso2 = list_events.country)
      and (list_events.city is null or coalesce(event.city_id, own.city_id) = list_events.city)
      and (list_events.chapter is null
           or exists (select from public.chapter_tree tree where tree.ancestor_id = list_events.chapter and tree.descendant_id = event.chapter_id))
      and (list_events.kind is null or event.kind = list_events.kind)
      and (list_events.format is null or event.format in (list_events.format, 'hybrid'))
      and (list_events.spoken is null or list_events.spoken = any (event.spoken))
      and ((select words from asked) is null or not exists (
        select from unnest((select words from asked)) word
        where position(' ' || word in ' ' || event.search || ' ' || own.search || ' ' || coalesce(place.search, '')) = 0))
  ),
  shown as (
    select matching.id, row_number() over (
      order by case when list_events.period <> 'past' then matching.starts_at end, case when list_events.period = 'past' then matching.starts_at end desc, matching.id) as place
    from matching
    order by place
    limit least(greatest(per_page, 1), 100) offset (greatest(page, 1) - 1) * least(greatest(per_page, 1), 100)
  )
  select jsonb_build_object(
    'total', (select count(*) from matching),
    'rows', coalesce((select jsonb_agg(found.row) from private.event_rows((select array_agg(shown.id order by shown.place) from shown)) found (row)), '[]'))
$$;
revoke execute on function public.list_events from public;
grant execute on function public.list_events to anon, authenticated;

-- Where there are published events: countries, and the cities of one of them, by name in the reader's alphabet. For the filters of the list.
create function public.places_of_events(locale text, is_past boolean, country text default null) returns jsonb
language sql stable set search_path = '' as $$
  with held as materialized (
    select distinct own.country_iso2, coalesce(event.city_id, own.city_id) as city_id
    from public.events event join public.chapters own on own.id = event.chapter_id
    where event.state = 'published' and (event.ends_at <= now()) = is_past
  )
  select jsonb_build_object(
    'countries', coalesce((
      select jsonb_agg(jsonb_build_object('id', land.iso2, 'name', land.name) order by
        case when locale = 'kk' then land.name ->> 'kk' end collate "kk-x-icu", case when locale = 'ru' then land.name ->> 'ru' end collate "ru-x-icu",
        land.name ->> 'en' collate "en-x-icu")
      from public.countries land where land.iso2 in (select held.country_iso2 from held)), '[]'),
    'cities', coalesce((
      select jsonb_agg(jsonb_build_object('id', town.id, 'name', town.name) order by
        case when locale = 'kk' then town.name ->> 'kk' end collate "kk-x-icu", case when locale = 'ru' then town.name ->> 'ru' end collate "ru-x-icu",
        town.name ->> 'en' collate "en-x-icu")
      from public.cities town where town.country_iso2 = places_of_events.country and town.id in (select held.city_id from held)), '[]'))
$$;
revoke execute on function public.places_of_events from public;
grant execute on function public.places_of_events to anon, authenticated;

-- Whether registered people are told a more exact address than everybody; the address itself stays where it is.
create function private.has_address_inside(event uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select exists (select from public.event_access access where access.event_id = event and access.address is not null));
end $$;
revoke execute on function private.has_address_inside from public;
grant execute on function private.has_address_inside to anon, authenticated;

-- An event as everybody who may see it sees it; null for those who may not.
create function public.event_page(slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select found.row || jsonb_build_object(
      'summary', event.summary, 'description', event.description, 'text_status', event.text_status, 'address', event.address,
      'cancel_reason', event.cancel_reason, 'version', event.version, 'created_at', event.created_at,
      'has_address_inside', private.has_address_inside(event.id),
      'country', (select land.name from public.countries land where land.iso2 = chapter.country_iso2),
      'chapter', jsonb_build_object('id', chapter.id, 'slug', chapter.slug, 'name', chapter.name, 'kind', chapter.kind))
    from public.events event
    join public.chapters chapter on chapter.id = event.chapter_id
    cross join private.event_rows(array[event.id]) found (row)
    where event.slug = event_page.slug);
end $$;
revoke execute on function public.event_page from public;
grant execute on function public.event_page to anon, authenticated;

-- Where the one who asks stands with an event, and how they get in: {state, place_in_line, link, address}; state null for who is not registered.
create function public.my_place(slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object('state', mine.state, 'place_in_line', mine.place_in_line, 'link', access.link, 'address', access.address)
    from public.events event
    left join private.my_registration(event.id) mine on true
    left join public.event_access access on access.event_id = event.id
    where event.slug = my_place.slug);
end $$;
revoke execute on function public.my_place from public;
grant execute on function public.my_place to authenticated;
