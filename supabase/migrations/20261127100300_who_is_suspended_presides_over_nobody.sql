-- A leader's desk says that nobody presides also where the president is suspended, as the chapter's own page does.
-- What a leader sees first. Requests for those who decide, drafts for those who edit events; the team's terms for those who read members, else one's own.
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
      'has_president', exists (select from public.mandates held where held.chapter_id = chapter and held.role = 'president' and held.during @> now()
                               and held.member_id not in (select private.suspended())),
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
