-- A member's own pages: which chapter suits them, and what is theirs now.

-- The chapters that suit the study of the one who asks: the university's, the city's, the country's, in this order.
create function private.suggested_chapters() returns table (
  id uuid, slug text, kind text, name jsonb, summary jsonb, join_mode text, members int)
language sql stable security definer set search_path = '' as $$
  select chapter.id, chapter.slug, chapter.kind, chapter.name, chapter.summary, chapter.join_mode,
         (select public.publishable(figure.at_end) from public.figures figure
          where figure.scope_kind = 'chapter' and figure.scope_id = chapter.id::text and figure.dimension = 'all'
            and figure.month = (select max(month) from public.figure_months))
  from public.studies study
  join public.cities city on city.id = study.city_id
  join public.chapters chapter on chapter.state = 'active' and chapter.join_mode <> 'invitation' and (
       (chapter.kind = 'university' and chapter.university_id = study.university_id)
    or (chapter.kind = 'city' and chapter.city_id = study.city_id)
    or (chapter.kind = 'country' and chapter.country_iso2 = city.country_iso2))
  where study.member_id = (select private.me()) and upper_inf(study.during)
    and not exists (select from public.memberships m where m.member_id = study.member_id and m.chapter_id = chapter.id and m.during @> now())
  order by case chapter.kind when 'university' then 1 when 'city' then 2 else 3 end
  limit 6
$$;
revoke execute on function private.suggested_chapters from public;
grant execute on function private.suggested_chapters to authenticated;

-- Memberships, requests, coming events and study of the one who asks, in one call.
create function private.my_page() returns jsonb
language sql stable security definer set search_path = '' as $$
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
    'events', coalesce((
      select jsonb_agg(jsonb_build_object('id', event.id, 'slug', event.slug, 'title', event.title, 'starts_at', event.starts_at, 'ends_at', event.ends_at,
        'zone', event.zone, 'venue', event.venue, 'format', event.format, 'event_state', event.state, 'state', registration.state,
        'place_in_line', case when registration.state = 'waiting' then (
          select count(*) from public.registrations ahead
          where ahead.event_id = event.id and ahead.state = 'waiting' and ahead.line <= registration.line) end) order by event.starts_at)
      from public.registrations registration join public.events event on event.id = registration.event_id
      where registration.member_id = private.me() and registration.state <> 'cancelled' and event.ends_at > now()), '[]'),
    'study', (
      select jsonb_build_object('university', coalesce(university.name, study.university_other), 'degree', study.degree, 'field', study.field,
                                'city', city.name, 'ends_on', study.ends_on)
      from public.studies study join public.cities city on city.id = study.city_id left join public.universities university on university.id = study.university_id
      where study.member_id = private.me() and upper_inf(study.during)))
$$;
revoke execute on function private.my_page from public;
grant execute on function private.my_page to authenticated;

create function public.suggested_chapters() returns table (
  id uuid, slug text, kind text, name jsonb, summary jsonb, join_mode text, members int)
language sql stable set search_path = '' as $$ select * from private.suggested_chapters() $$;
create function public.my_page() returns jsonb
language sql stable set search_path = '' as $$ select private.my_page() $$;
revoke execute on function public.suggested_chapters, public.my_page from public;
grant execute on function public.suggested_chapters, public.my_page to authenticated;
