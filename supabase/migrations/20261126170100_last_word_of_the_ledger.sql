-- What a member agrees to is read in one place.
create function private.agreed_to(member uuid) returns setof text
language sql stable set search_path = '' as $$
  select said.purpose
  from (select distinct on (consent.purpose) consent.purpose, consent.is_given from public.consents consent
        where consent.member_id = member order by consent.purpose, consent.at desc, consent.id) said
  where said.is_given
$$;
revoke execute on function private.agreed_to from public;

create or replace function private.join_chapter(chapter uuid, membership_kind text, message text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.chapters;
  request uuid;
begin
  perform from public.members where id = me for update;
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
  select me, agreed.purpose, consent_version, leave_association.language, false from private.agreed_to(me) agreed (purpose);
  perform private.set_status(me, 'left', me);
  perform private.write_journal(me, 'member:left', me, null, me);
  perform private.post('member_left', me, me, this_moment::text, '{}');
end $$;
