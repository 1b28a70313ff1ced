-- Joining, requesting, deciding, leaving: each is one transaction with its journal row and its letters.

-- Ends the mandates of a member who has left a chapter, for the chapters they no longer belong to, not even through one below. The last leader who can decide
-- there cannot leave by their own wish (KA017); if another chapter moved them by accepting their request, they keep the office until a successor comes or the
-- mandate ends. Terms that have not begun are deleted.
create function private.lay_down_mandates(member uuid, left_chapter uuid, is_own_wish boolean) returns void
language plpgsql set search_path = '' as $$
declare
  held record;
begin
  for held in
    select mandate.id, mandate.chapter_id, 'members:decide' = any (private.permissions_of(mandate.role)) as decides,
           lower(mandate.during) > clock_timestamp() as is_to_come
    from public.mandates mandate
    join public.chapter_tree above on above.ancestor_id = mandate.chapter_id and above.descendant_id = left_chapter
    where mandate.member_id = member and upper(mandate.during) > clock_timestamp()
      and not exists (
        select from public.memberships membership join public.chapter_tree tree on tree.descendant_id = membership.chapter_id
        where membership.member_id = member and upper_inf(membership.during) and tree.ancestor_id = mandate.chapter_id)
    order by mandate.chapter_id
  loop
    if held.is_to_come then
      delete from public.mandates where id = held.id;
      continue;
    end if;
    -- Lock the chapter: two leaders who leave at once must not each rely on the other. For the same reason below: the clock, not the start of the transaction.
    perform from public.chapters chapter where chapter.id = held.chapter_id for no key update;
    if held.decides and not exists (
      select from public.mandates other
      where other.chapter_id = held.chapter_id and other.member_id <> member and other.during @> clock_timestamp()
        and 'members:decide' = any (private.permissions_of(other.role))
        and not exists (select from public.member_statuses s where s.member_id = other.member_id and s.status = 'suspended' and upper_inf(s.during)))
    then
      if is_own_wish then perform private.refuse('KA017', 'last-leader'); end if;
      continue;
    end if;
    update public.mandates set during = tstzrange(lower(during), clock_timestamp()) where id = held.id;
    perform private.write_journal(member, 'mandate:laid_down', member, held.chapter_id, held.id);
  end loop;
end $$;
revoke execute on function private.lay_down_mandates from public;

-- Withdraws a member's other requests for a home chapter once they have one, and any request to the chapter that they are now in: a later answer must not
-- move them, nor bring them back.
create function private.withdraw_answered_requests(member uuid, chapter uuid, membership_kind text, actor uuid) returns void
language plpgsql set search_path = '' as $$
declare
  withdrawn record;
begin
  for withdrawn in
    update public.join_requests set state = 'withdrawn', decided_at = clock_timestamp(), decided_by = actor
    where member_id = member and state = 'pending' and (chapter_id = chapter or (kind = 'home' and membership_kind = 'home')) returning id, chapter_id
  loop
    perform private.write_journal(actor, 'request:withdrawn', member, withdrawn.chapter_id, withdrawn.id);
  end loop;
end $$;
revoke execute on function private.withdraw_answered_requests from public;

-- Withdraws all requests of somebody who leaves the association, or withdraws the consent they gave again after leaving.
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

-- Opens a membership; opening a home membership while another is open is a transfer and closes that one at the same instant.
create function private.open_membership(member uuid, chapter uuid, membership_kind text, actor uuid) returns uuid
language plpgsql set search_path = '' as $$
declare
  this_moment timestamptz := clock_timestamp();
  old_home public.memberships;
  opened uuid;
  before text;
begin
  if membership_kind = 'home' then
    select * into old_home from public.memberships where member_id = member and kind = 'home' and upper_inf(during) for update;
  end if;
  if old_home.id is not null then
    update public.memberships set during = tstzrange(lower(during), this_moment), end_reason = 'transferred' where id = old_home.id;
  end if;
  -- Making the chapter one's home ends a guest membership there.
  update public.memberships set during = tstzrange(lower(during), this_moment), end_reason = 'guest_ended'
  where member_id = member and chapter_id = chapter and kind = 'guest' and upper_inf(during);
  insert into public.memberships (member_id, chapter_id, kind, during, start_reason, previous_id, actor_id)
  values (member, chapter, membership_kind, tstzrange(this_moment, null),
          case when membership_kind = 'guest' then 'guest_semester' when old_home.id is not null then 'transferred' else 'joined' end,
          old_home.id, actor)
  returning id into opened;
  select status into before from public.member_statuses where member_id = member and upper_inf(during);
  if before = 'applicant' then perform private.set_status(member, 'student', actor); end if;
  -- Somebody who comes back counts as alumni if the study they told us of is over.
  if before = 'left' then
    perform private.set_status(member, case when exists (
      select from public.studies study where study.member_id = member and upper_inf(study.during) and study.ends_on < current_date) then 'alumni' else 'student' end, actor);
  end if;
  perform private.write_journal(actor, case when old_home.id is null then 'membership:joined' else 'membership:transferred' end, member, chapter, opened);
  if old_home.id is not null then perform private.lay_down_mandates(member, old_home.chapter_id, actor = member); end if;
  perform private.withdraw_answered_requests(member, chapter, membership_kind, actor);
  return opened;
end $$;
revoke execute on function private.open_membership from public;

-- The leaders who can answer a request to the chapter now.
create function private.deciders_of(chapter uuid) returns setof uuid
language sql stable set search_path = '' as $$
  select distinct mandate.member_id from public.mandates mandate
  where mandate.chapter_id = deciders_of.chapter and mandate.during @> now() and 'members:decide' = any (private.permissions_of(mandate.role))
    and mandate.member_id not in (select private.suspended())
$$;
revoke execute on function private.deciders_of from public;

-- Joins at once ('joined') or sends a request ('requested'), depending on the chapter. Refuses KA010 already there, KA011 already requested, KA012 not
-- active, KA013 by invitation only, KA008 by request, and nobody is there to answer it, KA017 the only leader of the home they would leave, KA006 has left and not given the required consents again, KA019 the
-- eleventh within a day: each request is a letter to leaders, and by moving to and fro one could learn more from published figures than they should tell.
-- An interest group is nobody's home: its members are guests.
-- seen_home: the slug of the home chapter that the member saw when they decided, '' for none; refuses KA007 when it is another by now. Null skips the check.
create function private.join_chapter(chapter uuid, membership_kind text, message text, seen_home text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.chapters;
  request uuid;
begin
  -- `no key update`, here and below: other transactions insert journal rows and letters that refer to this row; `for update` would deadlock with them.
  perform from public.members where id = me for no key update;
  select * into wanted from public.chapters where id = chapter;
  if wanted.id is null or wanted.state <> 'active' then perform private.refuse('KA012', 'chapter-not-active'); end if;
  if not private.belongs() and not array['processing', 'cross_border'] <@ array(select private.agreed_to(me)) then
    perform private.refuse('KA006', 'has-left');
  end if;
  if wanted.kind = 'interest' then membership_kind := 'guest'; end if;
  if exists (select from public.memberships m where m.member_id = me and m.chapter_id = chapter and upper_inf(m.during)
             and not (m.kind = 'guest' and membership_kind = 'home')) then
    perform private.refuse('KA010', 'already-member');
  end if;
  if membership_kind = 'home' and seen_home <> coalesce((
    select home.slug from public.memberships m join public.chapters home on home.id = m.chapter_id
    where m.member_id = me and m.kind = 'home' and upper_inf(m.during)), '')
  then
    perform private.refuse('KA007', 'home-changed');
  end if;
  if wanted.join_mode = 'invitation' then perform private.refuse('KA013', 'by-invitation'); end if;
  if wanted.join_mode <> 'open' and exists (select from public.join_requests r where r.member_id = me and r.chapter_id = chapter and r.state = 'pending') then
    perform private.refuse('KA011', 'already-requested');
  end if;
  if (select count(*) from public.memberships m where m.member_id = me and lower(m.during) > now() - interval '1 day' and m.actor_id = me)
     + (select count(*) from public.join_requests r where r.member_id = me and r.created_at > now() - interval '1 day') >= 10 then
    perform private.refuse('KA019', 'too-many-today');
  end if;
  if wanted.join_mode = 'request' and not exists (select private.deciders_of(chapter)) then perform private.refuse('KA008', 'nobody-decides'); end if;
  if wanted.join_mode = 'open' then
    perform private.open_membership(me, chapter, membership_kind, me);
    return 'joined';
  end if;
  insert into public.join_requests (member_id, chapter_id, kind, message) values (me, chapter, membership_kind, nullif(btrim(message), ''))
  returning id into request;
  perform private.write_journal(me, 'request:sent', me, chapter, request);
  -- At most one letter a day about each applicant: asking, withdrawing and asking again must not fill a leader's mailbox.
  perform private.post('request_received', chapter, decider, me || ' ' || to_char(now() at time zone 'UTC', 'YYYY-MM-DD'),
    jsonb_build_object('chapter', wanted.name, 'slug', wanted.slug))
  from private.deciders_of(chapter) decider;
  return 'requested';
end $$;
revoke execute on function private.join_chapter from public;
grant execute on function private.join_chapter to authenticated;

create function private.withdraw_request(request uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
begin
  update public.join_requests set state = 'withdrawn', decided_at = now(), decided_by = me where id = request and member_id = me and state = 'pending';
  if not found then perform private.refuse('KA014', 'already-decided'); end if;
  perform private.write_journal(me, 'request:withdrawn', me, null, request);
end $$;
revoke execute on function private.withdraw_request from public;
grant execute on function private.withdraw_request to authenticated;

-- A leader's answer to a request. Refuses KA014 already answered, KA015 declined without a reason, KA012 approved while the chapter is not active, KA018
-- approved while the member is suspended.
create function private.decide_request(request uuid, is_approved boolean, decline_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  asked public.join_requests;
  target public.chapters;
begin
  select * into asked from public.join_requests where id = request;
  perform private.require_right('members:decide', asked.chapter_id);
  perform from public.members where id = asked.member_id for no key update;
  select * into asked from public.join_requests where id = request for update;
  -- Null: the applicant has erased their account meanwhile.
  if asked.state is distinct from 'pending' then perform private.refuse('KA014', 'already-decided'); end if;
  if not is_approved and length(btrim(coalesce(decline_reason, ''))) < 3 then perform private.refuse('KA015', 'reason-missing'); end if;
  select * into target from public.chapters where id = asked.chapter_id;
  if is_approved and target.state <> 'active' then perform private.refuse('KA012', 'chapter-closed'); end if;
  if is_approved and exists (select from public.member_statuses s where s.member_id = asked.member_id and s.status = 'suspended' and upper_inf(s.during)) then
    perform private.refuse('KA018', 'asker-suspended');
  end if;
  update public.join_requests
  set state = case when is_approved then 'approved' else 'declined' end, reason = case when not is_approved then btrim(decline_reason) end,
      decided_at = now(), decided_by = me
  where id = request;
  if is_approved and not exists (select from public.memberships m where m.member_id = asked.member_id and m.chapter_id = asked.chapter_id
                                 and m.kind in (asked.kind, 'home') and upper_inf(m.during)) then
    perform private.open_membership(asked.member_id, asked.chapter_id, asked.kind, me);
  end if;
  perform private.write_journal(me, case when is_approved then 'request:approved' else 'request:declined' end, asked.member_id, asked.chapter_id, request);
  perform private.post(case when is_approved then 'request_approved' else 'request_declined' end, request, asked.member_id, '',
    jsonb_build_object('chapter', target.name, 'slug', target.slug, 'reason', case when not is_approved then btrim(decline_reason) end));
end $$;
revoke execute on function private.decide_request from public;
grant execute on function private.decide_request to authenticated;

-- Leaves a chapter; the history stays. Refuses KA016 when they do not belong to it, KA017 its only leader.
create function private.leave_chapter(chapter uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  closed public.memberships;
begin
  perform from public.members where id = me for no key update;
  update public.memberships set during = tstzrange(lower(during), clock_timestamp()), end_reason = case kind when 'home' then 'left' else 'guest_ended' end
  where member_id = me and chapter_id = chapter and upper_inf(during) returning * into closed;
  if closed.id is null then perform private.refuse('KA016', 'not-there'); end if;
  perform private.write_journal(me, 'membership:left', me, chapter, closed.id);
  perform private.lay_down_mandates(me, chapter, true);
end $$;
revoke execute on function private.leave_chapter from public;
grant execute on function private.leave_chapter to authenticated;

create function public.join_chapter(chapter uuid, membership_kind text, message text, seen_home text default null) returns text
language sql set search_path = '' as $$ select private.join_chapter(chapter, membership_kind, message, seen_home) $$;
create function public.withdraw_request(request uuid) returns void
language sql set search_path = '' as $$ select private.withdraw_request(request) $$;
create function public.decide_request(request uuid, is_approved boolean, decline_reason text) returns void
language sql set search_path = '' as $$ select private.decide_request(request, is_approved, decline_reason) $$;
create function public.leave_chapter(chapter uuid) returns void
language sql set search_path = '' as $$ select private.leave_chapter(chapter) $$;
revoke execute on function public.join_chapter, public.withdraw_request, public.decide_request, public.leave_chapter from public;
grant execute on function public.join_chapter, public.withdraw_request, public.decide_request, public.leave_chapter to authenticated;
