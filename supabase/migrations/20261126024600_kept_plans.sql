-- PL/pgSQL keeps its plans for as long as the connection lives; a SQL function that cannot be inlined is planned anew at each call.

create or replace function private.account() returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select session.user_id from auth.sessions session
    where session.id = nullif(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'session_id', '')::uuid
      and session.user_id = (select auth.uid()));
end $$;

create or replace function private.me() returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select member.id from public.members member
    where member.user_id = (select private.account())
      and not exists (select from public.member_statuses s where s.member_id = member.id and s.status = 'suspended' and s.during @> now()));
end $$;

create or replace function private.my_chapters(permission text) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select mandate.chapter_id from public.mandates mandate
    where mandate.member_id = (select private.me()) and mandate.during @> now() and permission = any (private.permissions_of(mandate.role));
end $$;

create or replace function private.my_scopes() returns setof text
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select coordinator.scope from public.coordinators coordinator
    where coordinator.member_id = (select private.me()) and coordinator.during @> now();
end $$;

create or replace function private.my_memberships() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select tree.ancestor_id from public.memberships membership
    join public.chapter_tree tree on tree.descendant_id = membership.chapter_id
    where membership.member_id = (select private.me()) and membership.during @> now();
end $$;

create or replace function private.my_people() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select membership.member_id from public.memberships membership
    where membership.chapter_id in (select private.my_chapters('members:read')) and membership.during @> now();
end $$;

create or replace function private.my_registrations() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select registration.event_id from public.registrations registration
    where registration.member_id = (select private.me()) and registration.state = 'registered';
end $$;

create or replace function private.event_rows(wanted uuid[]) returns setof jsonb
language plpgsql stable set search_path = '' as $$
begin
  return query
    select jsonb_build_object(
      'id', event.id, 'slug', event.slug, 'kind', event.kind, 'title', event.title, 'spoken', to_jsonb(event.spoken), 'zone', event.zone,
      'starts_at', event.starts_at, 'ends_at', event.ends_at, 'registration_closes_at', event.registration_closes_at, 'format', event.format,
      'venue', event.venue, 'city', city.name, 'capacity', event.capacity, 'taken', event.taken, 'waiting', event.waiting,
      'visibility', event.visibility, 'state', event.state,
      'zone_city', case when coalesce(city.zone, home.zone) = event.zone then coalesce(city.name, home.name) else private.city_of_zone(event.zone) end,
      'chapter', jsonb_build_object('slug', chapter.slug, 'name', chapter.name))
    from unnest(wanted) with ordinality asked (id, place)
    join public.events event on event.id = asked.id
    join public.chapters chapter on chapter.id = event.chapter_id
    left join public.cities city on city.id = event.city_id
    left join public.cities home on home.id = chapter.city_id
    order by asked.place;
end $$;

create or replace function private.has_address_inside(event uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select exists (select from public.event_access access where access.event_id = event and access.address is not null));
end $$;

create or replace function public.event_page(slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select found.row || jsonb_build_object(
      'summary', event.summary, 'description', event.description, 'text_status', event.text_status, 'address', event.address,
      'cancel_reason', event.cancel_reason, 'version', event.version, 'created_at', event.created_at,
      'has_address_inside', private.has_address_inside(event.id),
      'country', (select land.name from public.countries land where land.iso2 = chapter.country_iso2),
      'chapter', jsonb_build_object('id', chapter.id, 'slug', chapter.slug, 'name', chapter.name, 'kind', chapter.kind))
    from public.events event
    join public.chapters chapter on chapter.id = event.chapter_id
    cross join private.event_rows(array[event.id]) found (row)
    where event.slug = event_page.slug);
end $$;

create or replace function public.my_place(slug text) returns jsonb
language plpgsql stable set search_path = '' as $$
begin
  return (
    select jsonb_build_object('state', mine.state, 'place_in_line', mine.place_in_line, 'link', access.link, 'address', access.address)
    from public.events event
    left join private.my_registration(event.id) mine on true
    left join public.event_access access on access.event_id = event.id
    where event.slug = my_place.slug);
end $$;

create or replace function private.my_chapters_and_below() returns setof text
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select tree.descendant_id::text from public.mandates mandate
    join public.chapter_tree tree on tree.ancestor_id = mandate.chapter_id
    where mandate.member_id = (select private.me()) and mandate.during @> now();
end $$;

create or replace function private.is_world_coordinator() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
   select 'world' in (select private.my_scopes()) );
end $$;

create or replace function private.my_events(is_past boolean, page int, per_page int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
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
        from shown cross join lateral private.event_rows(array[shown.event_id]) found (row)), '[]')));
end $$;

create or replace function private.my_journal(by_others boolean, page int, per_page int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
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
      'events', private.my_events(false, 1, 5),
      'looked', private.my_journal(true, 1, 2),
      'study', (
        select jsonb_build_object('university', coalesce(university.name, study.university_other), 'degree', study.degree, 'field', study.field,
                                  'city', city.name, 'ends_on', study.ends_on)
        from public.studies study join public.cities city on city.id = study.city_id left join public.universities university on university.id = study.university_id
        where study.member_id = private.me() and upper_inf(study.during))));
end $$;

create or replace function private.chapters_by_country(region text, kind text, locale text, page int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    with matching as materialized (
      select chapter.id, chapter.slug, chapter.kind, chapter.name, chapter.country_iso2, figure.at_end
      from public.chapters chapter
      join public.countries country on country.iso2 = chapter.country_iso2
      left join public.figures figure on figure.scope_kind = 'chapter' and figure.scope_id = chapter.id::text and figure.dimension = 'all'
        and figure.month = (select max(month) from public.figure_months) and figure.value = ''
      where chapter.state <> 'closed'
        and (chapters_by_country.region is null or country.region = chapters_by_country.region)
        and (chapters_by_country.kind is null or chapter.kind = chapters_by_country.kind)
    ),
    groups as (
      select country.iso2, country.name, count(*) as chapters,
             row_number() over (order by
               case when locale = 'kk' then private.sorting_name(country.name, 'kk') end collate "kk-x-icu",
               case when locale = 'ru' then private.sorting_name(country.name, 'ru') end collate "ru-x-icu",
               private.sorting_name(country.name, locale) collate "en-x-icu") as place
      from matching join public.countries country on country.iso2 = matching.country_iso2
      group by country.iso2
    ),
    ranked as (
      select matching.id, matching.country_iso2,
             row_number() over (partition by matching.country_iso2 order by matching.at_end desc nulls last, matching.slug) as place
      from matching where matching.kind <> 'country'
    ),
    shown as (
      select row.*, ranked.country_iso2, ranked.place
      from ranked join groups on groups.iso2 = ranked.country_iso2 and groups.place between (page - 1) * 6 + 1 and page * 6
      join private.chapter_rows((select array_agg(r.id) from ranked r where r.place <= 6)) row on row.id = ranked.id
      where ranked.place <= 6
    )
    select jsonb_build_object(
      'total', (select count(*) from matching),
      'countries', (select count(*) from groups),
      'groups', coalesce((
        select jsonb_agg(jsonb_build_object('iso2', groups.iso2, 'name', groups.name, 'chapters', groups.chapters,
          'slug', (select own.slug from public.chapters own where own.country_iso2 = groups.iso2 and own.kind = 'country' and own.state <> 'closed' limit 1),
          'members', (select figures.members from private.published_figures('country') figures where figures.scope_id = groups.iso2),
          'shown', coalesce((select jsonb_agg(to_jsonb(shown) - 'country_iso2' - 'place' order by shown.place) from shown where shown.country_iso2 = groups.iso2), '[]'))
          order by groups.place)
        from groups where groups.place between (page - 1) * 6 + 1 and page * 6), '[]')));
end $$;

create or replace function private.chapter_page(slug text) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'id', chapter.id, 'slug', chapter.slug, 'kind', chapter.kind, 'name', chapter.name, 'summary', chapter.summary, 'about', chapter.about,
      'text_status', chapter.text_status, 'zone', chapter.zone, 'join_mode', chapter.join_mode, 'state', chapter.state, 'founded_on', chapter.founded_on,
      'country', jsonb_build_object('iso2', country.iso2, 'name', country.name),
      'city', case when city.id is not null then jsonb_build_object('id', city.id, 'name', city.name) end,
      'university', case when university.id is not null then
        jsonb_build_object('name', university.name, 'name_native', university.name_native, 'website', university.website) end,
      'members', (
        select public.publishable(figure.at_end) from public.figures figure
        where figure.scope_kind = 'chapter' and figure.scope_id = chapter.id::text and figure.dimension = 'all' and figure.value = ''
          and figure.month = (select max(month) from public.figure_months)),
      'as_of', (select as_of from public.figure_months order by month desc limit 1),
      'above', coalesce((
        select jsonb_agg(jsonb_build_object('slug', above.slug, 'name', above.name) order by tree.depth desc)
        from public.chapter_tree tree join public.chapters above on above.id = tree.ancestor_id
        where tree.descendant_id = chapter.id and tree.depth > 0), '[]'),
      'below', coalesce((
        select jsonb_agg(jsonb_build_object('slug', below.slug, 'kind', below.kind, 'name', below.name, 'members', public.publishable(figure.at_end))
                         order by private.kind_rank(below.kind), figure.at_end desc nulls last, below.slug)
        from public.chapters below
        left join public.figures figure on figure.scope_kind = 'chapter' and figure.scope_id = below.id::text and figure.dimension = 'all' and figure.value = ''
          and figure.month = (select max(month) from public.figure_months)
        where below.parent_id = chapter.id and below.state <> 'closed'), '[]'),
      'team', coalesce((
        select jsonb_agg(jsonb_build_object('role', mandate.role, 'name', mandate.shown_as, 'from', lower(mandate.during), 'to', upper(mandate.during))
                         order by array_position(array['president', 'vice_president', 'secretary', 'treasurer', 'events_lead'], mandate.role), mandate.shown_as)
        from public.mandates mandate
        where mandate.chapter_id = chapter.id and mandate.shown_as is not null and mandate.during @> now()), '[]'),
      'team_changes_at', (
        select min(moment) from public.mandates mandate cross join lateral (values (lower(mandate.during)), (upper(mandate.during))) edge (moment)
        where mandate.chapter_id = chapter.id and mandate.shown_as is not null and moment > now()),
      'last_year', (
        select jsonb_build_object('events', count(*), 'places', public.publishable(sum(event.taken)))
        from public.chapter_tree tree join public.events event on event.chapter_id = tree.descendant_id
        where tree.ancestor_id = chapter.id and event.state = 'published' and event.starts_at between now() - interval '1 year' and now()))
    from public.chapters chapter
    join public.countries country on country.iso2 = chapter.country_iso2
    left join public.cities city on city.id = chapter.city_id
    left join public.universities university on university.id = chapter.university_id
    where chapter.slug = chapter_page.slug);
end $$;

create or replace function private.my_data() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'exported_at', now(),
      'account', (select jsonb_build_object('id', account.id, 'email', account.email, 'created_at', account.created_at, 'last_sign_in_at', account.last_sign_in_at)
                  from auth.users account where account.id = private.account()),
      'member', to_jsonb(member) - 'user_id' - 'search',
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
    from public.members member where member.id = private.me());
end $$;

create or replace function private.whoami() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'account', private.account(),
      'is_suspended', private.account() is not null and private.me() is null
                      and exists (select from public.members m where m.user_id = private.account()),
      'member', (
        select jsonb_build_object('id', m.id, 'number', m.number, 'surname', m.surname, 'given_name', m.given_name, 'patronymic', m.patronymic,
                                  'latin_name', m.latin_name, 'locale', m.locale)
        from public.members m where m.id = private.me()),
      'leads', coalesce((
        select jsonb_agg(jsonb_build_object('chapter_id', chapter.id, 'slug', chapter.slug, 'name', chapter.name, 'role', mandate.role,
                                            'ends_at', upper(mandate.during), 'permissions', private.permissions_of(mandate.role),
          'waiting', case when 'members:decide' = any (private.permissions_of(mandate.role)) then (
            select count(*) from public.join_requests request where request.chapter_id = chapter.id and request.state = 'pending') else 0 end) order by chapter.slug)
        from public.mandates mandate join public.chapters chapter on chapter.id = mandate.chapter_id
        where mandate.member_id = private.me() and mandate.during @> now()), '[]'),
      'coordinates', coalesce((select jsonb_agg(scope order by scope) from private.my_scopes() scope), '[]')));
end $$;
