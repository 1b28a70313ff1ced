-- A chapter's page in one call; and, for a member, how they stand to that chapter.

-- The same for every reader: people only as they chose to be shown, member numbers only as published. Null when there is no such chapter.
create function private.chapter_page(slug text) returns jsonb
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
      'as_of', private.published_as_of(),
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
        where mandate.chapter_id = chapter.id and mandate.shown_as is not null and mandate.during @> now()
          and mandate.member_id not in (select private.suspended())), '[]'),
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
revoke execute on function private.chapter_page from public;
grant execute on function private.chapter_page to anon, authenticated;

create function public.chapter_page(slug text) returns jsonb
language sql stable set search_path = '' as $$ select private.chapter_page(slug) $$;
revoke execute on function public.chapter_page from public;
grant execute on function public.chapter_page to anon, authenticated;

-- How the current user stands to a chapter: {here: home, guest or null, since, request, declined, home: their current home chapter}.
-- As invoker, but row level security shows leaders more than their own rows, so each query filters by the current user.
create function public.my_standing(chapter uuid) returns jsonb
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
revoke execute on function public.my_standing from public;
grant execute on function public.my_standing to authenticated;
