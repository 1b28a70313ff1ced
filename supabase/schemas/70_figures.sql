-- Membership figures, kept as small summaries: counted once a month, not for each view. A closed month never changes again.
-- `is_first`: the month where the history begins. Earlier facts that are entered later do not extend it.
-- Members are counted by their home membership; country and city are those of the chapter.
create table public.figure_months (
  month     date primary key check (extract(day from month) = 1),
  as_of     timestamptz not null,
  is_closed boolean not null default false,
  is_first  boolean not null default false
);

-- scope: world, country, city, chapter (with all chapters below it). dimension: all, degree, field, region.
-- at_start + joins − leaves + moved_in − moved_out + changed = at_end; `changed`: people whose degree, field or region changed meanwhile.
create table public.figures (
  month        date not null references public.figure_months on delete cascade,
  scope_kind   text not null check (scope_kind in ('world', 'country', 'city', 'chapter')),
  scope_id     text not null,
  country_iso2 text references public.countries,
  dimension    text not null check (dimension in ('all', 'degree', 'field', 'region')),
  value        text not null,
  at_start     int not null,
  joins        int not null,
  leaves       int not null,
  moved_in     int not null,
  moved_out    int not null,
  changed      int not null,
  at_end       int not null,
  primary key (scope_kind, scope_id, dimension, month, value),
  check (at_start + joins - leaves + moved_in - moved_out + changed = at_end),
  check (dimension <> 'all' or changed = 0)
);
create index figures_month_idx on public.figures (month, scope_kind, dimension);
create index figures_country_iso2_idx on public.figures (country_iso2);

-- Chapters whose totals the current user may see as a leader: their own and all below.
create function private.my_chapters_and_below() returns setof text
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select tree.descendant_id::text from public.mandates mandate
    join public.chapter_tree tree on tree.ancestor_id = mandate.chapter_id
    where mandate.member_id = (select private.me()) and mandate.during @> now();
end $$;
revoke execute on function private.my_chapters_and_below from public;
grant execute on function private.my_chapters_and_below to authenticated;

create function private.is_world_coordinator() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
   select 'world' in (select private.my_scopes()) );
end $$;
revoke execute on function private.is_world_coordinator from public;
grant execute on function private.is_world_coordinator to authenticated;

alter table public.figure_months enable row level security;
alter table public.figures       enable row level security;
grant select on public.figure_months, public.figures to authenticated;
-- Nobody else: figures are counted after each change of memberships, so the time of a count would reveal a single change.
create policy "coordinators and leaders read how old the figures are" on public.figure_months for select to authenticated
  using (exists (select private.my_scopes()) or exists (select private.my_chapters_and_below()));
create policy "global coordinators read all figures" on public.figures for select to authenticated using ((select private.is_world_coordinator()));
create policy "country coordinators read the figures of their country" on public.figures for select to authenticated
  using (country_iso2 in (select private.my_scopes()));
-- By degree, field or home region the figures of a small chapter would identify people: leaders see totals only.
create policy "leaders read the totals of their chapter and those below" on public.figures for select to authenticated
  using (scope_kind = 'chapter' and dimension = 'all' and scope_id in (select private.my_chapters_and_below()));

-- Recounts one month: up to its end, or up to now if it is the current one. Figures by degree, field and region are kept for the last three years; for cities
-- and chapters only for the current month.
create function private.count_month(counted date, with_dimensions boolean) returns void
language plpgsql set search_path = '' as $$
declare
  from_moment timestamptz := counted::timestamp at time zone 'UTC';
  to_moment   timestamptz := least((counted + interval '1 month')::timestamp at time zone 'UTC', clock_timestamp());
begin
  perform set_config('client_min_messages', 'warning', true);
  create temporary table if not exists spell_counts (chapter_id uuid, dimension text, value text, at_start int, joins int, leaves int,
    moved_in int, moved_out int, at_end int) on commit drop;
  truncate pg_temp.spell_counts;

  insert into pg_temp.spell_counts
  -- An unchanged study is joined only once: `study_then` matches only if the study ended within the month.
  with moments as (
    select m.chapter_id, m.start_reason = 'transferred' as came, coalesce(m.end_reason = 'transferred', false) as went,
           m.during @> from_moment as is_at_start, m.during @> to_moment as is_at_end,
           lower(m.during) > from_moment and lower(m.during) <= to_moment as is_begun,
           coalesce(upper(m.during) > from_moment and upper(m.during) <= to_moment, false) as is_ended,
           coalesce(case when study_now.during @> from_moment then study_now.degree end, study_then.degree, 'unknown') as degree_then,
           coalesce(case when study_now.during @> from_moment then study_now.field end, study_then.field, 'unknown') as field_then,
           coalesce(study_now.degree, study_then.degree, 'unknown') as degree_now, coalesce(study_now.field, study_then.field, 'unknown') as field_now,
           coalesce(details.home_region_id, 'unknown') as region
    from public.memberships m
    left join public.member_details details on with_dimensions and details.member_id = m.member_id
    left join public.studies study_then on with_dimensions and study_then.member_id = m.member_id and study_then.during @> from_moment
      and not study_then.during @> to_moment
    left join public.studies study_now on with_dimensions and study_now.member_id = m.member_id and study_now.during @> to_moment
    where m.kind = 'home' and m.during && tstzrange(from_moment, to_moment, '[]')
  ),
  spells as materialized (
    select chapter_id, degree_then, field_then, degree_now, field_now, region, is_at_start::int as at_start, is_at_end::int as at_end,
           (is_begun and not came)::int as joins, (is_ended and not went)::int as leaves,
           (is_begun and came)::int as moved_in, (is_ended and went)::int as moved_out
    from moments
  ),
  counts as (
    -- By degree and field at the end of the month, or when they left. The count at the start uses those of then (below), so that it equals last month's end.
    select chapter_id,
           case when grouping(degree_now) = 0 then 'degree' when grouping(field_now) = 0 then 'field' when grouping(region) = 0 then 'region' else 'all' end as dimension,
           coalesce(degree_now, field_now, region, '') as value,
           case when grouping(degree_now, field_now) = 3 then sum(at_start) else 0 end as at_start,
           sum(joins) as joins, sum(leaves) as leaves, sum(moved_in) as moved_in, sum(moved_out) as moved_out, sum(at_end) as at_end
    from spells group by grouping sets ((chapter_id), (chapter_id, degree_now), (chapter_id, field_now), (chapter_id, region))
    union all
    select chapter_id, case when grouping(degree_then) = 0 then 'degree' else 'field' end, coalesce(degree_then, field_then), sum(at_start), 0, 0, 0, 0, 0
    from spells where at_start = 1 group by grouping sets ((chapter_id, degree_then), (chapter_id, field_then))
  )
  select chapter_id, dimension, value, sum(at_start), sum(joins), sum(leaves), sum(moved_in), sum(moved_out), sum(at_end)
  from counts where with_dimensions or dimension = 'all' group by chapter_id, dimension, value;

  delete from public.figures where month = counted;
  insert into public.figure_months (month, as_of) values (counted, to_moment) on conflict (month) do update set as_of = excluded.as_of;
  insert into public.figures (month, scope_kind, scope_id, country_iso2, dimension, value, at_start, joins, leaves, moved_in, moved_out, changed, at_end)
  select counted, scope.kind, scope.id, scope.country, counts.dimension, counts.value, sum(at_start), sum(joins), sum(leaves), sum(moved_in), sum(moved_out),
         sum(at_end) - sum(at_start) - sum(joins) + sum(leaves) - sum(moved_in) + sum(moved_out), sum(at_end)
  from pg_temp.spell_counts counts
  join public.chapters chapter on chapter.id = counts.chapter_id
  cross join lateral (
    select 'world' as kind, 'world' as id, null as country
    union all select 'country', chapter.country_iso2, chapter.country_iso2
    union all select 'city', chapter.city_id, chapter.country_iso2 where chapter.city_id is not null
    union all select 'chapter', tree.ancestor_id::text, chapter.country_iso2 from public.chapter_tree tree where tree.descendant_id = chapter.id
  ) scope
  where counts.dimension = 'all' or scope.kind in ('world', 'country') or to_moment < (counted + interval '1 month')::timestamp at time zone 'UTC'
  group by scope.kind, scope.id, scope.country, counts.dimension, counts.value
  having sum(at_start) + sum(at_end) + sum(joins) + sum(leaves) + sum(moved_in) + sum(moved_out) > 0;
end $$;
revoke execute on function private.count_month from public;

-- Counts months that are not closed until `patience` is used up (waiting for another count included), but at least one. The newest come first: pages show
-- today's figures from the first call on, and a history that reaches further back with every call. Once the current month exists it is recounted last, or no
-- call would get any further. A month closes with the first count at least a minute after its end: until then a transaction that began before may still write
-- to it.
-- Pages are told only when what visitors read has changed: otherwise one could observe single changes by asking again and again. Returns whether months are
-- left.
create function private.refresh_figures(patience interval default '2 seconds') returns boolean
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

create function public.refresh_figures() returns boolean
language sql set search_path = '' as $$ select private.refresh_figures() $$;
revoke execute on function public.refresh_figures from public;
grant execute on function public.refresh_figures to service_role;
