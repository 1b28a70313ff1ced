-- Somebody who leaves the association while they register in another window keeps no place.
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
  return mine.state;
end $$;
