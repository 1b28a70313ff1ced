-- Leaders see what people studied when they came or were answered, and not where they went afterwards.
create or replace function private.people_of_event(event uuid) returns table (
  member_id uuid, surname text, given_name text, patronymic text, latin_name text, search text, university text, state text, place_in_line bigint,
  since timestamptz, promoted_at timestamptz)
language sql stable set search_path = '' as $$
  select member.id, member.surname, member.given_name, member.patronymic, member.latin_name, member.search, coalesce(university.name, study.university_other),
         registration.state, case when registration.state = 'waiting' then row_number() over (partition by registration.state order by registration.line) end,
         registration.created_at, registration.promoted_at
  from public.registrations registration
  join public.events held on held.id = registration.event_id
  join public.members member on member.id = registration.member_id
  left join public.studies study on study.member_id = member.id and study.during @> least(held.starts_at, now())
  left join public.universities university on university.id = study.university_id
  where registration.event_id = event and registration.state <> 'cancelled'
$$;

create or replace function private.request_rows(wanted uuid[]) returns setof jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
  return query
  select jsonb_build_object(
    'id', request.id, 'kind', request.kind, 'message', request.message, 'at', request.created_at, 'state', request.state, 'reason', request.reason,
    'decided_at', request.decided_at, 'decided_by', decider.surname || ' ' || decider.given_name,
    'surname', member.surname, 'given_name', member.given_name, 'patronymic', member.patronymic, 'latin_name', member.latin_name,
    'university', coalesce(university.name, study.university_other), 'degree', study.degree, 'home', home.name)
  from unnest(wanted) with ordinality asked (id, place)
  join public.join_requests request on request.id = asked.id
  join public.members member on member.id = request.member_id
  left join public.members decider on decider.id = request.decided_by
  -- Once answered, as it was then: whoever was declined, or has gone since, is none of ours.
  left join public.studies study on study.member_id = member.id and study.during @> coalesce(request.decided_at, now())
  left join public.universities university on university.id = study.university_id
  -- Where they come from: their home now, or the one they had when they asked.
  left join public.memberships membership on membership.member_id = member.id and membership.kind = 'home'
    and membership.during @> case when request.state = 'pending' then now() else request.created_at end
  left join public.chapters home on home.id = membership.chapter_id
  order by asked.place;
end $$;
