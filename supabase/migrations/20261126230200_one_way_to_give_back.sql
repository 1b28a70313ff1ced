-- A place is given back in one way, whoever does it.
-- Gives back the place, or the place in line, that somebody has; the first in line gets it in the same transaction, unless it is too late. The caller holds the
-- event's lock. `act` is what the journal calls it. KA005 nothing to give back.
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
  if event.state = 'published' and event.starts_at > clock_timestamp() then perform private.promote(event.id); end if;
  return given;
end $$;
revoke execute on function private.give_back from public;

-- Gives one's own place (or place in line) back, 'cancelled'. KA005 nothing to cancel, KA001 already begun.
create or replace function private.cancel_registration(event uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.events;
begin
  select * into wanted from public.events where id = event for update;
  -- Who has nothing to give back is told that first; a refusal undoes all of it.
  perform private.give_back(wanted, me, me, 'registration:cancelled');
  if clock_timestamp() >= wanted.starts_at then perform private.refuse('KA001', 'closed'); end if;
  return 'cancelled';
end $$;
revoke execute on function private.cancel_registration from public;
grant execute on function private.cancel_registration to authenticated;

-- Gives somebody's place back in their stead, and writes them why.
-- KA005 nothing to give back, KA015 without a reason, KA024 cancelled, KA026 already begun: who came has come.
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
  theirs := private.give_back(wanted, person, me, 'registration:removed');
  perform private.post('registration_removed', event, person, theirs.attempt::text,
    private.event_in_letters(wanted) || jsonb_build_object('reason', btrim(why)));
end $$;
revoke execute on function private.remove_registration from public;
grant execute on function private.remove_registration to authenticated;
