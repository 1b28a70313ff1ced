-- Two migrations wrote this function side by side, and the later one left out who was declined.
create or replace function private.my_page() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'status', (select s.status from public.member_statuses s where s.member_id = private.me() and upper_inf(s.during)),
      'memberships', coalesce((
        select jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'since', lower(m.during), 'chapter_id', chapter.id, 'slug', chapter.slug,
          'name', chapter.name, 'zone', chapter.zone,
          'leader', (select mandate.shown_as from public.mandates mandate where mandate.chapter_id = chapter.id and mandate.role = 'president' and mandate.during @> now()
                     and mandate.member_id not in (select private.suspended())))
          order by m.kind desc, chapter.slug)
        from public.memberships m join public.chapters chapter on chapter.id = m.chapter_id
        where m.member_id = private.me() and m.during @> now()), '[]'),
      'requests', coalesce((
        select jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'at', r.created_at, 'slug', chapter.slug, 'name', chapter.name) order by r.created_at desc)
        from public.join_requests r join public.chapters chapter on chapter.id = r.chapter_id
        where r.member_id = private.me() and r.state = 'pending'), '[]'),
      'declined', coalesce((
        select jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'at', r.decided_at, 'reason', r.reason, 'slug', chapter.slug, 'name', chapter.name)
          order by r.decided_at desc)
        from private.declined_requests() r join public.chapters chapter on chapter.id = r.chapter_id), '[]'),
      'events', private.my_events(false, 1, 5),
      'looked', private.my_journal(true, 1, 2),
      'study', (
        select jsonb_build_object('university', coalesce(university.name, study.university_other), 'degree', study.degree, 'field', study.field,
                                  'city', city.name, 'ends_on', study.ends_on)
        from public.studies study join public.cities city on city.id = study.city_id left join public.universities university on university.id = study.university_id
        where study.member_id = private.me() and upper_inf(study.during))));
end $$;
