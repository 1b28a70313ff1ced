-- Who leaves the association leaves the lines of events that have begun, too.
-- Gives back what somebody who goes has: places at events to come, and places in line at those that end after `since`. Who came to an event has come.
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
    -- It has begun, was given back in another window, or was given from the line meanwhile.
    select r.state into mine from public.registrations r where r.event_id = asked and r.member_id = member;
    if mine = 'waiting' or (mine = 'registered' and held.starts_at > clock_timestamp()) then
      perform private.give_back(held, member, member, 'registration:cancelled');
    end if;
  end loop;
end $$;
revoke execute on function private.leave_events from public;

-- Leaves the association: memberships, offices, requests, places at coming events and in lines end now, all consents are withdrawn in the ledger.
-- The member and the history stay. language: the one in which it was said. Refuses KA034 who has left already.
create or replace function private.leave_association(consent_version text, language text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  this_moment timestamptz;
  ended record;
begin
  -- Not "for update": somebody who registers in another window holds the event and needs this row's key, and we need that event.
  perform from public.members where id = me for no key update;
  if exists (select from public.member_statuses s where s.member_id = me and s.status = 'left' and upper_inf(s.during)) then
    perform private.refuse('KA034', 'already-left');
  end if;
  perform private.leave_events(me, clock_timestamp());

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

-- What stays of the member who asks is what the figures count (when they belonged where, degree, field, home region), the ledger of consents, terms of office,
-- the number of people at events that have begun, and the journal of what they did about others in an office: all of it under a row without a name.
create or replace function private.become_nobody() returns void
language plpgsql set search_path = '' as $$
declare
  me uuid := private.require_me();
begin
  -- Who waited until an event was over did not come.
  perform private.leave_events(me, '-infinity');
  delete from public.registrations where member_id = me and state = 'cancelled';
  update public.registrations set promoted_at = null where member_id = me and promoted_at is not null;
  delete from public.join_requests where member_id = me;
  delete from public.outbox where recipient_id = me;
  update public.mandates set shown_as = null where member_id = me and shown_as is not null;
  update public.studies set city_id = null, university_id = null, university_other = null, started_on = null, ends_on = null where member_id = me;
  update public.member_details set contact_email = null, funding = null where member_id = me;
  update public.journal set member_id = null, actor_id = nullif(actor_id, me) where member_id = me;
  -- The number stood on their card.
  update public.members
  set user_id = null, number = default, surname = null, given_name = null, patronymic = null, latin_name = null, locale = default, erased_at = now()
  where id = me;
end $$;
revoke execute on function private.become_nobody from public;

-- Those who have left before this.
do $$
declare
  gone uuid;
begin
  for gone in select s.member_id from public.member_statuses s where s.status = 'left' and upper_inf(s.during) order by s.member_id loop
    perform private.leave_events(gone, now());
  end loop;
end $$;
