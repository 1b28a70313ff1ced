-- How many come and wait is told by functions: of an event that is over as figures are told, exactly to those who lead it. Nothing reads the two columns any more.
-- How many come and wait, as everybody is told who may see the events: nobody's name is in it. Of one that is over it is told as figures are, 0 also where there
-- were ten or fewer.
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

-- What a list shows of events, in the order asked for.
-- One plan for lists of every length: PostgreSQL would rather make one for each list, which takes longer than reading it.
create or replace function private.event_rows(wanted uuid[]) returns setof jsonb
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

-- Those of the events that the one who asks leads, with all that is known of them.
create function private.own_events(wanted uuid[]) returns setof public.events
language plpgsql stable rows 20 security definer set search_path = '' as $$
begin
  return query
    select * from public.events event
    where event.id = any (wanted)
      and (event.chapter_id in (select private.my_chapters('events:edit')) or event.chapter_id in (select private.my_chapters('attendees:read')));
end $$;
revoke execute on function private.own_events from public;
grant execute on function private.own_events to authenticated;

-- The chapter's own events. view: 'coming', 'drafts' or 'past'. {coming, drafts, past, rows}; twenty a page. As invoker.
create or replace function public.led_events(chapter uuid, view text, page int) returns jsonb
language sql stable set search_path = '' as $$
  with own as materialized (
    select event.id, event.starts_at,
           case when event.state = 'draft' then 'drafts' when event.ends_at > now() then 'coming' else 'past' end as view
    from public.events event where event.chapter_id = led_events.chapter
  ),
  shown as (
    select own.id, row_number() over (
      order by case when own.view <> 'past' then own.starts_at end, case when own.view = 'past' then own.starts_at end desc, own.id) as place
    from own where own.view = led_events.view
    order by place limit 20 offset (greatest(page, 1) - 1) * 20
  )
  select jsonb_build_object(
    'coming', (select count(*) from own where own.view = 'coming'), 'drafts', (select count(*) from own where own.view = 'drafts'),
    'past', (select count(*) from own where own.view = 'past'),
    -- How many came to an event that is over and waited for it, small numbers too: those who organised it know them.
    'rows', coalesce((
      select jsonb_agg(found.row || jsonb_build_object('taken', event.taken, 'waiting', event.waiting) order by shown.place)
      from private.event_rows((select array_agg(shown.id) from shown)) found (row)
      join shown on shown.id = (found.row ->> 'id')::uuid
      join private.own_events((select array_agg(shown.id) from shown)) event on event.id = shown.id), '[]'))
$$;

-- What the head of every page about a led event says; null when the chapter has none of that id, or the one who asks does not lead it.
create function public.led_event(chapter uuid, event uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'id', own.id, 'slug', own.slug, 'title', own.title, 'zone', own.zone, 'clock', own.clock, 'ends_clock', own.ends_clock, 'starts_at', own.starts_at,
    'ends_at', own.ends_at, 'state', own.state, 'capacity', own.capacity, 'taken', own.taken, 'waiting', own.waiting)
  from private.own_events(array[led_event.event]) own where own.chapter_id = led_event.chapter
$$;
revoke execute on function public.led_events, public.led_event from public;
grant execute on function public.led_events, public.led_event to authenticated;

-- What the form of an event needs: the event as it was written (null when there is none in that chapter), the cities of the chapter's country,
-- the zones in which we live, with the city each is known by, and what a new event begins with. As invoker; the link is for those who may edit.
create or replace function public.event_to_edit(chapter uuid, event uuid, locale text) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'zone', own.zone, 'city_id', own.city_id,
    'cities', coalesce((
      select jsonb_agg(jsonb_build_object('id', town.id, 'name', town.name) order by
        case when locale = 'kk' then town.name ->> 'kk' end collate "kk-x-icu", case when locale = 'ru' then town.name ->> 'ru' end collate "ru-x-icu",
        town.name ->> 'en' collate "en-x-icu")
      from public.cities town
      where town.country_iso2 = own.country_iso2 or town.id = (select e.city_id from public.events e where e.id = event_to_edit.event)), '[]'),
    'zones', (
      select jsonb_agg(jsonb_build_object('id', known.zone, 'name', known.name) order by
        case when locale = 'kk' then known.name ->> 'kk' end collate "kk-x-icu", case when locale = 'ru' then known.name ->> 'ru' end collate "ru-x-icu",
        known.name ->> 'en' collate "en-x-icu")
      from (
        select every.zone, private.city_of_zone(every.zone) as name
        from (select city.zone from public.cities city union select own.zone union select 'Asia/Almaty') every) known),
    'event', (
      select to_jsonb(saved) - 'search' || jsonb_build_object('link', access.link, 'private_address', access.address,
               'closes_local', saved.registration_closes_at at time zone saved.zone)
      from private.own_events(array[event_to_edit.event]) saved left join public.event_access access on access.event_id = saved.id
      where saved.chapter_id = own.id))
  from public.chapters own where own.id = event_to_edit.chapter
$$;
