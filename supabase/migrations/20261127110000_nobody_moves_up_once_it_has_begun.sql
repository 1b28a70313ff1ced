-- A leader who made more places while an event ran wrote “you have a place” to those who waited for it. When places are given stands in the one function that
-- gives them.
-- Gives free places to those who wait, in the order of the line, until the event begins; the caller holds the event's lock. Answers the event as it is then.
-- Who is suspended, and could not give the place back, is passed over and keeps the place in line.
create or replace function private.promote(event_id uuid) returns public.events
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

-- Gives back the place, or the place in line, that somebody has; the first in line gets it in the same transaction, unless it is too late. The caller holds the
-- event's lock. `act` is what the journal calls it. KA005 nothing to give back.
create or replace function private.give_back(event public.events, member uuid, actor uuid, act text) returns public.registrations
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
