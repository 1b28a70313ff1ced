-- The order of offices, and the size of a chapter as it is published, are each said once; and what nobody asks for is not answered.
create function private.role_rank(role text) returns int
language sql immutable parallel safe set search_path = '' as $$
  select array_position(array['president', 'vice_president', 'secretary', 'treasurer', 'events_lead'], role)
$$;
revoke execute on function private.role_rank from public;

create view private.chapter_sizes with (security_invoker = true) as
  select figure.scope_id as chapter_id, public.publishable(figure.at_end) as members
  from public.figures figure
  where figure.scope_kind = 'chapter' and figure.dimension = 'all' and figure.month = (select max(month) from public.figure_months);

create or replace function private.chapter_team(chapter uuid) returns jsonb
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

create or replace function private.lead_overview(chapter uuid) returns jsonb
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
      'has_president', exists (select from public.mandates held where held.chapter_id = chapter and held.role = 'president' and held.during @> now()),
      -- Terms that end within 60 days and that nobody follows yet.
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
          order by draft.starts_at, draft.id))[1])
        from public.events draft where draft.chapter_id = chapter and draft.state = 'draft') end,
      'next_event', (
        select jsonb_build_object('id', event.id, 'slug', event.slug, 'title', event.title, 'starts_at', event.starts_at, 'clock', event.clock,
          'capacity', event.capacity, 'taken', event.taken, 'waiting', event.waiting)
        from public.events event where event.chapter_id = chapter and event.state = 'published' and event.ends_at > now()
        order by event.starts_at, event.id limit 1),
      'permissions', to_jsonb(rights))
    from public.chapters own where own.id = chapter);
end $$;

create or replace function private.suggested_chapters() returns table (
  id uuid, slug text, kind text, name jsonb, summary jsonb, join_mode text, members int)
language sql stable security definer set search_path = '' as $$
  select chapter.id, chapter.slug, chapter.kind, chapter.name, chapter.summary, chapter.join_mode,
         (select size.members from private.chapter_sizes size where size.chapter_id = chapter.id::text)
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

create or replace function private.chapter_rows(wanted uuid[]) returns table (
  id uuid, slug text, kind text, name jsonb, city jsonb, country jsonb, join_mode text, members int, next_starts_at timestamptz, next_zone text)
language sql stable security definer set search_path = '' as $$
  select chapter.id, chapter.slug, chapter.kind, chapter.name, city.name, country.name, chapter.join_mode,
         size.members, coming.starts_at, coming.zone
  from public.chapters chapter
  join public.countries country on country.iso2 = chapter.country_iso2
  left join public.cities city on city.id = chapter.city_id
  left join private.chapter_sizes size on size.chapter_id = chapter.id::text
  left join lateral (
    select event.starts_at, event.zone from public.events event
    where event.chapter_id = chapter.id and event.state = 'published' and event.visibility = 'everyone' and event.starts_at > now()
    order by event.starts_at limit 1) coming on true
  where chapter.id = any (wanted)
$$;

create or replace function private.chapters_by_country(region text, kind text, locale text, page int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    with matching as materialized (
      select chapter.id, chapter.slug, chapter.kind, chapter.name, chapter.country_iso2, size.members
      from public.chapters chapter
      join public.countries country on country.iso2 = chapter.country_iso2
      left join private.chapter_sizes size on size.chapter_id = chapter.id::text
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
             row_number() over (partition by matching.country_iso2 order by matching.members desc nulls last, matching.slug) as place
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
      'members', (select size.members from private.chapter_sizes size where size.chapter_id = chapter.id::text),
      'as_of', (select as_of from public.figure_months order by month desc limit 1),
      'above', coalesce((
        select jsonb_agg(jsonb_build_object('slug', above.slug, 'name', above.name) order by tree.depth desc)
        from public.chapter_tree tree join public.chapters above on above.id = tree.ancestor_id
        where tree.descendant_id = chapter.id and tree.depth > 0), '[]'),
      'below', coalesce((
        select jsonb_agg(jsonb_build_object('slug', below.slug, 'kind', below.kind, 'name', below.name, 'members', size.members)
                         order by private.kind_rank(below.kind), size.members desc nulls last, below.slug)
        from public.chapters below
        left join private.chapter_sizes size on size.chapter_id = below.id::text
        where below.parent_id = chapter.id and below.state <> 'closed'), '[]'),
      'team', coalesce((
        select jsonb_agg(jsonb_build_object('role', mandate.role, 'name', mandate.shown_as, 'from', lower(mandate.during), 'to', upper(mandate.during))
                         order by private.role_rank(mandate.role), mandate.shown_as)
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

create or replace function private.whoami() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'account', private.account(),
      'is_suspended', private.account() is not null and private.me() is null
                      and exists (select from public.members m where m.user_id = private.account()),
      'has_left', private.me() is not null and not private.belongs(),
      'member', (
        select jsonb_build_object('id', m.id, 'number', m.number, 'surname', m.surname, 'given_name', m.given_name, 'patronymic', m.patronymic,
                                  'latin_name', m.latin_name, 'locale', m.locale)
        from public.members m where m.id = private.me()),
      'leads', coalesce((
        select jsonb_agg(jsonb_build_object('chapter_id', chapter.id, 'slug', chapter.slug, 'name', chapter.name,
          'permissions', private.permissions_of(mandate.role), 'waiting', case when 'members:decide' = any (private.permissions_of(mandate.role)) then (
            select count(*) from public.join_requests request where request.chapter_id = chapter.id and request.state = 'pending') else 0 end) order by chapter.slug)
        from public.mandates mandate join public.chapters chapter on chapter.id = mandate.chapter_id
        where mandate.member_id = private.me() and mandate.during @> now()), '[]'),
      'coordinates', coalesce((select jsonb_agg(scope order by scope) from private.my_scopes() scope), '[]')));
end $$;

drop function public.published_figures(text);
revoke execute on function private.published_figures(text) from anon, authenticated;
