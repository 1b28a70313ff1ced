-- The page of the list says when the next event is over: it is one of what is past then, and what is ahead moves up.
create or replace function public.events_page(
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
