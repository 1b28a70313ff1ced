-- Who is suspended leads nobody: not on the page of the chapter, not on those of its members, and no letter tells them who asks to join.
create index member_statuses_suspended_idx on public.member_statuses (member_id) where status = 'suspended';

-- Whoever is suspended at this minute, for policies and pages that pass over what they hold.
create function private.suspended() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select s.member_id from public.member_statuses s where s.status = 'suspended' and s.during @> now();
end $$;
revoke execute on function private.suspended from public;
grant execute on function private.suspended to anon, authenticated;

create or replace function private.set_status(member uuid, new_status text, actor uuid) returns void
language plpgsql set search_path = '' as $$
declare
  ended text;
begin
  update public.member_statuses set during = tstzrange(lower(during), clock_timestamp())
  where member_id = member and upper_inf(during) returning status into ended;
  insert into public.member_statuses (member_id, status, during, actor_id)
  values (member, new_status, tstzrange(clock_timestamp(), null), actor);
  if 'suspended' in (ended, new_status) then
    perform private.touch_page('chapter:' || held.chapter_id) from public.mandates held where held.member_id = member and held.shown_as is not null;
  end if;
  if ended = 'suspended' then perform private.promote_who_is_back(member); end if;
end $$;

create or replace function private.join_chapter(chapter uuid, membership_kind text, message text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.chapters;
  request uuid;
begin
  -- But for its key, here and below: journal rows and letters of others point there, and would wait for us while we wait for theirs.
  perform from public.members where id = me for no key update;
  select * into wanted from public.chapters where id = chapter;
  if wanted.id is null or wanted.state <> 'active' then perform private.refuse('KA012', 'chapter-not-active'); end if;
  if not private.belongs() and not array['processing', 'cross_border'] <@ array(select private.agreed_to(me)) then
    perform private.refuse('KA006', 'has-left');
  end if;
  if wanted.kind = 'interest' then membership_kind := 'guest'; end if;
  if exists (select from public.memberships m where m.member_id = me and m.chapter_id = chapter and upper_inf(m.during)
             and not (m.kind = 'guest' and membership_kind = 'home')) then
    perform private.refuse('KA010', 'already-member');
  end if;
  if wanted.join_mode = 'invitation' then perform private.refuse('KA013', 'by-invitation'); end if;
  if wanted.join_mode = 'open' then
    perform private.open_membership(me, chapter, membership_kind, me);
    return 'joined';
  end if;
  if exists (select from public.join_requests r where r.member_id = me and r.chapter_id = chapter and r.state = 'pending') then
    perform private.refuse('KA011', 'already-requested');
  end if;
  insert into public.join_requests (member_id, chapter_id, kind, message) values (me, chapter, membership_kind, nullif(btrim(message), ''))
  returning id into request;
  perform private.write_journal(me, 'request:sent', me, chapter, request);
  -- One letter a day about each who asks: to ask, withdraw and ask again must not fill a leader's mailbox.
  perform private.post('request_received', chapter, mandate.member_id, me || ' ' || to_char(now() at time zone 'UTC', 'YYYY-MM-DD'),
    jsonb_build_object('chapter', wanted.name, 'slug', wanted.slug))
  from public.mandates mandate
  where mandate.chapter_id = chapter and mandate.during @> now() and 'members:decide' = any (private.permissions_of(mandate.role))
    and mandate.member_id not in (select private.suspended());
  return 'requested';
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

alter policy "anyone reads who shows themselves as a leader" on public.mandates
  using (shown_as is not null and during @> now() and member_id not in (select private.suspended()));
alter policy "signed-in people read who shows themselves as a leader" on public.mandates
  using (shown_as is not null and during @> now() and member_id not in (select private.suspended()));
