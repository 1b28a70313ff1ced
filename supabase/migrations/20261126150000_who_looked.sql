-- Whom a leader was shown is written into the journal of those people, and leaders read people no other way.
create function private.note_look(actor uuid, what text, people uuid[], chapter uuid, subject uuid) returns void
language sql set search_path = '' as $$
  insert into public.journal (actor_id, action, member_id, chapter_id, subject_id)
  select actor, what, person, chapter, subject from unnest(people) person
  where person <> actor and not exists (
    select from public.journal known
    where known.member_id = person and known.at >= date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'
      and known.actor_id = actor and known.action = what and known.chapter_id = chapter and known.subject_id is not distinct from subject)
$$;
revoke execute on function private.note_look from public;

drop policy "leaders read the memberships of their chapter" on public.memberships;
drop policy "leaders read the requests to their chapter" on public.join_requests;
drop policy "leaders read the members of their chapter" on public.members;
drop policy "leaders read the studies of their members" on public.studies;
drop policy "leaders read the registrations to their events" on public.registrations;
drop policy "leaders read the team of their chapter" on public.mandates;
drop function private.my_people();
revoke select on public.mandates from authenticated;
grant select (id, chapter_id, role, during, shown_as) on public.mandates to authenticated;

create or replace function private.chapter_members(
  chapter uuid, q text, kind text, degree text, university text, status text, sort text, page int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  words text[] := string_to_array(private.sought(q), ' ');
  own public.chapters;
  home int;
  guest int;
  found uuid[];
  shown uuid[];
begin
  perform private.require_right('members:read', chapter);
  select * into own from public.chapters where id = chapter;
  -- Step by step over arrays of ids: `= any` reads each table once in the order of its index, which joins of a few hundred rows do not.
  select count(*) filter (where membership.kind = 'home'), count(*) filter (where membership.kind = 'guest'),
         coalesce(array_agg(membership.member_id) filter (where chapter_members.kind is null or membership.kind = chapter_members.kind), '{}')
  into home, guest, found
  from public.memberships membership where membership.chapter_id = chapter and upper_inf(membership.during);
  if degree is not null or university is not null then
    found := array(
      select study.member_id from public.studies study
      where study.member_id = any (found) and upper_inf(study.during)
        and (chapter_members.degree is null or study.degree = chapter_members.degree)
        and (chapter_members.university is null or study.university_id = chapter_members.university));
  end if;
  if status is not null then
    found := array(
      select s.member_id from public.member_statuses s
      where s.member_id = any (found) and upper_inf(s.during) and s.status = chapter_members.status);
  end if;
  if words is not null then
    found := array(
      select member.id from public.members member
      where member.id = any (found) and not exists (select from unnest(words) word where position(' ' || word in ' ' || member.search) = 0));
  end if;
  shown := array(
    select member.id from public.members member
    cross join lateral (
      select member.surname || ' ' || member.given_name as name,
             case when sort in ('since', '-since') then (
               select lower(membership.during) from public.memberships membership
               where membership.chapter_id = chapter and membership.member_id = member.id and upper_inf(membership.during)) end as since,
             case when sort in ('university', '-university') then (
               select coalesce(place.name, study.university_other)
               from public.studies study left join public.universities place on place.id = study.university_id
               where study.member_id = member.id and upper_inf(study.during)) end as university
    ) key
    where member.id = any (found)
    order by
      case when sort = 'since' then key.since end,
      case when sort = '-since' then key.since end desc nulls last,
      case when sort = 'university' then key.university end collate "en-x-icu",
      case when sort = '-university' then key.university end collate "en-x-icu" desc nulls last,
      case when sort = '-name' then key.name end collate "kk-x-icu" desc nulls last,
      key.name collate "kk-x-icu", member.id
    limit 50 offset (greatest(page, 1) - 1) * 50);
  perform private.note_look(private.me(), 'member:seen', shown, chapter, null);
  return jsonb_build_object(
    'zone', own.zone, 'home', home, 'guest', guest, 'total', cardinality(found),
    -- What can be chosen: the universities of the chapter's place.
    'universities', coalesce((
      select jsonb_agg(jsonb_build_object('id', place.id, 'name', place.name) order by place.name collate "en-x-icu")
      from public.universities place join public.cities city on city.id = place.city_id
      where own.university_id is null and (city.id = own.city_id or (own.city_id is null and city.country_iso2 = own.country_iso2))), '[]'),
    'rows', coalesce((select jsonb_agg(rows.row) from private.member_rows(chapter, shown) rows (row)), '[]'));
end $$;
create or replace function public.chapter_members(
  chapter uuid, q text default null, kind text default null, degree text default null, university text default null, status text default null,
  sort text default 'name', page int default 1) returns jsonb
language sql set search_path = '' as $$ select private.chapter_members(chapter, q, kind, degree, university, status, sort, page) $$;

create or replace function private.event_attendees(event uuid, q text, state text, sort text, page int) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  words text[] := string_to_array(private.sought(q), ' ');
  organiser uuid := (select e.chapter_id from public.events e where e.id = event);
  shown jsonb;
begin
  perform private.require_right('attendees:read', organiser);
  shown := (
    with everybody as materialized (select * from private.people_of_event(event)),
    matching as materialized (
      select person.* from everybody person
      where (event_attendees.state is null or person.state = event_attendees.state)
        and not exists (select from unnest(words) word where position(' ' || word in ' ' || person.search) = 0)
    ),
    placed as (
      select matching.*, row_number() over (order by
        case when sort = 'name' then matching.surname || ' ' || matching.given_name end collate "kk-x-icu",
        case when sort = '-name' then matching.surname || ' ' || matching.given_name end collate "kk-x-icu" desc nulls last,
        case when sort = 'university' then matching.university end collate "en-x-icu",
        case when sort = '-university' then matching.university end collate "en-x-icu" desc nulls last,
        case when sort = 'since' then matching.since end,
        case when sort = '-since' then matching.since end desc nulls last,
        matching.state, matching.place_in_line, coalesce(matching.promoted_at, matching.since), matching.member_id) as place
      from matching
    )
    select jsonb_build_object(
      'registered', (select count(*) from everybody where everybody.state = 'registered'),
      'waiting', (select count(*) from everybody where everybody.state = 'waiting'),
      'total', (select count(*) from matching),
      'rows', coalesce((
        select jsonb_agg(to_jsonb(placed) - 'place' - 'search' order by placed.place) from placed
        where placed.place between (greatest(page, 1) - 1) * 50 + 1 and greatest(page, 1) * 50), '[]')));
  perform private.note_look(private.me(), 'registration:seen', array(select (person ->> 'member_id')::uuid from jsonb_array_elements(shown -> 'rows') person),
    organiser, event);
  return shown;
end $$;
create or replace function public.event_attendees(event uuid, q text default null, state text default null, sort text default null, page int default 1) returns jsonb
language sql set search_path = '' as $$ select private.event_attendees(event, q, state, sort, page) $$;
