-- Organising: one function per action of a leader, each with its journal row and the letters it causes.

-- What letters say about an event.
create function private.event_in_letters(event public.events) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'slug', event.slug, 'title', event.title, 'starts_at', event.starts_at, 'ends_at', event.ends_at, 'clock', event.clock, 'ends_clock', event.ends_clock,
    'venue', event.venue, 'city', (select city.name from public.cities city where city.id = event.city_id))
$$;
revoke execute on function private.event_in_letters from public;

-- Writes to everybody who is registered or waits. `occasion` prevents the same letter from going out twice, and lets a later change be announced again.
create function private.tell_attendees(event public.events, letter_kind text, occasion text, more jsonb) returns void
language sql set search_path = '' as $$
  insert into public.outbox (kind, subject_id, recipient_id, occurrence, payload)
  select letter_kind, event.id, registration.member_id, occasion,
         private.event_in_letters(event) || more
  from public.registrations registration where registration.event_id = event.id and registration.state in ('registered', 'waiting')
  on conflict on constraint outbox_one_letter do nothing
$$;
revoke execute on function private.tell_attendees from public;

-- Gives free places to people on the waiting list, in order, until the event begins; the caller holds the event's row lock. Returns the event as it then is.
-- Members who are suspended or have left are skipped, as they could not give the place back; they keep their place in line.
create function private.promote(event_id uuid) returns public.events
language plpgsql set search_path = '' as $$
declare
  event public.events;
  next public.registrations;
begin
  select * into event from public.events where id = event_id;
  while event.state = 'published' and event.starts_at > clock_timestamp()
    and event.waiting > 0 and (event.capacity is null or event.taken < event.capacity) loop
    select * into next from public.registrations r
    where r.event_id = event.id and r.state = 'waiting' and not exists (
      select from public.member_statuses s where s.member_id = r.member_id and s.status in ('suspended', 'left') and s.during @> clock_timestamp())
    order by r.line limit 1 for update;
    exit when next.id is null;
    update public.registrations set state = 'registered', line = null, promoted_at = clock_timestamp() where id = next.id;
    update public.events set taken = taken + 1, waiting = waiting - 1 where id = event.id returning * into event;
    perform private.post('promoted', event.id, next.member_id, next.attempt::text, private.event_in_letters(event));
    perform private.write_journal(null, 'registration:promoted', next.member_id, event.chapter_id, event.id);
  end loop;
  return event;
end $$;
revoke execute on function private.promote from public;

-- Gives somebody whose suspension has ended the places that are free at events they wait for.
create function private.promote_who_is_back(member uuid) returns void
language plpgsql set search_path = '' as $$
declare
  waited uuid;
begin
  for waited in
    select event.id from public.registrations r join public.events event on event.id = r.event_id
    where r.member_id = member and r.state = 'waiting' and event.state = 'published' and event.starts_at > clock_timestamp() order by event.id
  loop
    perform from public.events where id = waited for update;
    perform private.promote(waited);
  end loop;
end $$;
revoke execute on function private.promote_who_is_back from public;

-- Cancels somebody's registration, or place in line; in the same transaction the first in line gets a place that becomes free, unless the event has begun.
-- The caller holds the event's row lock. `act`: the journal's name for this. Refuses KA005 nothing to give back.
create function private.give_back(event public.events, member uuid, actor uuid, act text) returns public.registrations
language plpgsql set search_path = '' as $$
declare
  given public.registrations;
begin
  select * into given from public.registrations r where r.event_id = event.id and r.member_id = member and r.state in ('registered', 'waiting') for update;
  if given.id is null then perform private.refuse('KA005', 'not-registered'); end if;
  update public.registrations set state = 'cancelled', line = null, cancelled_at = clock_timestamp() where id = given.id;
  update public.events set taken = taken - (given.state = 'registered')::int, waiting = waiting - (given.state = 'waiting')::int where id = event.id;
  perform private.write_journal(actor, act, member, event.chapter_id, event.id);
  perform private.promote(event.id);
  return given;
end $$;
revoke execute on function private.give_back from public;

-- Creates (event null) or changes an event. fields: id and slug (only for a new one: a form submitted twice sends the same id and creates one event), kind,
-- title, summary, description, text_status, spoken, zone, starts_local, ends_local, later_of_two (null, true, false), registration_closes_local, format,
-- city_id, venue, address, private_address, link, capacity, visibility.
-- seen_version: the version that was edited; null only for a new event.
-- Refuses KA020/KA021 (time), KA022 (fewer places than taken), KA023 (ends before it starts), KA024 (cancelled), KA025 (changed meanwhile), KA026 (published,
-- and over before or after the change).
create function private.save_event(event uuid, chapter uuid, fields jsonb, seen_version int) returns public.events
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  old public.events;
  old_access public.event_access;
  saved public.events;
  starts timestamptz;
  ends timestamptz;
  is_chosen boolean := fields ->> 'later_of_two' is not null;
  is_later boolean := coalesce((fields ->> 'later_of_two')::boolean, false);
  attempt int := 1;
  own_id uuid := coalesce((fields ->> 'id')::uuid, gen_random_uuid());
begin
  if event is null then
    -- One new event at a time, so that none is created twice and no two take the same slug.
    perform pg_advisory_xact_lock(hashtextextended('new event', 0));
    select e.id into event from public.events e where e.id = own_id;
  end if;
  if event is not null then
    select * into old from public.events where id = event for update;
    perform private.require_right('events:edit', old.chapter_id);
    if old.state = 'cancelled' then perform private.refuse('KA024', 'already-cancelled'); end if;
    if seen_version <> old.version or (seen_version is null and old.state <> 'draft') then perform private.refuse('KA025', 'changed-meanwhile'); end if;
    select * into old_access from public.event_access a where a.event_id = event;
  else
    perform private.require_right('events:edit', chapter);
  end if;
  -- PostgreSQL accepts more zones than browsers know, some of them inhabited by nobody.
  if fields ->> 'zone' is distinct from old.zone and fields ->> 'zone' is distinct from 'Asia/Almaty'
     and not exists (select from public.cities city where city.zone = fields ->> 'zone')
     and not exists (select from public.chapters own where own.zone = fields ->> 'zone') then
    raise exception 'no such zone' using errcode = '22023';
  end if;
  starts := private.instant_of((fields ->> 'starts_local')::timestamp, fields ->> 'zone', is_later, is_chosen);
  -- If clocks show the end twice, it is the first of the two instants that comes after the start.
  ends := private.instant_of((fields ->> 'ends_local')::timestamp, fields ->> 'zone', false, true);
  if ends <= starts then ends := private.instant_of((fields ->> 'ends_local')::timestamp, fields ->> 'zone', true, true); end if;
  if ends <= starts then perform private.refuse('KA023', 'ends-before-start'); end if;
  if old.state = 'published' and least(old.ends_at, ends) <= now() then perform private.refuse('KA026', 'already-over'); end if;
  if (fields ->> 'capacity')::int < old.taken then perform private.refuse('KA022', 'fewer-places-than-taken'); end if;

  if event is null then
    while exists (select from public.events e where e.slug = (fields ->> 'slug') || case when attempt = 1 then '' else '-' || attempt end) loop
      attempt := attempt + 1;
    end loop;
    insert into public.events (id, slug, chapter_id, kind, title, zone, starts_local, ends_local, starts_at, ends_at, format, venue)
    values (own_id, (fields ->> 'slug') || case when attempt = 1 then '' else '-' || attempt end, chapter, fields ->> 'kind', fields -> 'title', fields ->> 'zone',
            (fields ->> 'starts_local')::timestamp, (fields ->> 'ends_local')::timestamp, starts, ends, fields ->> 'format', fields ->> 'venue')
    returning * into saved;
  else
    saved := old;
  end if;

  update public.events set
    kind = fields ->> 'kind', title = fields -> 'title', summary = nullif(fields -> 'summary', 'null'), description = nullif(fields -> 'description', 'null'),
    text_status = coalesce(nullif(fields -> 'text_status', 'null'), '{}'),
    spoken = array(select jsonb_array_elements_text(coalesce(nullif(fields -> 'spoken', 'null'), '[]'))),
    zone = fields ->> 'zone', starts_local = (fields ->> 'starts_local')::timestamp, ends_local = (fields ->> 'ends_local')::timestamp,
    starts_at = starts, ends_at = ends, is_later_of_two = is_later,
    registration_closes_at = private.instant_of((fields ->> 'registration_closes_local')::timestamp, fields ->> 'zone', false, true),
    format = fields ->> 'format', city_id = fields ->> 'city_id', venue = fields ->> 'venue', address = fields ->> 'address',
    capacity = (fields ->> 'capacity')::int, visibility = coalesce(fields ->> 'visibility', 'everyone'), version = saved.version + case when event is null then 0 else 1 end
  where id = saved.id returning * into saved;
  insert into public.event_access (event_id, link, address) values (saved.id, fields ->> 'link', fields ->> 'private_address')
  on conflict (event_id) do update set link = excluded.link, address = excluded.address;

  saved := private.promote(saved.id);
  -- No letter when an address or link is added for the first time, or when the address only becomes visible to more or to fewer people.
  if saved.state = 'published' and (
       (old.starts_at, old.ends_at, old.city_id, old.venue, old.format)
         is distinct from (saved.starts_at, saved.ends_at, saved.city_id, saved.venue, saved.format)
       or coalesce(old_access.address, old.address) <> coalesce(fields ->> 'private_address', saved.address, '')
       or old_access.link <> coalesce(fields ->> 'link', '')) then
    perform private.tell_attendees(saved, 'event_changed', saved.version::text, '{}');
  end if;
  perform private.write_journal(me, case when event is null then 'event:created' else 'event:changed' end, null, saved.chapter_id, saved.id);
  return saved;
end $$;
revoke execute on function private.save_event from public;
grant execute on function private.save_event to authenticated;

-- Publishes a draft. Refuses KA024 cancelled, KA026 already over, KA029 registration would already be closed.
create function private.publish_event(event uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  old public.events;
begin
  select * into old from public.events where id = event for update;
  perform private.require_right('events:edit', old.chapter_id);
  if old.state = 'cancelled' then perform private.refuse('KA024', 'already-cancelled'); end if;
  if old.ends_at <= now() then perform private.refuse('KA026', 'already-over'); end if;
  if old.state = 'published' then return; end if;
  if old.starts_at > now() and old.registration_closes_at <= now() then perform private.refuse('KA029', 'deadline-past'); end if;
  update public.events set state = 'published', version = version + 1 where id = event;
  perform private.write_journal(me, 'event:published', null, old.chapter_id, event);
end $$;
revoke execute on function private.publish_event from public;
grant execute on function private.publish_event to authenticated;

-- Cancels an event and writes to everybody who is registered or waits. Refuses KA015 without a reason, KA024 already cancelled, KA026 already over, KA027 a
-- draft: nobody was told of it, so there is nobody to tell.
create function private.cancel_event(event uuid, why text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  old public.events;
begin
  select * into old from public.events where id = event for update;
  perform private.require_right('events:edit', old.chapter_id);
  if old.state = 'cancelled' then perform private.refuse('KA024', 'already-cancelled'); end if;
  if old.state = 'draft' then perform private.refuse('KA027', 'not-published'); end if;
  if old.ends_at <= now() then perform private.refuse('KA026', 'already-over'); end if;
  if length(btrim(coalesce(why, ''))) < 3 then perform private.refuse('KA015', 'reason-missing'); end if;
  update public.events set state = 'cancelled', cancel_reason = btrim(why), version = version + 1 where id = event returning * into old;
  perform private.tell_attendees(old, 'event_cancelled', '', jsonb_build_object('reason', btrim(why)));
  perform private.write_journal(me, 'event:cancelled', null, old.chapter_id, event);
end $$;
revoke execute on function private.cancel_event from public;
grant execute on function private.cancel_event to authenticated;

-- Deletes a draft for good. Refuses KA028 when it is published or cancelled: others know of it by then.
create function private.discard_draft(event uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  old public.events;
begin
  select * into old from public.events where id = event for update;
  perform private.require_right('events:edit', old.chapter_id);
  if old.state <> 'draft' then perform private.refuse('KA028', 'not-a-draft'); end if;
  delete from public.events where id = event;
  perform private.write_journal(me, 'event:discarded', null, old.chapter_id, event);
end $$;
revoke execute on function private.discard_draft from public;
grant execute on function private.discard_draft to authenticated;

create function public.save_event(event uuid, chapter uuid, fields jsonb, seen_version int) returns table (id uuid, slug text)
language sql set search_path = '' as $$ select saved.id, saved.slug from private.save_event(event, chapter, fields, seen_version) saved $$;
create function public.publish_event(event uuid) returns void
language sql set search_path = '' as $$ select private.publish_event(event) $$;
create function public.cancel_event(event uuid, why text) returns void
language sql set search_path = '' as $$ select private.cancel_event(event, why) $$;
create function public.discard_draft(event uuid) returns void
language sql set search_path = '' as $$ select private.discard_draft(event) $$;
revoke execute on function public.save_event, public.publish_event, public.cancel_event, public.discard_draft from public;
grant execute on function public.save_event, public.publish_event, public.cancel_event, public.discard_draft to authenticated;
