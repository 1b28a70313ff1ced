-- Two who act at the same moment do not hold each other up: what locks a member leaves the key to those whose rows point there.
create or replace function private.join_chapter(chapter uuid, membership_kind text, message text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.chapters;
  request uuid;
begin
  -- But for its key, here and below: journal rows and letters of others point there, and would wait for us while we wait for theirs.
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
  if wanted.join_mode = 'invitation' then perform private.refuse('KA013', 'by-invitation'); end if;
  if wanted.join_mode = 'open' then
    perform private.open_membership(me, chapter, membership_kind, me);
    return 'joined';
  end if;
  if exists (select from public.join_requests r where r.member_id = me and r.chapter_id = chapter and r.state = 'pending') then
    perform private.refuse('KA011', 'already-requested');
  end if;
  insert into public.join_requests (member_id, chapter_id, kind, message) values (me, chapter, membership_kind, nullif(btrim(message), ''))
  returning id into request;
  perform private.write_journal(me, 'request:sent', me, chapter, request);
  -- One letter a day about each who asks: to ask, withdraw and ask again must not fill a leader's mailbox.
  perform private.post('request_received', chapter, mandate.member_id, me || ' ' || to_char(now() at time zone 'UTC', 'YYYY-MM-DD'),
    jsonb_build_object('chapter', wanted.name, 'slug', wanted.slug))
  from public.mandates mandate
  where mandate.chapter_id = chapter and mandate.during @> now() and 'members:decide' = any (private.permissions_of(mandate.role));
  return 'requested';
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
  perform from public.members where id = asked.member_id for no key update;
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

create or replace function private.leave_chapter(chapter uuid) returns void
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

create or replace function private.change_study(study jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  this_moment timestamptz;
  old public.studies;
  fresh public.studies;
begin
  perform from public.members where id = me for no key update;
  this_moment := clock_timestamp();
  select * into old from public.studies s where s.member_id = me and upper_inf(s.during);
  fresh := jsonb_populate_record(old, jsonb_build_object('university_id', null, 'university_other', null) || study
    || jsonb_build_object('id', gen_random_uuid(), 'member_id', me, 'during', tstzrange(this_moment, null)));
  if (old.city_id, old.university_id, old.university_other, old.degree, old.field, old.started_on, old.ends_on)
     is not distinct from (fresh.city_id, fresh.university_id, fresh.university_other, fresh.degree, fresh.field, fresh.started_on, fresh.ends_on) then
    return;
  end if;
  update public.studies set during = tstzrange(lower(during), this_moment) where id = old.id;
  insert into public.studies select fresh.*;
  if fresh.ends_on > this_moment::date + 90
     and exists (select from public.member_statuses s where s.member_id = me and s.status in ('graduating', 'alumni') and upper_inf(s.during)) then
    perform private.set_status(me, 'student', me);
  end if;
  perform private.write_journal(me, 'study:changed', me, null, fresh.id);
end $$;
