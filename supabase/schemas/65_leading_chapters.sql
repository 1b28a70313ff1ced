-- The desk of a chapter: pending requests, the members, the team, and an overview. Each part depends on what somebody's mandate there allows.
create index join_requests_answered_idx on public.join_requests (chapter_id, decided_at) where state in ('approved', 'declined');

-- The current user's permissions in a chapter by all their mandates there right now. Without any, the desk does not exist for them.
create function private.require_desk(chapter uuid) returns text[]
language plpgsql stable security definer set search_path = '' as $$
declare
  rights text[] := (
    select array_agg(distinct permission)
    from public.mandates mandate cross join lateral unnest(private.permissions_of(mandate.role)) permission
    where mandate.chapter_id = chapter and mandate.member_id = (select private.me()) and mandate.during @> now());
begin
  if rights is null then raise exception 'not yours' using errcode = '42501'; end if;
  return rights;
end $$;
revoke execute on function private.require_desk from public;

-- Requests with the names of the applicants, in the order of the list; PL/pgSQL keeps the plan of the joins from call to call. The calling functions check
-- who may see them.
create function private.request_rows(wanted uuid[]) returns setof jsonb
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
  -- Of an answered request: the study at that time, as the leaders have no right to see later ones of somebody who was declined or has left.
  left join public.studies study on study.member_id = member.id and study.during @> coalesce(request.decided_at, now())
  left join public.universities university on university.id = study.university_id
  -- Their home chapter: the current one while the request is pending, else the one they had when they asked.
  left join public.memberships membership on membership.member_id = member.id and membership.kind = 'home'
    and membership.during @> case when request.state = 'pending' then now() else request.created_at end
  left join public.chapters home on home.id = membership.chapter_id
  order by asked.place;
end $$;
revoke execute on function private.request_rows from public;

-- view: 'waiting', the oldest first, or 'answered' in the last 90 days, the latest first. {zone, waiting, answered, rows}; twenty per page.
create function private.list_requests(chapter uuid, view text, page int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  skipped int := (greatest(page, 1) - 1) * 20;
  wanted uuid[];
begin
  perform private.require_right('members:decide', chapter);
  if view = 'answered' then
    wanted := array(
      select request.id from public.join_requests request
      where request.chapter_id = chapter and request.state in ('approved', 'declined') and request.decided_at > now() - interval '90 days'
      order by request.decided_at desc, request.id limit 20 offset skipped);
  else
    wanted := array(
      select request.id from public.join_requests request where request.chapter_id = chapter and request.state = 'pending'
      order by request.created_at, request.id limit 20 offset skipped);
  end if;
  return jsonb_build_object(
    'zone', (select own.zone from public.chapters own where own.id = chapter),
    'waiting', (select count(*) from public.join_requests request where request.chapter_id = chapter and request.state = 'pending'),
    'answered', (select count(*) from public.join_requests request
                 where request.chapter_id = chapter and request.state in ('approved', 'declined') and request.decided_at > now() - interval '90 days'),
    'rows', coalesce((select jsonb_agg(found.row) from private.request_rows(wanted) found (row)), '[]'));
end $$;
revoke execute on function private.list_requests from public;
grant execute on function private.list_requests to authenticated;

-- People as lists of members show them: no address, no contact details. The calling functions check who may see them.
create function private.member_rows(chapter uuid, wanted uuid[]) returns setof jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
  return query
  select jsonb_build_object(
    'id', member.id, 'number', member.number, 'surname', member.surname, 'given_name', member.given_name, 'patronymic', member.patronymic,
    'latin_name', member.latin_name, 'kind', membership.kind, 'since', lower(membership.during), 'status', status.status,
    'university', coalesce(university.name, study.university_other), 'degree', study.degree)
  from unnest(wanted) with ordinality asked (id, place)
  join public.members member on member.id = asked.id
  join public.memberships membership on membership.member_id = member.id and membership.chapter_id = member_rows.chapter and upper_inf(membership.during)
  left join public.member_statuses status on status.member_id = member.id and upper_inf(status.during)
  left join public.studies study on study.member_id = member.id and upper_inf(study.during)
  left join public.universities university on university.id = study.university_id
  order by asked.place;
end $$;
revoke execute on function private.member_rows from public;

-- The current members of a chapter. q matches names in any script; kind, degree, university and status filter; sort: 'name' in the Kazakh alphabet, 'since'
-- or 'university', with '-' in front for descending. {zone, home, guest, total, universities, rows}; fifty per page. People can see in their journal who was
-- shown their entry.
create function private.chapter_members(
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
  -- Step by step over arrays of ids: `= any` reads each table once, in index order; the planner's joins of a few hundred rows do not.
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
    -- Options of the filter: the universities of the chapter's city or country.
    'universities', coalesce((
      select jsonb_agg(jsonb_build_object('id', place.id, 'name', place.name) order by place.name collate "en-x-icu")
      from public.universities place join public.cities city on city.id = place.city_id
      where own.university_id is null and (city.id = own.city_id or (own.city_id is null and city.country_iso2 = own.country_iso2))), '[]'),
    'rows', coalesce((select jsonb_agg(rows.row) from private.member_rows(chapter, shown) rows (row)), '[]'));
end $$;
revoke execute on function private.chapter_members from public;
grant execute on function private.chapter_members to authenticated;

-- The whole list, for a file. Each person on it can see in their journal who exported it.
create function private.export_members(chapter uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted uuid[];
begin
  perform private.require_right('members:read', chapter);
  wanted := array(
    select member.id from public.memberships membership join public.members member on member.id = membership.member_id
    where membership.chapter_id = chapter and upper_inf(membership.during)
    order by (member.surname || ' ' || member.given_name) collate "kk-x-icu", member.id);
  perform private.write_journal(me, 'member:exported', taken, chapter, null) from unnest(wanted) taken;
  return jsonb_build_object(
    'zone', (select own.zone from public.chapters own where own.id = chapter),
    'rows', coalesce((select jsonb_agg(found.row) from private.member_rows(chapter, wanted) found (row)), '[]'));
end $$;
revoke execute on function private.export_members from public;
grant execute on function private.export_members to authenticated;

-- Current and future mandates, in the order of the roles. Names are for those who may read members; the others see what visitors see, and themselves.
create function private.chapter_team(chapter uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.me();
  sees_names boolean := 'members:read' = any (private.require_desk(chapter));
begin
  return jsonb_build_object(
    'zone', (select own.zone from public.chapters own where own.id = chapter),
    'rows', coalesce((
      select jsonb_agg(jsonb_build_object(
          'id', mandate.id, 'role', mandate.role, 'from', lower(mandate.during), 'to', upper(mandate.during), 'shown_as', mandate.shown_as,
          'is_mine', mandate.member_id = me,
          'name', case when sees_names or mandate.member_id = me then member.surname || ' ' || member.given_name else mandate.shown_as end)
        order by private.role_rank(mandate.role), lower(mandate.during), mandate.id)
      from public.mandates mandate join public.members member on member.id = mandate.member_id
      where mandate.chapter_id = chapter and upper(mandate.during) > now()), '[]'));
end $$;
revoke execute on function private.chapter_team from public;
grant execute on function private.chapter_team to authenticated;

-- Sets the name under which visitors see the holder of the mandate; an empty one hides them. Refuses KA017 when the term has ended meanwhile.
create function private.show_mandate_as(mandate uuid, shown_as text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  changed public.mandates;
begin
  update public.mandates held set shown_as = nullif(btrim(show_mandate_as.shown_as), '')
  where held.id = mandate and held.member_id = me and held.during @> now() returning held.* into changed;
  if changed.id is null then perform private.refuse('KA017', 'term-ended'); end if;
  perform private.write_journal(me, 'mandate:shown', me, changed.chapter_id, changed.id);
end $$;
revoke execute on function private.show_mandate_as from public;
grant execute on function private.show_mandate_as to authenticated;

-- What a leader sees first. Requests for those who decide on them, drafts for those who edit events; the terms of the team for those who may read members,
-- else only one's own.
create function private.lead_overview(chapter uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.me();
  rights text[] := private.require_desk(chapter);
begin
  return (
    select jsonb_build_object(
      'zone', own.zone, 'state', own.state,
      'mine', (
        select jsonb_agg(jsonb_build_object('role', held.role, 'from', lower(held.during), 'to', upper(held.during))
          order by private.role_rank(held.role))
        from public.mandates held where held.chapter_id = chapter and held.member_id = me and held.during @> now()),
      'has_president', exists (select from public.mandates held where held.chapter_id = chapter and held.role = 'president' and held.during @> now()
                               and held.member_id not in (select private.suspended())),
      -- Terms that end within 60 days and have no successor yet.
      'ending', coalesce((
        select jsonb_agg(jsonb_build_object('role', held.role, 'to', upper(held.during), 'is_mine', held.member_id = me,
          'name', member.surname || ' ' || member.given_name) order by upper(held.during), held.id)
        from public.mandates held join public.members member on member.id = held.member_id
        where held.chapter_id = chapter and held.during @> now() and upper(held.during) < now() + interval '60 days'
          and ('members:read' = any (rights) or held.member_id = me)
          and not exists (select from public.mandates next where next.chapter_id = chapter and next.role = held.role and lower(next.during) >= upper(held.during))), '[]'),
      'requests', case when 'members:decide' = any (rights) then (
        select jsonb_build_object('count', count(*), 'oldest', min(request.created_at),
          'rows', coalesce((select jsonb_agg(found.row) from private.request_rows(array(
            select first.id from public.join_requests first where first.chapter_id = chapter and first.state = 'pending' order by first.created_at, first.id limit 3)) found (row)), '[]'))
        from public.join_requests request where request.chapter_id = chapter and request.state = 'pending') end,
      'drafts', case when 'events:edit' = any (rights) then (
        select jsonb_build_object('count', count(*), 'first', (array_agg(jsonb_build_object('id', draft.id, 'title', draft.title, 'starts_at', draft.starts_at, 'clock', draft.clock)
          order by draft.starts_at < now(), draft.starts_at, draft.id))[1])
        from public.events draft where draft.chapter_id = chapter and draft.state = 'draft') end,
      'next_event', (
        select jsonb_build_object('id', event.id, 'slug', event.slug, 'title', event.title, 'starts_at', event.starts_at, 'clock', event.clock,
          'capacity', event.capacity, 'taken', event.taken, 'waiting', event.waiting)
        from public.events event where event.chapter_id = chapter and event.state = 'published' and event.ends_at > now()
        order by event.starts_at, event.id limit 1),
      'permissions', to_jsonb(rights))
    from public.chapters own where own.id = chapter);
end $$;
revoke execute on function private.lead_overview from public;
grant execute on function private.lead_overview to authenticated;

create function public.list_requests(chapter uuid, view text default 'waiting', page int default 1) returns jsonb
language sql stable set search_path = '' as $$ select private.list_requests(chapter, view, page) $$;
create function public.chapter_members(
  chapter uuid, q text default null, kind text default null, degree text default null, university text default null, status text default null,
  sort text default 'name', page int default 1) returns jsonb
language sql set search_path = '' as $$ select private.chapter_members(chapter, q, kind, degree, university, status, sort, page) $$;
create function public.export_members(chapter uuid) returns jsonb
language sql set search_path = '' as $$ select private.export_members(chapter) $$;
create function public.chapter_team(chapter uuid) returns jsonb
language sql stable set search_path = '' as $$ select private.chapter_team(chapter) $$;
create function public.show_mandate_as(mandate uuid, shown_as text) returns void
language sql set search_path = '' as $$ select private.show_mandate_as(mandate, shown_as) $$;
-- Adds the month's figures of the chapter and of all below it; row level security decides who sees them.
create function public.lead_overview(chapter uuid) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return private.lead_overview(chapter) || jsonb_build_object('figures', (
    select jsonb_build_object('month', figure.month, 'as_of', counted.as_of, 'members', figure.at_end,
      'joined', figure.joins + figure.moved_in, 'left', figure.leaves + figure.moved_out,
      'below', (
        select jsonb_build_object('chapters', count(*), 'members', coalesce(sum(part.at_end), 0),
          'joined', coalesce(sum(part.joins + part.moved_in), 0), 'left', coalesce(sum(part.leaves + part.moved_out), 0))
        from public.chapters child
        left join public.figures part on part.scope_kind = 'chapter' and part.scope_id = child.id::text and part.dimension = 'all' and part.month = figure.month
        where child.parent_id = lead_overview.chapter and child.state <> 'closed'))
    from public.figures figure join public.figure_months counted on counted.month = figure.month
    where figure.scope_kind = 'chapter' and figure.scope_id = lead_overview.chapter::text and figure.dimension = 'all'
      and figure.month = (select max(latest.month) from public.figure_months latest)));
end $$;
revoke execute on function public.list_requests, public.chapter_members, public.export_members, public.chapter_team, public.show_mandate_as, public.lead_overview from public;
grant execute on function public.list_requests, public.chapter_members, public.export_members, public.chapter_team, public.show_mandate_as, public.lead_overview to authenticated;
