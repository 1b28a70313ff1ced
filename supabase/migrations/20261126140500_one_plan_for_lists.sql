-- One plan for lists of every length: PostgreSQL would rather make one for each list, which takes longer than reading it.
alter function private.event_rows(uuid[]) set plan_cache_mode = 'force_generic_plan';
alter function private.request_rows(uuid[]) set plan_cache_mode = 'force_generic_plan';
alter function private.member_rows(uuid, uuid[]) set plan_cache_mode = 'force_generic_plan';
alter function private.my_journal(boolean, int, int) set plan_cache_mode = 'force_generic_plan';

create or replace function private.my_events(is_past boolean, page int, per_page int) returns jsonb
language plpgsql stable security definer set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
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
        from private.event_rows((select array_agg(shown.event_id) from shown)) found (row)
        join shown on shown.event_id = (found.row ->> 'id')::uuid), '[]')));
end $$;
