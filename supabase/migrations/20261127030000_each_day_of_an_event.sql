-- The last day on which an event stands in a calendar. A night belongs to the day on which it begins: what is over by six in the morning needs no other.
create function private.last_day_of(starts timestamp, ends timestamp) returns date
language sql immutable set search_path = '' as $$
  select greatest(starts::date, (ends - interval '6 hours 1 microsecond')::date)
$$;
revoke execute on function private.last_day_of from public;
alter table public.events add column last_day date not null generated always as (private.last_day_of(starts_local, ends_local)) stored;
create index events_last_day_idx on public.events (last_day, starts_local) where state <> 'draft';

drop function private.matching_events;
-- Which events answer to what is asked. period: 'coming', 'week' and 'month' (this one, by the calendar of each event's own zone) or 'past': published ones;
-- 'calendar': what a calendar that people subscribed to shows, which is everybody's alone, with those called off, and until a month after their end.
-- Where days are asked, which are those of each event's own zone, the period says nothing, and an event answers to each of its days (`stands_until`: the last
-- one). A chapter means it and all below it. q matches titles, places and chapters in any script. The city is the event's, else its chapter's.
-- Planned anew for each question: what is not asked falls out of it, and an index answers the rest. Days are compared with days and moments with moments, since
-- row level security lets an index answer only what cannot fail.
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

-- A month of events: {first, last, total, days}. first, last: the months ('2026-11') between which there are any at all, null for none. days: those on which
-- some are held, by the clocks of their own places, each with how many they are and as many of them as have a line: `per_day` lines, of which one says how
-- many more there are. An event of several days stands on each of them, without an hour where it goes on from the day before.
create or replace function private.month_of_events(
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
