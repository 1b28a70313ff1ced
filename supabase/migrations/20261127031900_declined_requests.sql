-- A request that a chapter declined was told of in a letter alone: the applicant now finds the answer and its reason on the chapter's page and on their own.
create function private.declined_requests() returns table (id uuid, kind text, chapter_id uuid, decided_at timestamptz, reason text)
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select request.id, request.kind, request.chapter_id, request.decided_at, request.reason from public.join_requests request
    where request.member_id = (select private.me()) and request.state = 'declined' and request.decided_at > now() - interval '30 days'
      and not exists (
        select from public.join_requests later
        where later.member_id = request.member_id and later.chapter_id = request.chapter_id and later.created_at > request.created_at)
      and not exists (
        select from public.memberships m
        where m.member_id = request.member_id and m.chapter_id = request.chapter_id and m.during @> now());
end $$;
revoke execute on function private.declined_requests from public;
grant execute on function private.declined_requests to authenticated;

create or replace function private.my_page() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'status', (select s.status from public.member_statuses s where s.member_id = private.me() and upper_inf(s.during)),
      'memberships', coalesce((
        select jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind, 'since', lower(m.during), 'chapter_id', chapter.id, 'slug', chapter.slug,
          'name', chapter.name, 'zone', chapter.zone,
          'leader', (select mandate.shown_as from public.mandates mandate where mandate.chapter_id = chapter.id and mandate.role = 'president' and mandate.during @> now()))
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

create or replace function public.my_standing(chapter uuid) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'here', (select membership.kind from public.memberships membership
             where membership.member_id = (select private.me()) and membership.chapter_id = chapter and membership.during @> now() limit 1),
    'since', (select lower(membership.during) from public.memberships membership
              where membership.member_id = (select private.me()) and membership.chapter_id = chapter and membership.during @> now() limit 1),
    'request', (select jsonb_build_object('id', request.id, 'kind', request.kind, 'at', request.created_at) from public.join_requests request
                where request.member_id = (select private.me()) and request.chapter_id = chapter and request.state = 'pending' limit 1),
    'declined', (select jsonb_build_object('at', request.decided_at, 'reason', request.reason) from private.declined_requests() request
                 where request.chapter_id = chapter limit 1),
    'home', (select jsonb_build_object('slug', home.slug, 'name', home.name)
             from public.memberships membership join public.chapters home on home.id = membership.chapter_id
             where membership.member_id = (select private.me()) and membership.kind = 'home' and membership.during @> now() limit 1))
$$;
