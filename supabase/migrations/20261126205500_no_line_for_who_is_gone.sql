-- Who erases their account leaves the lines of events that have begun, too: they did not come.
-- What stays of the member who asks is what the figures count (when they belonged where, degree, field, home region), the ledger of consents, terms of office,
-- the number of people at events that have begun, and the journal of what they did about others in an office: all of it under a row without a name.
create or replace function private.become_nobody() returns void
language plpgsql set search_path = '' as $$
declare
  me uuid := private.require_me();
  begun uuid;
begin
  -- Who waited until an event began did not come.
  for begun in select r.event_id from public.registrations r where r.member_id = me and r.state = 'waiting' order by r.event_id loop
    perform from public.events where id = begun for update;
    delete from public.registrations where member_id = me and event_id = begun and state = 'waiting';
    if found then update public.events set waiting = waiting - 1 where id = begun; end if;
  end loop;
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
-- Those who have erased their account before this.
do $$
declare
  begun record;
begin
  for begun in
    select r.event_id, r.member_id from public.registrations r join public.members member on member.id = r.member_id
    where member.erased_at is not null and r.state = 'waiting' order by r.event_id
  loop
    perform from public.events where id = begun.event_id for update;
    delete from public.registrations where member_id = begun.member_id and event_id = begun.event_id and state = 'waiting';
    if found then update public.events set waiting = waiting - 1 where id = begun.event_id; end if;
  end loop;
end $$;
