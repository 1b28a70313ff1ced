-- Whoever has left reads what strangers read and registers for nothing; all that they agreed to is withdrawn.
create function private.belongs() returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.me();
begin
  return me is not null and not exists (select from public.member_statuses s where s.member_id = me and s.status = 'left' and upper_inf(s.during));
end $$;
revoke execute on function private.belongs from public;
grant execute on function private.belongs to authenticated;

drop policy "members read events for members" on public.events;
create policy "members read events for members" on public.events for select to authenticated
  using (state <> 'draft' and visibility = 'members' and (select private.belongs()));

-- Whoever has a place reads the event, for whomever it is meant now.
create function private.my_places(states text[]) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select registration.event_id from public.registrations registration
    where registration.member_id = (select private.me()) and registration.state = any (states);
end $$;
revoke execute on function private.my_places from public;
grant execute on function private.my_places to authenticated;
drop policy "registered people read how to get in" on public.event_access;
create policy "registered people read how to get in" on public.event_access for select to authenticated
  using (event_id in (select private.my_places('{registered}')));
create policy "people with a place read their event" on public.events for select to authenticated
  using (state <> 'draft' and id in (select private.my_places('{registered,waiting}')));
drop function private.my_registrations();

create or replace function private.register_for_event(event uuid) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.events;
  mine public.registrations;
  gets_place boolean;
  content jsonb;
begin
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

create or replace function private.leave_association(consent_version text, language text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  this_moment timestamptz;
  coming uuid;
  ended record;
begin
  -- Not "for update": somebody who registers in another window holds the event and needs this row's key, and we need that event.
  perform from public.members where id = me for no key update;
  if exists (select from public.member_statuses s where s.member_id = me and s.status = 'left' and upper_inf(s.during)) then
    perform private.refuse('KA034', 'already-left');
  end if;
  for coming in
    select event.id from public.registrations r join public.events event on event.id = r.event_id
    where r.member_id = me and r.state in ('registered', 'waiting') and event.starts_at > clock_timestamp() order by event.id
  loop
    begin
      perform private.cancel_registration(coming);
    exception when sqlstate 'KA001' or sqlstate 'KA005' then
      -- It has begun, or was given back in another window, meanwhile.
    end;
  end loop;

  this_moment := clock_timestamp();
  for ended in
    update public.join_requests set state = 'withdrawn', decided_at = this_moment, decided_by = me where member_id = me and state = 'pending'
    returning id, chapter_id
  loop
    perform private.write_journal(me, 'request:withdrawn', me, ended.chapter_id, ended.id);
  end loop;
  for ended in
    update public.memberships set during = tstzrange(lower(during), this_moment), end_reason = case kind when 'home' then 'resigned' else 'guest_ended' end
    where member_id = me and upper_inf(during) returning id, chapter_id
  loop
    perform private.write_journal(me, 'membership:left', me, ended.chapter_id, ended.id);
  end loop;
  delete from public.mandates where member_id = me and lower(during) > this_moment;
  for ended in
    update public.mandates set during = tstzrange(lower(during), this_moment) where member_id = me and during @> this_moment returning id, chapter_id
  loop
    perform private.write_journal(me, 'mandate:laid_down', me, ended.chapter_id, ended.id);
  end loop;
  delete from public.coordinators where member_id = me and lower(during) > this_moment;
  update public.coordinators set during = tstzrange(lower(during), this_moment) where member_id = me and during @> this_moment;
  insert into public.consents (member_id, purpose, version, language, is_given)
  select me, said.purpose, consent_version, leave_association.language, false
  from (select distinct on (consent.purpose) consent.purpose, consent.is_given from public.consents consent
        where consent.member_id = me order by consent.purpose, consent.at desc, consent.id) said
  where said.is_given;
  perform private.set_status(me, 'left', me);
  perform private.write_journal(me, 'member:left', me, null, me);
  perform private.post('member_left', me, me, this_moment::text, '{}');
end $$;
