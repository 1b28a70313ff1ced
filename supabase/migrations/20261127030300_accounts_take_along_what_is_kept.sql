-- Everything that is kept about the one who asks, to take along: about the account, and about the member whose it is, if any. Of other people it holds only
-- what the pages show: the names of leaders in their office.
create or replace function private.my_data() returns jsonb
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
