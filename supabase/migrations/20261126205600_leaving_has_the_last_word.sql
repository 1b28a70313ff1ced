-- Whoever leaves withdraws what another window agreed to while they stood in line.
-- Leaves the association: memberships, offices, requests and places at coming events end now, all consents are withdrawn in the ledger.
-- The member and the history stay. language: the one in which it was said. Refuses KA034 who has left already.
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
  -- Not at the start of the transaction: another window may have agreed since, and the last word counts.
  insert into public.consents (member_id, purpose, version, language, is_given, at)
  select me, agreed.purpose, consent_version, leave_association.language, false, this_moment from private.agreed_to(me) agreed (purpose);
  perform private.set_status(me, 'left', me);
  perform private.write_journal(me, 'member:left', me, null, me);
  perform private.post('member_left', me, me, this_moment::text, '{}');
end $$;
revoke execute on function private.leave_association from public;
grant execute on function private.leave_association to authenticated;
