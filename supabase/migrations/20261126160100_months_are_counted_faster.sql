-- A month is counted with one join of all studies instead of two.
create or replace function private.count_month(counted date, with_dimensions boolean) returns void
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
  -- Who studies now what they studied then is joined once: `study_then` holds those alone whose study ended within the month.
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
    -- As they are at the end of the month, or were when they left; the start of the month by today's degree would not be what it was.
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
