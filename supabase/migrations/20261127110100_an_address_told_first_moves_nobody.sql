-- Whoever came or waited was written to that the event had moved, when its public address was told for the first time, or shown to others than before.
-- Creates (event null) or changes an event. fields: id and slug (only when new: a form that is sent twice names the same id and makes one event),
-- kind, title, summary, description, text_status, spoken, zone, starts_local,
-- ends_local, later_of_two (null, true, false), registration_closes_local, format, city_id, venue, address, private_address, link, capacity, visibility.
-- seen_version: the one that was changed; null only for a new one.
-- Refuses KA020/KA021 (time), KA022 (fewer places than taken), KA023 (ends before it starts), KA024 (cancelled), KA025 (changed meanwhile),
-- KA026 (published, and over before or after the change).
create or replace function private.save_event(event uuid, chapter uuid, fields jsonb, seen_version int) returns public.events
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  old public.events;
  old_access public.event_access;
  saved public.events;
  starts timestamptz;
  ends timestamptz;
  is_chosen boolean := fields ->> 'later_of_two' is not null;
  is_later boolean := coalesce((fields ->> 'later_of_two')::boolean, false);
  attempt int := 1;
  own_id uuid := coalesce((fields ->> 'id')::uuid, gen_random_uuid());
begin
  if event is null then
    -- New events stand in line, so that none is made twice and no two take the same slug.
    perform pg_advisory_xact_lock(hashtextextended('new event', 0));
    select e.id into event from public.events e where e.id = own_id;
  end if;
  if event is not null then
    select * into old from public.events where id = event for update;
    perform private.require_right('events:edit', old.chapter_id);
    if old.state = 'cancelled' then perform private.refuse('KA024', 'already-cancelled'); end if;
    if seen_version <> old.version or (seen_version is null and old.state <> 'draft') then perform private.refuse('KA025', 'changed-meanwhile'); end if;
    select * into old_access from public.event_access a where a.event_id = event;
  else
    perform private.require_right('events:edit', chapter);
  end if;
  -- PostgreSQL knows more zones than those who read the event, and takes some in which nobody lives.
  if fields ->> 'zone' is distinct from old.zone and fields ->> 'zone' is distinct from 'Asia/Almaty'
     and not exists (select from public.cities city where city.zone = fields ->> 'zone')
     and not exists (select from public.chapters own where own.zone = fields ->> 'zone') then
    raise exception 'no such zone' using errcode = '22023';
  end if;
  starts := private.instant_of((fields ->> 'starts_local')::timestamp, fields ->> 'zone', is_later, is_chosen);
  -- An end that the clocks show twice is the first of the two that comes after the start.
  ends := private.instant_of((fields ->> 'ends_local')::timestamp, fields ->> 'zone', false, true);
  if ends <= starts then ends := private.instant_of((fields ->> 'ends_local')::timestamp, fields ->> 'zone', true, true); end if;
  if ends <= starts then perform private.refuse('KA023', 'ends-before-start'); end if;
  if old.state = 'published' and least(old.ends_at, ends) <= now() then perform private.refuse('KA026', 'already-over'); end if;
  if (fields ->> 'capacity')::int < old.taken then perform private.refuse('KA022', 'fewer-places-than-taken'); end if;

  if event is null then
    while exists (select from public.events e where e.slug = (fields ->> 'slug') || case when attempt = 1 then '' else '-' || attempt end) loop
      attempt := attempt + 1;
    end loop;
    insert into public.events (id, slug, chapter_id, kind, title, zone, starts_local, ends_local, starts_at, ends_at, format, venue)
    values (own_id, (fields ->> 'slug') || case when attempt = 1 then '' else '-' || attempt end, chapter, fields ->> 'kind', fields -> 'title', fields ->> 'zone',
            (fields ->> 'starts_local')::timestamp, (fields ->> 'ends_local')::timestamp, starts, ends, fields ->> 'format', fields ->> 'venue')
    returning * into saved;
  else
    saved := old;
  end if;

  update public.events set
    kind = fields ->> 'kind', title = fields -> 'title', summary = nullif(fields -> 'summary', 'null'), description = nullif(fields -> 'description', 'null'),
    text_status = coalesce(nullif(fields -> 'text_status', 'null'), '{}'),
    spoken = array(select jsonb_array_elements_text(coalesce(nullif(fields -> 'spoken', 'null'), '[]'))),
    zone = fields ->> 'zone', starts_local = (fields ->> 'starts_local')::timestamp, ends_local = (fields ->> 'ends_local')::timestamp,
    starts_at = starts, ends_at = ends, is_later_of_two = is_later,
    registration_closes_at = private.instant_of((fields ->> 'registration_closes_local')::timestamp, fields ->> 'zone', false, true),
    format = fields ->> 'format', city_id = fields ->> 'city_id', venue = fields ->> 'venue', address = fields ->> 'address',
    capacity = (fields ->> 'capacity')::int, visibility = coalesce(fields ->> 'visibility', 'everyone'), version = saved.version + case when event is null then 0 else 1 end
  where id = saved.id returning * into saved;
  insert into public.event_access (event_id, link, address) values (saved.id, fields ->> 'link', fields ->> 'private_address')
  on conflict (event_id) do update set link = excluded.link, address = excluded.address;

  saved := private.promote(saved.id);
  -- An address or a link that is told for the first time moves nobody, nor does an address that others read from now on, or others no more.
  if saved.state = 'published' and (
       (old.starts_at, old.ends_at, old.city_id, old.venue, old.format)
         is distinct from (saved.starts_at, saved.ends_at, saved.city_id, saved.venue, saved.format)
       or coalesce(old_access.address, old.address) <> coalesce(fields ->> 'private_address', saved.address, '')
       or old_access.link <> coalesce(fields ->> 'link', '')) then
    perform private.tell_attendees(saved, 'event_changed', saved.version::text, '{}');
  end if;
  perform private.write_journal(me, case when event is null then 'event:created' else 'event:changed' end, null, saved.chapter_id, saved.id);
  return saved;
end $$;
revoke execute on function private.save_event from public;
grant execute on function private.save_event to authenticated;
