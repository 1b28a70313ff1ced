-- Finding events and reading one. As invoker: row level security decides which events somebody sees at all.

-- The city that people name a zone by: the one in the zone's own name, else the first of our cities in that zone.
create function private.city_of_zone(zone text) returns jsonb
language sql stable set search_path = '' as $$
  select city.name from public.cities city where city.zone = city_of_zone.zone
  order by (city.id like '%-' || lower(replace(split_part(city_of_zone.zone, '/', 2), '_', '-'))) desc, city.id limit 1
$$;
revoke execute on function private.city_of_zone from public;
grant execute on function private.city_of_zone to anon, authenticated;

create index events_ends_at_idx on public.events (ends_at) where state <> 'draft';
create index events_starts_local_idx on public.events (starts_local) where state <> 'draft';
create index events_last_day_idx on public.events (last_day, starts_local) where state <> 'draft';

-- How many are registered and wait, as told to everybody who may see the events; it contains no names. Once an event is over it is rounded like other
-- figures, and 0 also stands for ten or fewer.
create function private.seats_of(wanted uuid[]) returns table (event_id uuid, taken int, waiting int)
language plpgsql stable rows 20 security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
  return query
    select event.id, case when is_ahead then event.taken else coalesce(public.publishable(event.taken), 0) end,
           case when is_ahead then event.waiting else coalesce(public.publishable(event.waiting), 0) end
    from public.events event, lateral (select event.ends_at > now() as is_ahead) clock
    where event.id = any (wanted);
end $$;
revoke execute on function private.seats_of from public;
grant execute on function private.seats_of to anon, authenticated;

-- What lists show of events, in the given order.
-- One generic plan for lists of every length: PostgreSQL would otherwise plan anew for each list, which takes longer than reading it.
create function private.event_rows(wanted uuid[]) returns setof jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
  return query
    select jsonb_build_object(
      'id', event.id, 'slug', event.slug, 'kind', event.kind, 'title', event.title, 'spoken', to_jsonb(event.spoken), 'zone', event.zone,
      'clock', event.clock, 'ends_clock', event.ends_clock, 'closes_clock', event.closes_clock,
      'starts_at', event.starts_at, 'ends_at', event.ends_at, 'registration_closes_at', event.registration_closes_at, 'format', event.format,
      'venue', event.venue, 'city', city.name, 'capacity', event.capacity, 'taken', seats.taken, 'waiting', seats.waiting,
      'visibility', event.visibility, 'state', event.state,
      'zone_city', case when coalesce(city.zone, home.zone) = event.zone then coalesce(city.name, home.name) else private.city_of_zone(event.zone) end,
      'chapter', jsonb_build_object('slug', chapter.slug, 'name', chapter.name))
    from unnest(wanted) with ordinality asked (id, place)
    join public.events event on event.id = asked.id
    join private.seats_of(wanted) seats on seats.event_id = asked.id
    join public.chapters chapter on chapter.id = event.chapter_id
    left join public.cities city on city.id = event.city_id
    left join public.cities home on home.id = chapter.city_id
    order by asked.place;
end $$;
revoke execute on function private.event_rows from public;
grant execute on function private.event_rows to anon, authenticated;

-- Which events match the filters. period: 'coming', 'week' and 'month' (the current one, by the calendar of each event's own zone) or 'past': published
-- events only; 'calendar': for subscribed calendars, only public events, including cancelled ones, until a month after their end. If days are given, which
-- are those of each event's own zone, the period is ignored, and an event matches on each of its days (`stands_until`: the last one). A chapter includes all
-- below it. q matches titles, places and chapters in any script. The city is the event's, else its chapter's.
-- Planned anew for each call: filters that are not set drop out, and an index serves the rest. Dates are compared with dates and timestamps with timestamps,
-- since with row level security an index can only serve operators that cannot fail.
create function private.matching_events(
  q text, country text, city text, chapter uuid, kind text, format text, spoken text, period text, first_day date, last_day date)
returns table (id uuid, starts_at timestamptz, starts_local timestamp, stands_until date, country_iso2 text, city_id text)
language plpgsql stable rows 100 set search_path = '' set plan_cache_mode = 'force_custom_plan' as $$
declare
  words text[] := string_to_array(private.sought(q), ' ');
begin
  return query
    select event.id, event.starts_at, event.starts_local, event.last_day, own.country_iso2, coalesce(event.city_id, own.city_id)
    from public.events event
    join public.chapters own on own.id = event.chapter_id
    left join public.cities place on place.id = event.city_id
    where (event.state = 'published' or (event.state = 'cancelled' and matching_events.period = 'calendar'))
      and (event.visibility = 'everyone' or matching_events.period <> 'calendar')
      and (matching_events.first_day is not null or case matching_events.period
             when 'past' then event.ends_at <= now() when 'calendar' then event.ends_at > now() - interval '1 month' else event.ends_at > now() end)
      and (matching_events.first_day is not null or matching_events.period <> 'week'
           or event.starts_local < date_trunc('week', now() at time zone event.zone) + interval '7 days')
      and (matching_events.first_day is not null or matching_events.period <> 'month'
           or event.starts_local < date_trunc('month', now() at time zone event.zone) + interval '1 month')
      and (matching_events.first_day is null or event.last_day >= matching_events.first_day)
      and (matching_events.last_day is null or event.starts_local < (matching_events.last_day + 1)::timestamp)
      and (matching_events.country is null or own.country_iso2 = matching_events.country)
      and (matching_events.city is null or coalesce(event.city_id, own.city_id) = matching_events.city)
      and (matching_events.chapter is null
           or exists (select from public.chapter_tree tree where tree.ancestor_id = matching_events.chapter and tree.descendant_id = event.chapter_id))
      and (matching_events.kind is null or event.kind = matching_events.kind)
      and (matching_events.format is null or event.format in (matching_events.format, 'hybrid'))
      and (matching_events.spoken is null or matching_events.spoken = any (event.spoken))
      and (words is null or not exists (
        select from unnest(words) word
        where position(' ' || word in ' ' || event.search || ' ' || own.search || ' ' || coalesce(place.search, '')) = 0));
end $$;
revoke execute on function private.matching_events from public;
grant execute on function private.matching_events to anon, authenticated;

-- A page of the matching events (private.matching_events). {total, rows}; by start time, for 'past' the latest first.
create function public.list_events(
  q text default null, country text default null, city text default null, chapter uuid default null, kind text default null, format text default null,
  spoken text default null, period text default 'coming', page int default 1, per_page int default 20, first_day date default null, last_day date default null)
returns jsonb
language sql stable set search_path = '' as $$
  with matching as materialized (
    select found.id, found.starts_at
    from private.matching_events(list_events.q, list_events.country, list_events.city, list_events.chapter, list_events.kind, list_events.format,
      list_events.spoken, list_events.period, list_events.first_day, list_events.last_day) found
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

-- Where there are published events in that period: countries, and the cities of one of them, by name in the reader's alphabet. For the filters of the list:
-- the country and city that are selected stay on offer.
create function public.places_of_events(
  locale text, is_past boolean, country text default null, city text default null, first_day date default null, last_day date default null) returns jsonb
language sql stable set search_path = '' as $$
  with held as materialized (
    select distinct found.country_iso2, found.city_id
    from private.matching_events(null, null, null, null, null, null, null, case when is_past then 'past' else 'coming' end, places_of_events.first_day,
      places_of_events.last_day) found
  )
  select jsonb_build_object(
    'countries', coalesce((
      select jsonb_agg(jsonb_build_object('id', land.iso2, 'name', land.name) order by
        case when locale = 'kk' then land.name ->> 'kk' end collate "kk-x-icu", case when locale = 'ru' then land.name ->> 'ru' end collate "ru-x-icu",
        land.name ->> 'en' collate "en-x-icu")
      from public.countries land where land.iso2 in (select held.country_iso2 from held) or land.iso2 = places_of_events.country), '[]'),
    'cities', coalesce((
      select jsonb_agg(jsonb_build_object('id', town.id, 'name', town.name) order by
        case when locale = 'kk' then town.name ->> 'kk' end collate "kk-x-icu", case when locale = 'ru' then town.name ->> 'ru' end collate "ru-x-icu",
        town.name ->> 'en' collate "en-x-icu")
      from public.cities town
      where town.country_iso2 = places_of_events.country and (town.id in (select held.city_id from held) or town.id = places_of_events.city)), '[]'))
$$;
revoke execute on function public.places_of_events from public;
grant execute on function public.places_of_events to anon, authenticated;

-- A month of events: {first, last, total, days}. first, last: the first and last month ('2026-11') with any events at all, null if there are none. days:
-- those with events, by local time, each with the number of events and as many of them as fit on `per_day` lines, one of which may be needed to say how many
-- more there are. An event of several days is on each of them, without a time where it continues from the day before.
create function private.month_of_events(
  month date, per_day int, q text, country text, city text, kind text, format text, spoken text) returns jsonb
language sql stable set search_path = '' as $$
  with found as materialized (
    select found.id, found.starts_local, found.stands_until
    from private.matching_events(month_of_events.q, month_of_events.country, month_of_events.city, null, month_of_events.kind, month_of_events.format,
      month_of_events.spoken, 'coming', month_of_events.month, (month_of_events.month + interval '1 month - 1 day')::date) found
  ),
  matching as (
    select found.id, held.day::date as day, found.starts_local::date < held.day::date as goes_on,
      row_number() over (partition by held.day order by found.starts_local, found.id) as place,
      count(*) over (partition by held.day) as total
    from found
    cross join lateral generate_series(
      greatest(found.starts_local::date, month_of_events.month)::timestamp,
      least(found.stands_until, (month_of_events.month + interval '1 month - 1 day')::date)::timestamp, interval '1 day') held (day)
  ),
  days as (
    select matching.day, matching.total, jsonb_agg((
      select jsonb_build_object('slug', event.slug, 'title', event.title, 'time', case when not matching.goes_on then to_char(event.starts_local, 'HH24:MI') end)
      from public.events event where event.id = matching.id) order by matching.place)
      filter (where matching.total <= month_of_events.per_day or matching.place < month_of_events.per_day) as rows
    from matching
    group by matching.day, matching.total
  )
  select jsonb_build_object(
    'first', (select to_char(min(event.starts_local), 'YYYY-MM') from public.events event where event.state = 'published'),
    'last', (select to_char(max(event.last_day), 'YYYY-MM') from public.events event where event.state = 'published'),
    'total', (select count(*) from found),
    'days', coalesce((select jsonb_agg(jsonb_build_object('day', days.day, 'total', days.total, 'rows', coalesce(days.rows, '[]')) order by days.day) from days), '[]'))
$$;
revoke execute on function private.month_of_events from public;
grant execute on function private.month_of_events to anon, authenticated;

-- The list page in one call: a page of events, the places for its filters, the month beside them, and when the next event of all ends (`next_end`): it then
-- becomes a past one, and the others move up.
create function public.events_page(
  locale text, month date, q text default null, country text default null, city text default null, kind text default null, format text default null,
  spoken text default null, period text default 'coming', page int default 1, per_page int default 20, first_day date default null, last_day date default null)
returns jsonb
language sql stable set search_path = '' as $$
  select public.list_events(events_page.q, events_page.country, events_page.city, null, events_page.kind, events_page.format, events_page.spoken,
      events_page.period, events_page.page, events_page.per_page, events_page.first_day, events_page.last_day)
    || jsonb_build_object(
      'places', public.places_of_events(events_page.locale, events_page.period = 'past', events_page.country, events_page.city, events_page.first_day, events_page.last_day),
      'month', private.month_of_events(events_page.month, 0, events_page.q, events_page.country, events_page.city, events_page.kind, events_page.format, events_page.spoken),
      'next_end', (select min(event.ends_at) from public.events event where event.state = 'published' and event.ends_at > now()))
$$;
revoke execute on function public.events_page from public;
grant execute on function public.events_page to anon, authenticated;

-- The month page in one call: its days with three lines each, and the places for its filters.
create function public.events_month_page(
  locale text, month date, q text default null, country text default null, city text default null, kind text default null, format text default null,
  spoken text default null) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'places', public.places_of_events(events_month_page.locale, false, events_month_page.country, events_month_page.city, events_month_page.month,
      (events_month_page.month + interval '1 month - 1 day')::date),
    'month', private.month_of_events(events_month_page.month, 3, events_month_page.q, events_month_page.country, events_month_page.city,
      events_month_page.kind, events_month_page.format, events_month_page.spoken))
$$;
revoke execute on function public.events_month_page from public;
grant execute on function public.events_month_page to anon, authenticated;

-- For subscribed calendars: public events that match the filters, of a chapter and all below it if its slug is given; null if there is no such chapter.
-- {chapter, country, city, rows}: the names of what was given, and up to five hundred events by start time: the next ones, and if these are fewer, the last
-- ones.
create function public.events_calendar(
  q text default null, country text default null, city text default null, chapter text default null, kind text default null, format text default null,
  spoken text default null) returns jsonb
language plpgsql stable set search_path = '' as $$
declare
  named public.chapters;
begin
  if events_calendar.chapter is not null then
    select * into named from public.chapters own where own.slug = events_calendar.chapter;
    if named.id is null then return null; end if;
  end if;
  return jsonb_build_object(
    'chapter', case when named.id is not null then jsonb_build_object('name', named.name, 'kind', named.kind) end,
    'country', (select land.name from public.countries land where land.iso2 = events_calendar.country),
    'city', (select town.name from public.cities town where town.id = events_calendar.city),
    'rows', coalesce((
      select jsonb_agg((
        select jsonb_build_object(
          'id', event.id, 'slug', event.slug, 'title', event.title, 'summary', coalesce(event.summary, event.description), 'format', event.format,
          'venue', event.venue, 'address', event.address, 'city', place.name, 'starts_at', event.starts_at, 'ends_at', event.ends_at, 'state', event.state,
          'version', event.version, 'created_at', event.created_at, 'chapter', jsonb_build_object('name', own.name))
        from public.events event
        join public.chapters own on own.id = event.chapter_id
        left join public.cities place on place.id = event.city_id
        where event.id = found.id) order by found.starts_at, found.id)
      from (
        select matching.id, matching.starts_at
        from private.matching_events(events_calendar.q, events_calendar.country, events_calendar.city, named.id, events_calendar.kind, events_calendar.format,
          events_calendar.spoken, 'calendar', null, null) matching
        order by matching.starts_at < now(), abs(extract(epoch from matching.starts_at - now())), matching.id limit 500) found), '[]'));
end $$;
revoke execute on function public.events_calendar from public;
grant execute on function public.events_calendar to anon, authenticated;

-- Whether registered people see a more exact address than everybody; the address itself is not returned.
create function private.has_address_inside(event uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select exists (select from public.event_access access where access.event_id = event and access.address is not null));
end $$;
revoke execute on function private.has_address_inside from public;
grant execute on function private.has_address_inside to anon, authenticated;

-- An event as everybody who may see it sees it; null for everybody else.
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

-- The current user's place at an event, and how to get in: {state, place_in_line, link, address}; state is null for those not registered.
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
