-- A leader's desk: the events of the chapter, and who is registered for one of them.

-- Those of the given events that the current user leads, with all columns.
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

-- The chapter's own events. view: 'coming', 'drafts' or 'past'. {coming, drafts, past, rows}; twenty per page. As invoker.
create function public.led_events(chapter uuid, view text, page int) returns jsonb
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
    -- How many attended a past event and how many waited for it, exact even if small: the organisers know them anyway.
    'rows', coalesce((
      select jsonb_agg(found.row || jsonb_build_object('taken', event.taken, 'waiting', event.waiting) order by shown.place)
      from private.event_rows((select array_agg(shown.id) from shown)) found (row)
      join shown on shown.id = (found.row ->> 'id')::uuid
      join private.own_events((select array_agg(shown.id) from shown)) event on event.id = shown.id), '[]'))
$$;
-- What the header of a leader's pages about an event shows; null when the chapter has no event with that id, or the current user does not lead it.
create function public.led_event(chapter uuid, event uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'id', own.id, 'slug', own.slug, 'title', own.title, 'zone', own.zone, 'clock', own.clock, 'ends_clock', own.ends_clock, 'starts_at', own.starts_at,
    'ends_at', own.ends_at, 'state', own.state, 'capacity', own.capacity, 'taken', own.taken, 'waiting', own.waiting)
  from private.own_events(array[led_event.event]) own where own.chapter_id = led_event.chapter
$$;
revoke execute on function public.led_events, public.led_event from public;
grant execute on function public.led_events, public.led_event to authenticated;

-- Everybody who is registered or waits, with their place in line. Names of people from other chapters are shown to this event's organiser only, with the
-- university at the time when it began: where they went afterwards is nobody's business here. People who have since erased their account have no name.
create function private.people_of_event(event uuid) returns table (
  member_id uuid, surname text, given_name text, patronymic text, latin_name text, search text, university text, state text, place_in_line bigint,
  since timestamptz, promoted_at timestamptz)
language sql stable set search_path = '' as $$
  select member.id, member.surname, member.given_name, member.patronymic, member.latin_name, member.search, coalesce(university.name, study.university_other),
         registration.state, case when registration.state = 'waiting' then row_number() over (partition by registration.state order by registration.line) end,
         registration.created_at, registration.promoted_at
  from public.registrations registration
  join public.events held on held.id = registration.event_id
  join public.members member on member.id = registration.member_id
  left join public.studies study on study.member_id = member.id and study.during @> least(held.starts_at, now())
  left join public.universities university on university.id = study.university_id
  where registration.event_id = event and registration.state <> 'cancelled'
$$;
revoke execute on function private.people_of_event from public;

-- Who is registered or waits. state: 'registered', 'waiting' or null for both; sort: 'name', 'university' or 'since', with '-' in front for descending; else
-- registered people first, then the waiting list, each in order. {registered, waiting, total, rows}; fifty per page. People can see in their journal who was
-- shown their entry.
create function private.event_attendees(event uuid, q text, state text, sort text, page int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  words text[] := string_to_array(private.sought(q), ' ');
  organiser uuid := (select e.chapter_id from public.events e where e.id = event);
  shown jsonb;
begin
  perform private.require_right('attendees:read', organiser);
  shown := (
    with everybody as materialized (select * from private.people_of_event(event)),
    matching as materialized (
      select person.* from everybody person
      where (event_attendees.state is null or person.state = event_attendees.state)
        and not exists (select from unnest(words) word where position(' ' || word in ' ' || person.search) = 0)
    ),
    placed as (
      select matching.*, row_number() over (order by
        case when sort = 'name' then matching.surname || ' ' || matching.given_name end collate "kk-x-icu",
        case when sort = '-name' then matching.surname || ' ' || matching.given_name end collate "kk-x-icu" desc nulls last,
        case when sort = 'university' then matching.university end collate "en-x-icu",
        case when sort = '-university' then matching.university end collate "en-x-icu" desc nulls last,
        case when sort = 'since' then matching.since end,
        case when sort = '-since' then matching.since end desc nulls last,
        matching.state, matching.place_in_line, coalesce(matching.promoted_at, matching.since), matching.member_id) as place
      from matching
    )
    select jsonb_build_object(
      'registered', (select count(*) from everybody where everybody.state = 'registered'),
      'waiting', (select count(*) from everybody where everybody.state = 'waiting'),
      'total', (select count(*) from matching),
      'rows', coalesce((
        select jsonb_agg(to_jsonb(placed) - 'place' - 'search' order by placed.place) from placed
        where placed.place between (greatest(page, 1) - 1) * 50 + 1 and greatest(page, 1) * 50), '[]')));
  perform private.note_look(private.me(), 'registration:seen', array(select (person ->> 'member_id')::uuid from jsonb_array_elements(shown -> 'rows') person),
    organiser, event);
  return shown;
end $$;
revoke execute on function private.event_attendees from public;
grant execute on function private.event_attendees to authenticated;

-- The whole list, for a file. Each person on it can see in their journal who exported it.
create function private.export_attendees(event uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  chapter uuid := (select e.chapter_id from public.events e where e.id = event);
begin
  perform private.require_right('attendees:read', chapter);
  perform private.write_journal(me, 'registration:exported', person.member_id, chapter, event) from private.people_of_event(event) person
  where person.surname is not null;
  return coalesce((
    select jsonb_agg(to_jsonb(person) - 'search' order by person.state, person.place_in_line, coalesce(person.promoted_at, person.since), person.member_id)
    from private.people_of_event(event) person), '[]');
end $$;
revoke execute on function private.export_attendees from public;
grant execute on function private.export_attendees to authenticated;

create function public.event_attendees(event uuid, q text default null, state text default null, sort text default null, page int default 1) returns jsonb
language sql set search_path = '' as $$ select private.event_attendees(event, q, state, sort, page) $$;
create function public.export_attendees(event uuid) returns jsonb
language sql set search_path = '' as $$ select private.export_attendees(event) $$;
revoke execute on function public.event_attendees, public.export_attendees from public;
grant execute on function public.event_attendees, public.export_attendees to authenticated;

-- Cancels somebody else's registration, and writes them why.
-- Refuses KA005 nothing to cancel, KA015 without a reason, KA024 cancelled, KA026 already begun: those who came have come.
create function private.remove_registration(event uuid, person uuid, why text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.events;
  theirs public.registrations;
begin
  select * into wanted from public.events where id = event for update;
  perform private.require_right('events:edit', wanted.chapter_id);
  if wanted.state = 'cancelled' then perform private.refuse('KA024', 'already-cancelled'); end if;
  if wanted.starts_at <= now() then perform private.refuse('KA026', 'already-over'); end if;
  if length(btrim(coalesce(why, ''))) < 3 then perform private.refuse('KA015', 'reason-missing'); end if;
  theirs := private.give_back(wanted, person, me, 'registration:removed');
  perform private.post('registration_removed', event, person, theirs.attempt::text,
    private.event_in_letters(wanted) || jsonb_build_object('reason', btrim(why)));
end $$;
revoke execute on function private.remove_registration from public;
grant execute on function private.remove_registration to authenticated;

create function public.remove_registration(event uuid, person uuid, why text) returns void
language sql set search_path = '' as $$ select private.remove_registration(event, person, why) $$;
revoke execute on function public.remove_registration from public;
grant execute on function public.remove_registration to authenticated;

-- What the form for an event needs: the event as it was written (null when the chapter has no such event), the cities of the chapter's country, the zones we
-- use, each with the city it is known by, and the defaults for a new event. As invoker; the link is only for those who may edit.
create function public.event_to_edit(chapter uuid, event uuid, locale text) returns jsonb
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
revoke execute on function public.event_to_edit from public;
grant execute on function public.event_to_edit to authenticated;
