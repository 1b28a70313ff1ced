-- Whoever has found a home waits for no other; nobody is taken into a chapter that is not active, nor anybody who is suspended.
create function private.withdraw_home_requests(member uuid, actor uuid) returns void
language plpgsql set search_path = '' as $$
declare
  withdrawn record;
begin
  for withdrawn in
    update public.join_requests set state = 'withdrawn', decided_at = clock_timestamp(), decided_by = actor
    where member_id = member and kind = 'home' and state = 'pending' returning id, chapter_id
  loop
    perform private.write_journal(actor, 'request:withdrawn', member, withdrawn.chapter_id, withdrawn.id);
  end loop;
end $$;
revoke execute on function private.withdraw_home_requests from public;

create or replace function private.open_membership(member uuid, chapter uuid, membership_kind text, actor uuid) returns uuid
language plpgsql set search_path = '' as $$
declare
  this_moment timestamptz := clock_timestamp();
  old_home public.memberships;
  opened uuid;
begin
  if membership_kind = 'home' then
    select * into old_home from public.memberships where member_id = member and kind = 'home' and upper_inf(during) for update;
  end if;
  if old_home.id is not null then
    update public.memberships set during = tstzrange(lower(during), this_moment), end_reason = 'transferred' where id = old_home.id;
  end if;
  -- A guest who makes the chapter their home ends the guest membership.
  update public.memberships set during = tstzrange(lower(during), this_moment), end_reason = 'guest_ended'
  where member_id = member and chapter_id = chapter and kind = 'guest' and upper_inf(during);
  insert into public.memberships (member_id, chapter_id, kind, during, start_reason, previous_id, actor_id)
  values (member, chapter, membership_kind, tstzrange(this_moment, null),
          case when membership_kind = 'guest' then 'guest_semester' when old_home.id is not null then 'transferred' else 'joined' end,
          old_home.id, actor)
  returning id into opened;
  if exists (select from public.member_statuses where member_id = member and status in ('applicant', 'left') and upper_inf(during)) then
    perform private.set_status(member, 'student', actor);
  end if;
  perform private.write_journal(actor, case when old_home.id is null then 'membership:joined' else 'membership:transferred' end, member, chapter, opened);
  if old_home.id is not null then perform private.lay_down_mandates(member, old_home.chapter_id, actor = member); end if;
  if membership_kind = 'home' then perform private.withdraw_home_requests(member, actor); end if;
  return opened;
end $$;

create or replace function private.decide_request(request uuid, is_approved boolean, decline_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  asked public.join_requests;
  target public.chapters;
begin
  select * into asked from public.join_requests where id = request;
  perform private.require_right('members:decide', asked.chapter_id);
  perform from public.members where id = asked.member_id for update;
  select * into asked from public.join_requests where id = request for update;
  if asked.state <> 'pending' then perform private.refuse('KA014', 'already-decided'); end if;
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
