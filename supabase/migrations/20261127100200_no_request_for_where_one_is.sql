-- Whoever has come into a chapter waits for it no more, however they came: else the request outlived joining the same chapter once it was open, and leaving it.
-- Whoever has found a home waits for no other, and nobody for a chapter that they are in: an answer that comes later must not move them, nor bring them back.
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

-- Opens a membership; a home opened while another is open is a transfer and closes that one at the same instant.
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
  perform private.withdraw_answered_requests(member, chapter, membership_kind, actor);
  return opened;
end $$;

drop function private.withdraw_home_requests;
