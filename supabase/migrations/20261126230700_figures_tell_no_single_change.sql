-- Whoever asked every few seconds saw each count, and each count followed a change of memberships: visitors are told of a count when a published number is another.
drop policy "anyone reads how old the figures are" on public.figure_months;
revoke select on public.figure_months from anon;
create policy "coordinators and leaders read how old the figures are" on public.figure_months for select to authenticated
  using (exists (select private.my_scopes()) or exists (select private.my_chapters_and_below()));

-- The day until which the published figures are counted: the moment would say that just then somebody came or went.
create function private.published_as_of() returns timestamptz
language sql stable security definer set search_path = '' as $$
  select date_trunc('day', as_of, 'UTC') from public.figure_months order by month desc limit 1
$$;
revoke execute on function private.published_as_of from public;

-- All that visitors are told of the figures, in short: their pages are made anew when this is another.
create function private.published_print() returns text
language sql stable security definer set search_path = '' as $$
  select concat(private.published_as_of(), md5(string_agg(concat_ws(' ', kind, published.scope_id, published.members), ',' order by kind, published.scope_id)))
  from unnest(array['world', 'country', 'city', 'chapter']) kind cross join lateral private.published_figures(kind) published
$$;
revoke execute on function private.published_print from public;

-- Counts months that are not closed until `patience` is used up, the wait for another count included, but one at least. The newest come first: pages show
-- today from the first call on, and a history that reaches further back with every call. The month that runs, once it is there, is counted anew at the end, or
-- no call would come further. A month closes with the first count a minute after its end: until then somebody may still be writing who began before it.
-- Pages are told when what visitors read has changed, no sooner: else whoever asks again and again would count single changes. Answers whether months are left.
create or replace function private.refresh_figures(patience interval default '2 seconds') returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  first_month date;
  this_month date := date_trunc('month', now() at time zone 'UTC')::date;
  counted date;
  is_begun boolean := false;
  is_more boolean := false;
  published text;
begin
  perform pg_advisory_xact_lock(hashtextextended('refresh_figures', 70));
  published := private.published_print();
  first_month := coalesce((select month from public.figure_months where is_first and is_closed),
                          (select date_trunc('month', min(lower(during)) at time zone 'UTC') from public.memberships), this_month);
  for counted in
    select due.month::date from generate_series(this_month, first_month, interval '-1 month') due (month)
    where not exists (select from public.figure_months known where known.month = due.month::date and known.is_closed)
    order by due.month = this_month and exists (select from public.figure_months known where known.month = this_month), due.month desc
  loop
    is_more := is_begun and clock_timestamp() > now() + patience;
    exit when is_more;
    perform private.count_month(counted, counted > this_month - interval '3 years');
    update public.figure_months set is_closed = now() > (counted + interval '1 month 1 minute')::timestamp at time zone 'UTC', is_first = counted = first_month where month = counted;
    is_begun := true;
  end loop;
  if private.published_print() is distinct from published then perform private.touch_page('figures'); end if;
  return is_more;
end $$;
revoke execute on function private.refresh_figures from public;
grant execute on function private.refresh_figures to service_role;

-- The same for every reader: people only as they chose to be shown, members only as published. Null when there is no such chapter.
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
revoke execute on function private.chapter_page from public;
grant execute on function private.chapter_page to anon, authenticated;

-- Every city we know of, so that a dot says nothing about whether anybody is there; `members` null is ten or fewer. Names in the order of the reader's
-- alphabet. {as_of, members, countries: [{iso2, name, region, slug, chapters, cities, members}], cities: [{id, name, lat, lon, iso2, slug, members}]}
create or replace function private.world_map(locale text) returns jsonb
language sql stable security definer set search_path = '' as $$
  with countries as (
    select country.iso2, country.name, country.region, figures.members,
           (select own.slug from public.chapters own
            where own.country_iso2 = country.iso2 and own.kind = 'country' and own.state <> 'closed' order by own.created_at, own.slug limit 1) as slug,
           (select count(*) from public.chapters chapter where chapter.country_iso2 = country.iso2 and chapter.state <> 'closed') as chapters,
           (select count(*) from public.cities city where city.country_iso2 = country.iso2) as cities
    from public.countries country
    left join private.published_figures('country') figures on figures.scope_id = country.iso2
  ),
  cities as (
    select city.id, city.name, city.lat, city.lon, city.country_iso2 as iso2, figures.members,
           (select own.slug from public.chapters own
            where own.city_id = city.id and own.kind = 'city' and own.state <> 'closed' order by own.created_at, own.slug limit 1) as slug
    from public.cities city
    left join private.published_figures('city') figures on figures.scope_id = city.id
  )
  select jsonb_build_object(
    'as_of', private.published_as_of(),
    'members', (select figures.members from private.published_figures('world') figures),
    'countries', coalesce((
      select jsonb_agg(to_jsonb(countries) order by
        case when locale = 'kk' then private.sorting_name(countries.name, 'kk') end collate "kk-x-icu",
        case when locale = 'ru' then private.sorting_name(countries.name, 'ru') end collate "ru-x-icu",
        private.sorting_name(countries.name, locale) collate "en-x-icu", countries.iso2)
      from countries), '[]'),
    'cities', coalesce((
      select jsonb_agg(to_jsonb(cities) order by
        case when locale = 'kk' then private.sorting_name(cities.name, 'kk') end collate "kk-x-icu",
        case when locale = 'ru' then private.sorting_name(cities.name, 'ru') end collate "ru-x-icu",
        private.sorting_name(cities.name, locale) collate "en-x-icu", cities.id)
      from cities), '[]'))
$$;
revoke execute on function private.world_map from public;
grant execute on function private.world_map to anon, authenticated;
