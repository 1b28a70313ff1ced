-- Sixty requests in three seconds were sixty letters to leaders; and a graduate who came back became a student.
create or replace function private.open_membership(member uuid, chapter uuid, membership_kind text, actor uuid) returns uuid
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
  -- A guest who makes the chapter their home ends the guest membership.
  update public.memberships set during = tstzrange(lower(during), this_moment), end_reason = 'guest_ended'
  where member_id = member and chapter_id = chapter and kind = 'guest' and upper_inf(during);
  insert into public.memberships (member_id, chapter_id, kind, during, start_reason, previous_id, actor_id)
  values (member, chapter, membership_kind, tstzrange(this_moment, null),
          case when membership_kind = 'guest' then 'guest_semester' when old_home.id is not null then 'transferred' else 'joined' end,
          old_home.id, actor)
  returning id into opened;
  select status into before from public.member_statuses where member_id = member and upper_inf(during);
  if before = 'applicant' then perform private.set_status(member, 'student', actor); end if;
  -- Whoever comes back has graduated, where what they told of their study is over.
  if before = 'left' then
    perform private.set_status(member, case when exists (
      select from public.studies study where study.member_id = member and upper_inf(study.during) and study.ends_on < current_date) then 'alumni' else 'student' end, actor);
  end if;
  perform private.write_journal(actor, case when old_home.id is null then 'membership:joined' else 'membership:transferred' end, member, chapter, opened);
  if old_home.id is not null then perform private.lay_down_mandates(member, old_home.chapter_id, actor = member); end if;
  perform private.withdraw_answered_requests(member, chapter, membership_kind, actor);
  return opened;
end $$;

-- Joins at once ('joined') or asks ('requested'), as the chapter has set. KA010 already there, KA011 already asked, KA012 not active, KA013 by invitation,
-- KA017 the only leader of the home they would leave, KA006 has left and not agreed anew to what membership needs, KA019 the eleventh within a day: each
-- request is a letter to leaders, and who moves to and fro learns of published figures what they do not tell.
-- A group by interest is nobody's home: its members are guests.
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
  if wanted.join_mode <> 'open' and exists (select from public.join_requests r where r.member_id = me and r.chapter_id = chapter and r.state = 'pending') then
    perform private.refuse('KA011', 'already-requested');
  end if;
  if (select count(*) from public.memberships m where m.member_id = me and lower(m.during) > now() - interval '1 day' and m.actor_id = me)
     + (select count(*) from public.join_requests r where r.member_id = me and r.created_at > now() - interval '1 day') >= 10 then
    perform private.refuse('KA019', 'too-many-today');
  end if;
  if wanted.join_mode = 'open' then
    perform private.open_membership(me, chapter, membership_kind, me);
    return 'joined';
  end if;
  insert into public.join_requests (member_id, chapter_id, kind, message) values (me, chapter, membership_kind, nullif(btrim(message), ''))
  returning id into request;
  perform private.write_journal(me, 'request:sent', me, chapter, request);
  -- One letter a day about each who asks: to ask, withdraw and ask again must not fill a leader's mailbox.
  perform private.post('request_received', chapter, mandate.member_id, me || ' ' || to_char(now() at time zone 'UTC', 'YYYY-MM-DD'),
    jsonb_build_object('chapter', wanted.name, 'slug', wanted.slug))
  from public.mandates mandate
  where mandate.chapter_id = chapter and mandate.during @> now() and 'members:decide' = any (private.permissions_of(mandate.role))
    and mandate.member_id not in (select private.suspended());
  return 'requested';
end $$;
