-- An event keeps its clocks beside its moments, and all that writes an hour reads them: pages, letters, desks.
alter table public.events
  add column clock text not null generated always as (private.clock_of(starts_local, starts_at)) stored,
  add column ends_clock text not null generated always as (private.clock_of(ends_local, ends_at)) stored,
  add column closes_clock text generated always as (private.clock_of(registration_closes_at at time zone zone, registration_closes_at)) stored;
-- Whoever reads an event reads its columns.
revoke execute on function private.clock_of from anon, authenticated;

-- What a letter about an event says of it.
create function private.event_in_letters(event public.events) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object('slug', event.slug, 'title', event.title, 'starts_at', event.starts_at, 'clock', event.clock, 'venue', event.venue)
$$;
revoke execute on function private.event_in_letters from public;

create or replace function private.tell_attendees(event public.events, letter_kind text, occasion text, more jsonb) returns void
language sql set search_path = '' as $$
  insert into public.outbox (kind, subject_id, recipient_id, occurrence, payload)
  select letter_kind, event.id, registration.member_id, occasion,
         private.event_in_letters(event) || more
  from public.registrations registration where registration.event_id = event.id and registration.state in ('registered', 'waiting')
  on conflict on constraint outbox_one_letter do nothing
$$;

create or replace function private.promote(event_id uuid) returns public.events
language plpgsql set search_path = '' as $$
declare
  event public.events;
  next public.registrations;
begin
  select * into event from public.events where id = event_id;
  while event.waiting > 0 and (event.capacity is null or event.taken < event.capacity) loop
    select * into next from public.registrations r where r.event_id = event.id and r.state = 'waiting' order by r.line limit 1 for update;
    update public.registrations set state = 'registered', line = null, promoted_at = clock_timestamp() where id = next.id;
    update public.events set taken = taken + 1, waiting = waiting - 1 where id = event.id returning * into event;
    perform private.post('promoted', event.id, next.member_id, next.attempt::text, private.event_in_letters(event));
    perform private.write_journal(null, 'registration:promoted', next.member_id, event.chapter_id, event.id);
  end loop;
  return event;
end $$;

create or replace function private.register_for_event(event uuid) returns table (state text, place_in_line bigint)
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.events;
  mine public.registrations;
  gets_place boolean;
  content jsonb;
begin
  select * into wanted from public.events where id = event for update;
  if wanted.id is null or wanted.state = 'draft'
     or (wanted.visibility = 'chapter' and wanted.chapter_id not in (select private.my_memberships())) then
    perform private.refuse('KA004', 'not-for-you');
  end if;
  if wanted.state = 'cancelled' then perform private.refuse('KA002', 'cancelled'); end if;
  if clock_timestamp() >= coalesce(wanted.registration_closes_at, wanted.starts_at) then perform private.refuse('KA001', 'closed'); end if;
  select * into mine from public.registrations r where r.event_id = event and r.member_id = me;
  if mine.state in ('registered', 'waiting') then perform private.refuse('KA003', 'already-registered'); end if;

  gets_place := wanted.capacity is null or (wanted.taken < wanted.capacity and wanted.waiting = 0);
  insert into public.registrations as known (event_id, member_id, state, line)
  values (event, me, case when gets_place then 'registered' else 'waiting' end, case when not gets_place then nextval('public.waiting_line_seq') end)
  on conflict on constraint registrations_once do update set
    state = excluded.state, line = excluded.line, attempt = known.attempt + 1, created_at = now(), promoted_at = null, cancelled_at = null
  returning * into mine;
  update public.events set taken = taken + gets_place::int, waiting = waiting + (not gets_place)::int where id = event returning * into wanted;

  content := private.event_in_letters(wanted) || jsonb_build_object('position', wanted.waiting);
  perform private.post(case when gets_place then 'registered' else 'waiting' end, event, me, mine.attempt::text, content);
  perform private.write_journal(me, case when gets_place then 'registration:made' else 'registration:queued' end, me, wanted.chapter_id, event);
  return query select mine.state, case when not gets_place then wanted.waiting::bigint end;
end $$;

create or replace function private.remove_registration(event uuid, person uuid, why text) returns void
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
  select * into theirs from public.registrations r where r.event_id = event and r.member_id = person and r.state in ('registered', 'waiting') for update;
  if theirs.id is null then perform private.refuse('KA005', 'not-registered'); end if;
  update public.registrations set state = 'cancelled', line = null, cancelled_at = clock_timestamp() where id = theirs.id;
  update public.events set taken = taken - (theirs.state = 'registered')::int, waiting = waiting - (theirs.state = 'waiting')::int where id = event;
  perform private.post('registration_removed', event, person, theirs.attempt::text,
    private.event_in_letters(wanted) || jsonb_build_object('reason', btrim(why)));
  perform private.write_journal(me, 'registration:removed', person, wanted.chapter_id, event);
  perform private.promote(event);
end $$;

create or replace function private.event_rows(wanted uuid[]) returns setof jsonb
language plpgsql stable set search_path = '' as $$
begin
  return query
    select jsonb_build_object(
      'id', event.id, 'slug', event.slug, 'kind', event.kind, 'title', event.title, 'spoken', to_jsonb(event.spoken), 'zone', event.zone,
      'clock', event.clock, 'ends_clock', event.ends_clock, 'closes_clock', event.closes_clock,
      'starts_at', event.starts_at, 'ends_at', event.ends_at, 'registration_closes_at', event.registration_closes_at, 'format', event.format,
      'venue', event.venue, 'city', city.name, 'capacity', event.capacity, 'taken', event.taken, 'waiting', event.waiting,
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

create or replace function private.lead_overview(chapter uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.me();
  rights text[] := private.require_desk(chapter);
begin
  return (
    select jsonb_build_object(
      'zone', own.zone, 'state', own.state,
      'mine', (
        select jsonb_agg(jsonb_build_object('role', held.role, 'from', lower(held.during), 'to', upper(held.during))
          order by array_position(array['president', 'vice_president', 'secretary', 'treasurer', 'events_lead'], held.role))
        from public.mandates held where held.chapter_id = chapter and held.member_id = me and held.during @> now()),
      'has_president', exists (select from public.mandates held where held.chapter_id = chapter and held.role = 'president' and held.during @> now()),
      -- Terms that end within 60 days and that nobody follows yet.
      'ending', coalesce((
        select jsonb_agg(jsonb_build_object('role', held.role, 'to', upper(held.during), 'is_mine', held.member_id = me,
          'name', member.surname || ' ' || member.given_name) order by upper(held.during), held.id)
        from public.mandates held join public.members member on member.id = held.member_id
        where held.chapter_id = chapter and held.during @> now() and upper(held.during) < now() + interval '60 days'
          and ('members:read' = any (rights) or held.member_id = me)
          and not exists (select from public.mandates next where next.chapter_id = chapter and next.role = held.role and lower(next.during) >= upper(held.during))), '[]'),
      'requests', case when 'members:decide' = any (rights) then (
        select jsonb_build_object('count', count(*), 'oldest', min(request.created_at),
          'rows', coalesce((select jsonb_agg(found.row) from private.request_rows(array(
            select first.id from public.join_requests first where first.chapter_id = chapter and first.state = 'pending' order by first.created_at, first.id limit 3)) found (row)), '[]'))
        from public.join_requests request where request.chapter_id = chapter and request.state = 'pending') end,
      'drafts', case when 'events:edit' = any (rights) then (
        select jsonb_build_object('count', count(*), 'first', (array_agg(jsonb_build_object('id', draft.id, 'title', draft.title, 'starts_at', draft.starts_at, 'clock', draft.clock)
          order by draft.starts_at, draft.id))[1])
        from public.events draft where draft.chapter_id = chapter and draft.state = 'draft') end,
      'next_event', (
        select jsonb_build_object('id', event.id, 'slug', event.slug, 'title', event.title, 'starts_at', event.starts_at, 'clock', event.clock,
          'capacity', event.capacity, 'taken', event.taken, 'waiting', event.waiting)
        from public.events event where event.chapter_id = chapter and event.state = 'published' and event.ends_at > now()
        order by event.starts_at, event.id limit 1),
      'permissions', to_jsonb(rights))
    from public.chapters own where own.id = chapter);
end $$;

-- Letters that still wait are told the clock too.
update public.outbox letter set payload = letter.payload || jsonb_build_object('clock', event.clock)
from public.events event where event.id = letter.subject_id and letter.sent_at is null and letter.payload ? 'zone';
