-- What members can change about themselves, export, and leave behind.

-- Changes the name, the language of letters and the private details, both rows or neither. As invoker: row level security allows only one's own. Refuses
-- KA000 not a member, also if they have just erased their account in another window.
create function public.change_profile(person jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  update public.members set surname = person ->> 'surname', given_name = person ->> 'given_name', patronymic = person ->> 'patronymic',
                            latin_name = person ->> 'latin_name', locale = person ->> 'locale'
  where id = (select private.me()) and surname is not null;
  if not found then perform private.refuse('KA000', 'not-a-member'); end if;
  update public.member_details set home_region_id = person ->> 'home_region_id', funding = person ->> 'funding'
  where member_id = (select private.me());
end $$;
revoke execute on function public.change_profile from public;
grant execute on function public.change_profile to authenticated;

-- A new answer to "what do you study": the old row ends at the instant at which the new one begins; repeating the same answer changes nothing. Members who
-- were graduating or alumni and now study for more than 90 days are students again. study: as in become_member.
create function private.change_study(study jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  this_moment timestamptz;
  old public.studies;
  fresh public.studies;
begin
  perform from public.members where id = me and erased_at is null for no key update;
  if not found then perform private.refuse('KA000', 'not-a-member'); end if;
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
revoke execute on function private.change_study from public;
grant execute on function private.change_study to authenticated;

-- Leaves the association: memberships, offices, requests, places at future events and in waiting lists end now, and all consents are withdrawn in the ledger.
-- The member and the history stay. language: the page's language when they left. Refuses KA034 has left already.
create function private.leave_association(consent_version text, language text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  this_moment timestamptz;
  ended record;
begin
  -- Not `for update`: a registration in another window holds the event and needs this row's key, while we need that event.
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
  -- Not the time at which the transaction began: another window may have given consent since, and the last answer counts.
  insert into public.consents (member_id, purpose, version, language, is_given, at)
  select me, agreed.purpose, consent_version, leave_association.language, false, this_moment from private.agreed_to(me) agreed (purpose);
  perform private.set_status(me, 'left', me);
  perform private.write_journal(me, 'member:left', me, null, me);
  perform private.post('member_left', me, me, this_moment::text, '{}');
end $$;
revoke execute on function private.leave_association from public;
grant execute on function private.leave_association to authenticated;

-- Everything that is stored about the current user, for export: about the account, and about its member, if any. Of other people it contains only what the
-- pages show: the names of leaders in their office.
create function private.my_data() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'exported_at', now(),
      'account', jsonb_build_object('id', account.id, 'email', account.email, 'created_at', account.created_at, 'last_sign_in_at', account.last_sign_in_at),
      'draft', (select written.draft from public.join_drafts written where written.user_id = account.id),
      'messages', coalesce((
        select jsonb_agg(to_jsonb(message) - 'id' order by message.written_at)
        from (select letter.subject_id as id, letter.payload -> 'chapter' as chapter, letter.payload -> 'event' as event, max(letter.payload #>> '{written,text}') as text,
                     min(letter.created_at) as written_at, max(letter.sent_at) as sent_at
              from public.outbox letter where letter.sender_id = account.id group by 1, 2, 3) message), '[]'))
    || coalesce((select jsonb_build_object(
      'member', to_jsonb(member) - 'user_id' - 'search' - 'erased_at',
      'details', (select to_jsonb(details) - 'member_id' from public.member_details details where details.member_id = member.id),
      'statuses', coalesce((select jsonb_agg(jsonb_build_object('status', s.status, 'from', lower(s.during), 'to', upper(s.during)) order by lower(s.during))
        from public.member_statuses s where s.member_id = member.id), '[]'),
      'studies', coalesce((
        select jsonb_agg(to_jsonb(study) - 'member_id' - 'during' || jsonb_build_object('city', city.name, 'university', coalesce(university.name, study.university_other),
          'told_from', lower(study.during), 'told_to', upper(study.during)) order by lower(study.during))
        from public.studies study join public.cities city on city.id = study.city_id left join public.universities university on university.id = study.university_id
        where study.member_id = member.id), '[]'),
      'consents', coalesce((
        select jsonb_agg(jsonb_build_object('purpose', consent.purpose, 'is_given', consent.is_given, 'version', consent.version, 'language', consent.language,
          'at', consent.at) order by consent.at, consent.purpose)
        from public.consents consent where consent.member_id = member.id), '[]'),
      'memberships', coalesce((
        select jsonb_agg(jsonb_build_object('chapter', chapter.name, 'kind', m.kind, 'from', lower(m.during), 'to', upper(m.during), 'start_reason', m.start_reason,
          'end_reason', m.end_reason) order by lower(m.during))
        from public.memberships m join public.chapters chapter on chapter.id = m.chapter_id where m.member_id = member.id), '[]'),
      'requests', coalesce((
        select jsonb_agg(jsonb_build_object('chapter', chapter.name, 'kind', r.kind, 'message', r.message, 'state', r.state, 'reason', r.reason,
          'sent_at', r.created_at, 'decided_at', r.decided_at) order by r.created_at)
        from public.join_requests r join public.chapters chapter on chapter.id = r.chapter_id where r.member_id = member.id), '[]'),
      'offices', coalesce((
        select jsonb_agg(jsonb_build_object('role', office.role, 'chapter', office.chapter, 'shown_as', office.shown_as, 'from', lower(office.during), 'to', upper(office.during))
          order by lower(office.during))
        from (select mandate.role, chapter.name as chapter, mandate.shown_as, mandate.during
              from public.mandates mandate join public.chapters chapter on chapter.id = mandate.chapter_id where mandate.member_id = member.id
              union all
              select 'coordinator', to_jsonb(coordinator.scope), null, coordinator.during from public.coordinators coordinator where coordinator.member_id = member.id
             ) office), '[]'),
      'registrations', coalesce((
        select jsonb_agg(jsonb_build_object('event', event.title, 'starts_at', event.starts_at, 'zone', event.zone, 'state', r.state, 'made_at', r.created_at,
          'promoted_at', r.promoted_at, 'cancelled_at', r.cancelled_at) order by event.starts_at)
        from public.registrations r join public.events event on event.id = r.event_id where r.member_id = member.id), '[]'),
      'letters', coalesce((
        select jsonb_agg(jsonb_build_object('kind', letter.kind, 'written_at', letter.created_at, 'sent_at', letter.sent_at) order by letter.id)
        from public.outbox letter where letter.recipient_id = member.id), '[]'),
      'journal', private.my_journal(false, 1, 1000000) -> 'rows')
    from public.members member where member.id = private.me()), '{}')
    from auth.users account where account.id = private.account());
end $$;
revoke execute on function private.my_data from public;
grant execute on function private.my_data to authenticated;

create function public.change_study(study jsonb) returns void
language sql set search_path = '' as $$ select private.change_study(study) $$;
create function public.leave_association(consent_version text, language text) returns void
language sql set search_path = '' as $$ select private.leave_association(consent_version, language) $$;
create function public.my_data() returns jsonb
language sql stable set search_path = '' as $$ select private.my_data() $$;
revoke execute on function public.change_study, public.leave_association, public.my_data from public;
grant execute on function public.change_study, public.leave_association, public.my_data to authenticated;
