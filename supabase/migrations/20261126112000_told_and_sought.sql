-- Letters that have no Latin spelling here stay in the search columns as they are, and a search by signs alone finds nothing.
create or replace function private.fold(input text) returns text
language plpgsql immutable parallel safe strict set search_path = '' as $$
declare
  folded text := lower(input);
begin
  folded := replace(replace(folded, 'я', 'ia'), 'ю', 'iu');
  folded := translate(folded, 'аәбвгғдеёэжзийіыкқлмнңоөпрстуұүфхһцчшщъь', 'aabvggdeeejziiiikklmnnooprstuuufhhccss');
  folded := translate(folded, 'äàáâãåāăąçćčďđèéêëēėęěğģìíîïīıłľñńňòóôõöøōőřśšşșťţțùúûüūůűýÿžźż',
                              'aaaaaaaaacccddeeeeeeeeggiiiiiillnnnoooooooorssssttttuuuuuuuyyzzz');
  folded := regexp_replace(folded, 'shch|sch|sh', 's', 'g');
  folded := regexp_replace(folded, 'zh', 'j', 'g');
  folded := regexp_replace(folded, 'ts|ch', 'c', 'g');
  folded := regexp_replace(folded, 'kh', 'h', 'g');
  folded := replace(replace(replace(replace(folded, 'gh', 'g'), 'ph', 'f'), 'ck', 'k'), 'x', 'ks');
  folded := translate(folded, 'yqw', 'iku');
  folded := regexp_replace(folded, '[^[:alnum:]]+', ' ', 'g');
  folded := regexp_replace(folded, '([a-z])\1+', '\1', 'g');
  folded := replace(folded, 'ie', 'e');
  return btrim(folded);
end $$;

create function private.sought(typed text) returns text
language sql immutable parallel safe strict set search_path = '' as $$
  select case when typed ~ '\S' then coalesce(nullif(private.fold(left(typed, 100)), ''), '!') end
$$;
revoke execute on function private.sought from public;
grant execute on function private.sought to anon, authenticated;

alter table public.countries alter column search set expression as (private.fold(private.all_languages(name)));
alter table public.cities alter column search set expression as (private.fold(private.all_languages(name) || ' ' || coalesce(name_local, '')));
alter table public.universities alter column search set expression as (private.fold(name || ' ' || coalesce(name_native, '')));
alter table public.members alter column search set expression as (private.fold(surname || ' ' || given_name || ' ' || coalesce(patronymic, '') || ' ' || coalesce(latin_name, '')));
alter table public.chapters alter column search set expression as (private.fold(private.all_languages(name)));
alter table public.events alter column search set expression as (private.fold(private.all_languages(title) || ' ' || coalesce(venue, '')));

create or replace function public.list_events(
  q text default null, country text default null, city text default null, chapter uuid default null, kind text default null, format text default null,
  spoken text default null, period text default 'coming', page int default 1, per_page int default 20) returns jsonb
language sql stable set search_path = '' as $$
  with asked as (
    select string_to_array(private.sought(q), ' ') as words
  ),
  matching as materialized (
    select event.id, event.starts_at
    from public.events event
    join public.chapters own on own.id = event.chapter_id
    left join public.cities place on place.id = event.city_id
    where event.state = 'published'
      and (list_events.period = 'past' or event.ends_at > now())
      and (list_events.period <> 'past' or event.ends_at <= now())
      and (list_events.period <> 'week' or event.starts_local < date_trunc('week', now() at time zone event.zone) + interval '7 days')
      and (list_events.period <> 'month' or event.starts_local < date_trunc('month', now() at time zone event.zone) + interval '1 month')
      and (list_events.country is null or own.country_iso2 = list_events.country)
      and (list_events.city is null or coalesce(event.city_id, own.city_id) = list_events.city)
      and (list_events.chapter is null
           or exists (select from public.chapter_tree tree where tree.ancestor_id = list_events.chapter and tree.descendant_id = event.chapter_id))
      and (list_events.kind is null or event.kind = list_events.kind)
      and (list_events.format is null or event.format in (list_events.format, 'hybrid'))
      and (list_events.spoken is null or list_events.spoken = any (event.spoken))
      and ((select words from asked) is null or not exists (
        select from unnest((select words from asked)) word
        where position(' ' || word in ' ' || event.search || ' ' || own.search || ' ' || coalesce(place.search, '')) = 0))
  ),
  shown as (
    select matching.id, row_number() over (
      order by case when list_events.period <> 'past' then matching.starts_at end, case when list_events.period = 'past' then matching.starts_at end desc, matching.id) as place
    from matching
    order by place
    limit least(greatest(per_page, 1), 100) offset (greatest(page, 1) - 1) * least(greatest(per_page, 1), 100)
  )
  select jsonb_build_object(
    'total', (select count(*) from matching),
    'rows', coalesce((select jsonb_agg(found.row) from private.event_rows((select array_agg(shown.id order by shown.place) from shown)) found (row)), '[]'))
$$;

create or replace function private.event_attendees(event uuid, q text, state text, sort text, page int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  words text[] := string_to_array(private.sought(q), ' ');
begin
  perform private.require_right('attendees:read', (select e.chapter_id from public.events e where e.id = event));
  return (
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
end $$;

create or replace function private.chapter_members(
  chapter uuid, q text, kind text, degree text, university text, status text, sort text, page int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
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
  return jsonb_build_object(
    'zone', own.zone, 'home', home, 'guest', guest, 'total', cardinality(found),
    -- What can be chosen: the universities of the chapter's place.
    'universities', coalesce((
      select jsonb_agg(jsonb_build_object('id', place.id, 'name', place.name) order by place.name collate "en-x-icu")
      from public.universities place join public.cities city on city.id = place.city_id
      where own.university_id is null and (city.id = own.city_id or (own.city_id is null and city.country_iso2 = own.country_iso2))), '[]'),
    'rows', coalesce((select jsonb_agg(rows.row) from private.member_rows(chapter, shown) rows (row)), '[]'));
end $$;

create or replace function private.search_chapters(q text, region text, country text, kind text, locale text, page int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  asked text := private.sought(q);
  words text[] := string_to_array(asked, ' ');
begin
  return (
    with candidates as materialized (
      select chapter.id, chapter.slug, chapter.kind, chapter.name, ' ' || chapter.search || ' ' as own, ' ' || coalesce(city.search, '') || ' ' as city,
             ' ' || coalesce(university.search, '') || ' ' as university, ' ' || home.search || ' ' as country,
             extensions.word_similarity(asked, chapter.search || ' ' || coalesce(city.search, '') || ' ' || coalesce(university.search, '')
               || ' ' || home.search) as likeness
      from public.chapters chapter
      join public.countries home on home.iso2 = chapter.country_iso2
      left join public.cities city on city.id = chapter.city_id
      left join public.universities university on university.id = chapter.university_id
      where chapter.state <> 'closed'
        and (search_chapters.region is null or home.region = search_chapters.region)
        and (search_chapters.country is null or chapter.country_iso2 = search_chapters.country)
        and (search_chapters.kind is null or chapter.kind = search_chapters.kind)
    ),
    scored as (
      select found.id, found.slug, found.kind, found.name, found.likeness, case
        when asked is null then 0
        when (found.kind = 'city' and position(' ' || asked || ' ' in found.city) > 0)
          or (found.kind = 'country' and position(' ' || asked || ' ' in found.country) > 0) then 1
        when position(' ' || asked in found.own) > 0 then 2
        when position(' ' || asked in found.university) > 0 then 3
        when position(' ' || asked in found.city) > 0 then 4
        when (select bool_and(position(' ' || word in found.own || found.city || found.university || found.country) > 0) from unnest(words) word) then 5
        when length(asked) > 2 and position(asked in found.own || found.city || found.university) > 0 then 6
        when found.likeness >= 0.6 then 7
      end as score
      from candidates found
    ),
    -- What only sounds alike is shown when nothing is meant more plainly.
    best as materialized (
      select scored.*, row_number() over (order by scored.score, case when scored.score = 7 then -scored.likeness end, private.kind_rank(scored.kind),
          case when locale = 'kk' then private.sorting_name(scored.name, 'kk') end collate "kk-x-icu",
          case when locale = 'ru' then private.sorting_name(scored.name, 'ru') end collate "ru-x-icu",
          private.sorting_name(scored.name, locale) collate "en-x-icu", scored.slug) as place
      from scored
      where scored.score < 7 or (scored.score = 7 and not exists (select from scored plain where plain.score < 7))
    )
    select jsonb_build_object(
      'total', (select count(*) from best),
      'rows', coalesce((
        select jsonb_agg(to_jsonb(row) order by best.place)
        from private.chapter_rows((select array_agg(b.id) from best b where b.place between (page - 1) * 24 + 1 and page * 24)) row
        join best on best.id = row.id), '[]')));
end $$;

-- No order tells more than the rounded numbers do.
create or replace function private.chapters_by_country(region text, kind text, locale text, page int) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    with matching as materialized (
      select chapter.id, chapter.slug, chapter.kind, chapter.name, chapter.country_iso2, public.publishable(figure.at_end) as members
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
                         order by private.kind_rank(below.kind), public.publishable(figure.at_end) desc nulls last, below.slug)
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

-- A place with ten members or fewer is told like one where nobody is.
create or replace function private.published_figures(kind text) returns table (scope_id text, members int)
language sql stable security definer set search_path = '' as $$
  select figure.scope_id, public.publishable(figure.at_end)
  from public.figures figure
  where figure.month = (select max(month) from public.figure_months) and figure.scope_kind = kind and figure.dimension = 'all'
    and public.publishable(figure.at_end) is not null
$$;

-- Home region is shown to nobody but the member; in a chapter of one it was its leader's to read.
drop policy "leaders read the figures of their chapter and those below" on public.figures;
create policy "leaders read the totals of their chapter and those below" on public.figures for select to authenticated
  using (scope_kind = 'chapter' and dimension = 'all' and scope_id in (select private.my_chapters_and_below()));

-- Places have stored pages too, and what is deleted leaves none.
create function private.touch_pages_of_places() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.touch_page('places');
  return null;
end $$;
revoke execute on function private.touch_pages_of_places from public;
create trigger countries_touch_their_pages after insert or update or delete on public.countries for each statement
  execute function private.touch_pages_of_places();
create trigger cities_touch_their_pages after insert or update or delete on public.cities for each statement
  execute function private.touch_pages_of_places();
create trigger universities_touch_their_pages after insert or update or delete on public.universities for each statement
  execute function private.touch_pages_of_places();

create or replace function private.touch_chapter_pages() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.touch_page('chapters'), private.touch_page('chapter:' || coalesce(new.id, old.id));
  return null;
end $$;
create or replace trigger chapters_touch_their_pages after insert or update or delete on public.chapters for each row
  execute function private.touch_chapter_pages();

create or replace function private.touch_pages_of_event() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.touch_page('event:' || coalesce(new.id, old.id));
  if (old.state <> 'draft' or new.state <> 'draft')
     and to_jsonb(old) - 'taken' - 'waiting' is distinct from to_jsonb(new) - 'taken' - 'waiting' then
    perform private.touch_page('events'), private.touch_page('chapter:' || coalesce(new.chapter_id, old.chapter_id));
  end if;
  return null;
end $$;
create or replace trigger events_touch_their_pages after insert or update or delete on public.events for each row execute function private.touch_pages_of_event();

create function private.touch_page_of_access() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.touch_page('event:' || coalesce(new.event_id, old.event_id));
  return null;
end $$;
revoke execute on function private.touch_page_of_access from public;
create trigger event_access_touches_its_page after insert or update or delete on public.event_access for each row
  execute function private.touch_page_of_access();
