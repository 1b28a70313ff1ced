-- Registering: the row lock on the event makes two people who want the last place queue up.

-- Registers for a place ('registered'), or a place in line ('waiting'); whoever has one already keeps it. Refuses KA001 closed, KA002 cancelled, KA004 not
-- for you, KA006 has left.
create function private.register_for_event(event uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.events;
  mine public.registrations;
  gets_place boolean;
  content jsonb;
begin
  -- Waits for a member who is leaving the association in another window: they must not keep a place.
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

  -- First promote those in line. If a place is still free then, those left in line are suspended or have left.
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

-- Cancels one's own place (or place in line): 'cancelled'. Refuses KA005 nothing to cancel, KA001 already begun.
create function private.cancel_registration(event uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.events;
begin
  select * into wanted from public.events where id = event for update;
  -- Before the checks, so that somebody without a place is told that first; a refusal rolls everything back.
  perform private.give_back(wanted, me, me, 'registration:cancelled');
  if clock_timestamp() >= wanted.starts_at then perform private.refuse('KA001', 'closed'); end if;
  return 'cancelled';
end $$;
revoke execute on function private.cancel_registration from public;
grant execute on function private.cancel_registration to authenticated;

-- Cancels the registrations of somebody who leaves: places at future events, and places in line at events that end after `since`. Registrations for events
-- that have begun stay: they count as attended.
create function private.leave_events(member uuid, since timestamptz) returns void
language plpgsql set search_path = '' as $$
declare
  asked uuid;
  held public.events;
  mine text;
begin
  for asked in
    select event.id from public.registrations r join public.events event on event.id = r.event_id
    where r.member_id = member and (r.state = 'registered' and event.starts_at > clock_timestamp() or r.state = 'waiting' and event.ends_at > since)
    order by event.id
  loop
    select * into held from public.events where id = asked for update;
    -- The event has begun, or the place was given back in another window, or came from the line meanwhile.
    select r.state into mine from public.registrations r where r.event_id = asked and r.member_id = member;
    if mine = 'waiting' or (mine = 'registered' and held.starts_at > clock_timestamp()) then
      perform private.give_back(held, member, member, 'registration:cancelled');
    end if;
  end loop;
end $$;
revoke execute on function private.leave_events from public;

-- The current user's registration: 'registered', 'waiting' with the place in line, or no row.
create function private.my_registration(event uuid) returns table (state text, place_in_line bigint)
language sql stable security definer set search_path = '' as $$
  select mine.state, case when mine.state = 'waiting' then (
    select count(*) from public.registrations ahead where ahead.event_id = mine.event_id and ahead.state = 'waiting' and ahead.line <= mine.line) end
  from public.registrations mine
  where mine.event_id = event and mine.member_id = (select private.me()) and mine.state in ('registered', 'waiting')
$$;
revoke execute on function private.my_registration from public;
grant execute on function private.my_registration to authenticated;

-- By the event's slug, as invoker; null when there is no such event, or none that the current user may see.
create function public.register_for_event(slug text) returns text
language sql set search_path = '' as $$
  select private.register_for_event(event.id) from public.events event where event.slug = register_for_event.slug
$$;
create function public.cancel_registration(slug text) returns text
language sql set search_path = '' as $$
  select private.cancel_registration(event.id) from public.events event where event.slug = cancel_registration.slug
$$;
revoke execute on function public.register_for_event, public.cancel_registration from public;
grant execute on function public.register_for_event, public.cancel_registration to authenticated;
