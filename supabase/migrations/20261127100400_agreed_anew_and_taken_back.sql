-- Whoever has left and agreed anew takes that back without erasing the account: what they asked chapters meanwhile goes with it.
-- Whoever leaves the association, or takes back what they agreed to anew, waits for no chapter.
create function private.withdraw_all_requests(member uuid) returns void
language plpgsql set search_path = '' as $$
declare
  withdrawn record;
begin
  for withdrawn in
    update public.join_requests set state = 'withdrawn', decided_at = clock_timestamp(), decided_by = member where member_id = member and state = 'pending'
    returning id, chapter_id
  loop
    perform private.write_journal(member, 'request:withdrawn', member, withdrawn.chapter_id, withdrawn.id);
  end loop;
end $$;
revoke execute on function private.withdraw_all_requests from public;

-- Says yes or no to these purposes where the last word in the ledger was another. One window after another: no word is written twice. Whoever has left, agreed
-- anew and takes that back waits for no chapter any more.
create or replace function private.say_consents(purposes text[], agreed text[], consent_version text, language text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
begin
  perform from public.members where id = me and erased_at is null for no key update;
  if not found then perform private.refuse('KA000', 'not-a-member'); end if;
  insert into public.consents (member_id, purpose, version, language, is_given, at)
  select me, asked.purpose, consent_version, say_consents.language, asked.purpose = any (agreed), clock_timestamp()
  from unnest(purposes) asked (purpose)
  where (asked.purpose = any (agreed)) <> (asked.purpose in (select private.agreed_to(me)));
  if not private.belongs() and not array['processing', 'cross_border'] <@ array(select private.agreed_to(me)) then perform private.withdraw_all_requests(me); end if;
end $$;

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

  perform private.withdraw_all_requests(me);
  this_moment := clock_timestamp();
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
