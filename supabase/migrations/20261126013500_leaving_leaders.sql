-- The only leader of a chapter cannot leave it unnoticed, who leaves leads no more, and groups by interest are nobody's home; a chapter's page says when its
-- team changes and how good its texts are; the finder offers regions and countries.

-- Who has left a chapter and belongs to none below the ones they lead, leads them no more. The only one who decides there cannot go by their own wish
-- (KA017); moved by the answer of another chapter they lead on until somebody follows or the mandate ends.
create function private.lay_down_mandates(member uuid, left_chapter uuid, is_own_wish boolean) returns void
language plpgsql set search_path = '' as $$
declare
  held record;
begin
  for held in
    select mandate.id, mandate.chapter_id, 'members:decide' = any (private.permissions_of(mandate.role)) as decides
    from public.mandates mandate
    join public.chapter_tree above on above.ancestor_id = mandate.chapter_id and above.descendant_id = left_chapter
    where mandate.member_id = member and mandate.during @> clock_timestamp()
      and not exists (
        select from public.memberships membership join public.chapter_tree tree on tree.descendant_id = membership.chapter_id
        where membership.member_id = member and upper_inf(membership.during) and tree.ancestor_id = mandate.chapter_id)
    order by mandate.chapter_id
  loop
    -- One at a time: two leaders who go together must not each count on the other. Hence the clock, and not the start of the transaction, too.
    perform from public.chapters chapter where chapter.id = held.chapter_id for no key update;
    if held.decides and not exists (
      select from public.mandates other
      where other.chapter_id = held.chapter_id and other.member_id <> member and other.during @> clock_timestamp()
        and 'members:decide' = any (private.permissions_of(other.role))
        and not exists (select from public.member_statuses s where s.member_id = other.member_id and s.status = 'suspended' and upper_inf(s.during)))
    then
      if is_own_wish then perform private.refuse('KA017', 'last-leader'); end if;
      continue;
    end if;
    update public.mandates set during = tstzrange(lower(during), clock_timestamp()) where id = held.id;
    perform private.write_journal(member, 'mandate:laid-down', member, held.chapter_id, held.id);
  end loop;
end $$;
revoke execute on function private.lay_down_mandates from public;

-- Opens a membership; a home opened while another is open is a transfer and closes that one at the same instant.
create or replace function private.open_membership(member uuid, chapter uuid, membership_kind text, actor uuid) returns uuid
language plpgsql set search_path = '' as $$
declare
  this_moment timestamptz := clock_timestamp();
  old_home public.memberships;
  opened uuid;
begin
  if membership_kind = 'home' then
    select * into old_home from public.memberships where member_id = member and kind = 'home' and upper_inf(during) for update;
  end if;
  if old_home.id is not null then
    update public.memberships set during = tstzrange(lower(during), this_moment), end_reason = 'transferred' where id = old_home.id;
  end if;
  -- A guest who makes the chapter their home ends the guest membership.
  update public.memberships set during = tstzrange(lower(during), this_moment), end_reason = 'guest_ended'
  where member_id = member and chapter_id = chapter and kind = 'guest' and upper_inf(during);
  insert into public.memberships (member_id, chapter_id, kind, during, start_reason, previous_id, actor_id)
  values (member, chapter, membership_kind, tstzrange(this_moment, null),
          case when membership_kind = 'guest' then 'guest_semester' when old_home.id is not null then 'transferred' else 'joined' end,
          old_home.id, actor)
  returning id into opened;
  if exists (select from public.member_statuses where member_id = member and status in ('applicant', 'left') and upper_inf(during)) then
    perform private.set_status(member, 'student', actor);
  end if;
  perform private.write_journal(actor, case when old_home.id is null then 'membership:joined' else 'membership:transferred' end, member, chapter, opened);
  if old_home.id is not null then perform private.lay_down_mandates(member, old_home.chapter_id, actor = member); end if;
  return opened;
end $$;

-- Joins at once ('joined') or asks ('requested'), as the chapter has set. KA010 already there, KA011 already asked, KA012 not active, KA013 by invitation,
-- KA017 the only leader of the home they would leave. A group by interest is nobody's home: its members are guests.
create or replace function private.join_chapter(chapter uuid, membership_kind text, message text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.chapters;
  request uuid;
begin
  perform from public.members where id = me for update;
  select * into wanted from public.chapters where id = chapter;
  if wanted.id is null or wanted.state <> 'active' then perform private.refuse('KA012', 'chapter-not-active'); end if;
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
  perform private.post('request_received', request, mandate.member_id, '', jsonb_build_object('chapter', wanted.name, 'slug', wanted.slug))
  from public.mandates mandate
  where mandate.chapter_id = chapter and mandate.during @> now() and 'members:decide' = any (private.permissions_of(mandate.role));
  return 'requested';
end $$;

-- Leaves a chapter; the history stays. KA016 when there is nothing to leave, KA017 for its only leader.
create or replace function private.leave_chapter(chapter uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  closed public.memberships;
begin
  perform from public.members where id = me for update;
  update public.memberships set during = tstzrange(lower(during), clock_timestamp()), end_reason = case kind when 'home' then 'left' else 'guest_ended' end
  where member_id = me and chapter_id = chapter and upper_inf(during) returning * into closed;
  if closed.id is null then perform private.refuse('KA016', 'not-there'); end if;
  perform private.write_journal(me, 'membership:left', me, chapter, closed.id);
  perform private.lay_down_mandates(me, chapter, true);
end $$;

-- The same for every reader: people only as they chose to be shown, members only as published. Null when there is no such chapter.
create or replace function private.chapter_page(slug text) returns jsonb
language sql stable security definer set search_path = '' as $$
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
  where chapter.slug = chapter_page.slug
$$;

-- What the filters of the finder offer: how many chapters of that kind each region has, and the countries (of a region) in the reader's alphabet.
-- {regions: [{region, chapters}], countries: [{id, name}]}
create function public.places_of_chapters(locale text, region text default null, kind text default null) returns jsonb
language sql stable set search_path = '' as $$
  with held as materialized (
    select country.iso2, country.name, country.region, count(*) as chapters
    from public.chapters chapter join public.countries country on country.iso2 = chapter.country_iso2
    where chapter.state <> 'closed' and (places_of_chapters.kind is null or chapter.kind = places_of_chapters.kind)
    group by country.iso2
  )
  select jsonb_build_object(
    'regions', coalesce((
      select jsonb_agg(jsonb_build_object('region', part.region, 'chapters', part.chapters) order by part.chapters desc, part.region)
      from (select held.region, sum(held.chapters) as chapters from held group by held.region) part), '[]'),
    'countries', coalesce((
      select jsonb_agg(jsonb_build_object('id', held.iso2, 'name', held.name) order by
        case when locale = 'kk' then held.name ->> 'kk' end collate "kk-x-icu", case when locale = 'ru' then held.name ->> 'ru' end collate "ru-x-icu",
        held.name ->> 'en' collate "en-x-icu")
      from held where places_of_chapters.region is null or held.region = places_of_chapters.region), '[]'))
$$;
revoke execute on function public.places_of_chapters from public;
grant execute on function public.places_of_chapters to anon, authenticated;

drop function public.chapters_by_country(text, text, text, int), public.search_chapters(text, text, text, text, text, int);
create function public.chapters_by_country(locale text, page int, region text default null, kind text default null) returns jsonb
language sql stable set search_path = '' as $$ select private.chapters_by_country(region, kind, locale, page) $$;
create function public.search_chapters(
  locale text, page int, q text default null, region text default null, country text default null, kind text default null) returns jsonb
language sql stable set search_path = '' as $$ select private.search_chapters(q, region, country, kind, locale, page) $$;
revoke execute on function public.chapters_by_country, public.search_chapters from public;
grant execute on function public.chapters_by_country, public.search_chapters to anon, authenticated;
