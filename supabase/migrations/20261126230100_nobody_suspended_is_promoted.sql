-- Who is suspended while a place becomes free could neither use it nor give it back: they are passed over, and keep their place in line.
-- Gives free places to those who wait, in the order of the line; the caller holds the event's lock. Answers the event as it is then. Who is suspended, and
-- could not give the place back, is passed over and keeps the place in line.
create or replace function private.promote(event_id uuid) returns public.events
language plpgsql set search_path = '' as $$
declare
  event public.events;
  next public.registrations;
begin
  select * into event from public.events where id = event_id;
  while event.waiting > 0 and (event.capacity is null or event.taken < event.capacity) loop
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

-- Whoever is suspended no more gets what was free meanwhile in the lines they stood in.
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

-- The one way in which a status changes, also by hand: to suspend somebody, and to take them back.
create or replace function private.set_status(member uuid, new_status text, actor uuid) returns void
language plpgsql set search_path = '' as $$
declare
  ended text;
begin
  update public.member_statuses set during = tstzrange(lower(during), clock_timestamp())
  where member_id = member and upper_inf(during) returning status into ended;
  insert into public.member_statuses (member_id, status, during, actor_id)
  values (member, new_status, tstzrange(clock_timestamp(), null), actor);
  if ended = 'suspended' then perform private.promote_who_is_back(member); end if;
end $$;
revoke execute on function private.set_status from public;

-- A place ('registered'), or a place in line ('waiting'); who has either keeps it. Refuses KA001 closed, KA002 cancelled, KA004 not for you,
-- KA006 has left.
create or replace function private.register_for_event(event uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.events;
  mine public.registrations;
  gets_place boolean;
  content jsonb;
begin
  -- Whoever leaves the association in another window is waited for: they must not keep a place.
  perform from public.members where id = me for share;
  if not private.belongs() then perform private.refuse('KA006', 'has-left'); end if;
  select * into wanted from public.events where id = event for update;
  if wanted.id is null or wanted.state = 'draft'
     or (wanted.visibility = 'chapter' and wanted.chapter_id not in (select private.my_memberships())) then
    perform private.refuse('KA004', 'not-for-you');
  end if;
  if wanted.state = 'cancelled' then perform private.refuse('KA002', 'cancelled'); end if;
  select * into mine from public.registrations r where r.event_id = event and r.member_id = me;
  if mine.state in ('registered', 'waiting') then return mine.state; end if;
  if clock_timestamp() >= coalesce(wanted.registration_closes_at, wanted.starts_at) then perform private.refuse('KA001', 'closed'); end if;

  -- Those in line come first; where a place is free after that, they are suspended.
  wanted := private.promote(event);
  gets_place := wanted.capacity is null or wanted.taken < wanted.capacity;
  insert into public.registrations as known (event_id, member_id, state, line)
  values (event, me, case when gets_place then 'registered' else 'waiting' end, case when not gets_place then nextval('public.waiting_line_seq') end)
  on conflict on constraint registrations_once do update set
    state = excluded.state, line = excluded.line, attempt = known.attempt + 1, created_at = now(), promoted_at = null, cancelled_at = null
  returning * into mine;
  update public.events set taken = taken + gets_place::int, waiting = waiting + (not gets_place)::int where id = event returning * into wanted;

  content := private.event_in_letters(wanted) || jsonb_build_object('position', wanted.waiting);
  perform private.post(case when gets_place then 'registered' else 'waiting' end, event, me, mine.attempt::text, content);
  perform private.write_journal(me, case when gets_place then 'registration:made' else 'registration:queued' end, me, wanted.chapter_id, event);
  return mine.state;
end $$;
revoke execute on function private.register_for_event from public;
grant execute on function private.register_for_event to authenticated;
