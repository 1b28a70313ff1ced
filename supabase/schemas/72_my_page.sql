-- A member's own pages: which chapters suit them, and what is theirs now.

-- The chapters that suit the current user's study: the university's, the city's, the country's, in this order.
create function private.suggested_chapters() returns table (
  id uuid, slug text, kind text, name jsonb, summary jsonb, join_mode text, members int)
language sql stable security definer set search_path = '' as $$
  select chapter.id, chapter.slug, chapter.kind, chapter.name, chapter.summary, chapter.join_mode,
         (select size.members from private.chapter_sizes size where size.chapter_id = chapter.id::text)
  from public.studies study
  join public.cities city on city.id = study.city_id
  join public.chapters chapter on chapter.state = 'active' and (chapter.join_mode = 'open' or (chapter.join_mode = 'request' and exists (select private.deciders_of(chapter.id)))) and (
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

-- Requests of the current user that were declined in the last 30 days, each with its reason; not where they have asked again, or belong by now.
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

-- Events that the current user is registered for or waits for, the next first; or past ones at which they had a place, the latest first. {total, rows}: rows
-- as in lists of events, with `mine` {state, place_in_line}.
create function private.my_events(is_past boolean, page int, per_page int) returns jsonb
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
  return (
    with mine as materialized (
      select registration.event_id, registration.state, registration.line, event.starts_at
      from public.registrations registration join public.events event on event.id = registration.event_id
      where registration.member_id = (select private.me()) and event.state <> 'draft'
        and case when is_past then event.ends_at <= now() and registration.state = 'registered'
                 else event.ends_at > now() and registration.state in ('registered', 'waiting') end
    ),
    shown as (
      select mine.*, row_number() over (
        order by case when not is_past then mine.starts_at end, case when is_past then mine.starts_at end desc, mine.event_id) as place
      from mine
      order by place
      limit least(greatest(per_page, 1), 100) offset (greatest(page, 1) - 1) * least(greatest(per_page, 1), 100)
    )
    select jsonb_build_object(
      'total', (select count(*) from mine),
      'rows', coalesce((
        select jsonb_agg(found.row || jsonb_build_object('mine', jsonb_build_object(
          'state', shown.state,
          'place_in_line', case when shown.state = 'waiting' then (
            select count(*) from public.registrations ahead
            where ahead.event_id = shown.event_id and ahead.state = 'waiting' and ahead.line <= shown.line) end)) order by shown.place)
        from private.event_rows((select array_agg(shown.event_id) from shown)) found (row)
        join shown on shown.event_id = (found.row ->> 'id')::uuid), '[]')));
end $$;
revoke execute on function private.my_events from public;
grant execute on function private.my_events to authenticated;

-- What was done about the current user, the latest first; `by_others` leaves out what they did themselves. {total, rows}. Actors are named if they held an
-- office then; apart from them, only the site itself can act about a member.
create function private.my_journal(by_others boolean, page int, per_page int) returns jsonb
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
  return (
    with about_me as materialized (
      select entry.* from public.journal entry
      where entry.member_id = (select private.me()) and (not by_others or entry.actor_id is distinct from entry.member_id)
    ),
    shown as (
      select * from about_me order by at desc, id desc
      limit greatest(per_page, 1) offset (greatest(page, 1) - 1) * greatest(per_page, 1)
    )
    select jsonb_build_object(
      'total', (select count(*) from about_me),
      'rows', coalesce((
        select jsonb_agg(jsonb_build_object(
          'id', shown.id, 'at', shown.at, 'action', shown.action, 'is_mine', shown.actor_id is not distinct from shown.member_id,
          'name', case when shown.actor_id is distinct from shown.member_id and coalesce(office.role, assignment.role) is not null
                       then coalesce(office.shown_as, actor.surname || ' ' || actor.given_name) end,
          'role', case when shown.actor_id is distinct from shown.member_id then coalesce(office.role, assignment.role) end,
          'purpose', shown.detail ->> 'purpose', 'chapter', chapter.name, 'event', event.title) order by shown.at desc, shown.id desc)
        from shown
        left join public.members actor on actor.id = shown.actor_id
        left join public.chapters chapter on chapter.id = shown.chapter_id
        left join public.events event on event.id = shown.subject_id and event.state <> 'draft'
        left join lateral (
          select mandate.role, mandate.shown_as from public.mandates mandate
          where mandate.member_id = shown.actor_id and mandate.during @> shown.at
          order by mandate.chapter_id = shown.chapter_id desc nulls last limit 1) office on true
        left join lateral (
          select 'coordinator' as role from public.coordinators coordinator
          where coordinator.member_id = shown.actor_id and coordinator.during @> shown.at limit 1) assignment on true), '[]')));
end $$;
revoke execute on function private.my_journal from public;
grant execute on function private.my_journal to authenticated;

-- Memberships, pending and declined requests, the next events, the study, and who last looked at the current user, in one call.
create function private.my_page() returns jsonb
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
revoke execute on function private.my_page from public;
grant execute on function private.my_page to authenticated;

create function public.suggested_chapters() returns table (
  id uuid, slug text, kind text, name jsonb, summary jsonb, join_mode text, members int)
language sql stable set search_path = '' as $$ select * from private.suggested_chapters() $$;
create function public.my_page() returns jsonb
language sql stable set search_path = '' as $$ select private.my_page() $$;
create function public.my_events(is_past boolean default false, page int default 1, per_page int default 20) returns jsonb
language sql stable set search_path = '' as $$ select private.my_events(is_past, page, per_page) $$;
create function public.my_journal(by_others boolean default false, page int default 1, per_page int default 20) returns jsonb
language sql stable set search_path = '' as $$ select private.my_journal(by_others, page, least(per_page, 100)) $$;
revoke execute on function public.suggested_chapters, public.my_page, public.my_events, public.my_journal from public;
grant execute on function public.suggested_chapters, public.my_page, public.my_events, public.my_journal to authenticated;
