-- What the form refuses, the database refuses: an event that cannot be read takes every list down that it stands on.
alter table public.events
  add constraint events_in_our_time check (starts_local between '2000-01-01' and '2100-01-01' and ends_local between '2000-01-01' and '2100-01-01'),
  add constraint events_close_before_they_start check (registration_closes_at <= starts_at),
  add constraint events_of_readable_length check (length(title::text) <= 2000 and length(summary::text) <= 5000 and length(description::text) <= 100000),
  add constraint events_text_status_is_words check (not jsonb_path_exists(text_status, '$.* ? (@.type() <> "string")')),
  add constraint events_spoken_is_known check (array_position(spoken, null) is null and array_length(spoken, 1) <= 10);

create or replace function private.instant_of(wall timestamp, zone_name text, is_later boolean, is_chosen boolean) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  -- PostgreSQL takes the later of two instants and moves a time that does not exist forward: look an hour to either side.
  guess   timestamptz := wall at time zone zone_name;
  earlier timestamptz;
  later   timestamptz;
begin
  if wall is null then return null; end if;
  select min(candidate), max(candidate) into earlier, later
  from unnest(array[guess - interval '1 hour', guess - interval '30 minutes', guess, guess + interval '30 minutes', guess + interval '1 hour']) candidate
  where candidate at time zone zone_name = wall;
  if earlier is null then perform private.refuse('KA020', 'time-does-not-exist'); end if;
  if earlier <> later and not is_chosen then perform private.refuse('KA021', 'time-exists-twice'); end if;
  return case when is_later then later else earlier end;
end $$;

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
  -- An address or a link that is told for the first time moves nobody.
  if saved.state = 'published' and (
       (old.starts_at, old.ends_at, old.city_id, old.venue, old.address, old.format)
         is distinct from (saved.starts_at, saved.ends_at, saved.city_id, saved.venue, saved.address, saved.format)
       or old_access.address <> coalesce(fields ->> 'private_address', '') or old_access.link <> coalesce(fields ->> 'link', '')) then
    perform private.tell_attendees(saved, 'event_changed', saved.version::text, '{}');
  end if;
  perform private.write_journal(me, case when event is null then 'event:created' else 'event:changed' end, null, saved.chapter_id, saved.id);
  return saved;
end $$;

create or replace function private.event_rows(wanted uuid[]) returns setof jsonb
language plpgsql stable set search_path = '' set plan_cache_mode = 'force_generic_plan' as $$
begin
  return query
    select jsonb_build_object(
      'id', event.id, 'slug', event.slug, 'kind', event.kind, 'title', event.title, 'spoken', to_jsonb(event.spoken), 'zone', event.zone,
      'clock', event.clock, 'ends_clock', event.ends_clock, 'closes_clock', event.closes_clock,
      'starts_at', event.starts_at, 'ends_at', event.ends_at, 'registration_closes_at', event.registration_closes_at, 'format', event.format,
      'venue', event.venue, 'city', city.name, 'capacity', event.capacity, 'taken', case when event.ends_at > now() then event.taken else coalesce(public.publishable(event.taken), 0) end, 'waiting', event.waiting,
      'visibility', event.visibility, 'state', event.state,
      'zone_city', case when coalesce(city.zone, home.zone) = event.zone then coalesce(city.name, home.name) else private.city_of_zone(event.zone) end,
      'chapter', jsonb_build_object('slug', chapter.slug, 'name', chapter.name))
    from unnest(wanted) with ordinality asked (id, place)
    join public.events event on event.id = asked.id
    join public.chapters chapter on chapter.id = event.chapter_id
    left join public.cities city on city.id = event.city_id
    left join public.cities home on home.id = chapter.city_id
    order by asked.place;
end $$;

create or replace function public.led_events(chapter uuid, view text, page int) returns jsonb
language sql stable set search_path = '' as $$
  with own as materialized (
    select event.id, event.starts_at,
           case when event.state = 'draft' then 'drafts' when event.ends_at > now() then 'coming' else 'past' end as view
    from public.events event where event.chapter_id = led_events.chapter
  ),
  shown as (
    select own.id, row_number() over (
      order by case when own.view <> 'past' then own.starts_at end, case when own.view = 'past' then own.starts_at end desc, own.id) as place
    from own where own.view = led_events.view
    order by place limit 20 offset (greatest(page, 1) - 1) * 20
  )
  select jsonb_build_object(
    'coming', (select count(*) from own where own.view = 'coming'), 'drafts', (select count(*) from own where own.view = 'drafts'),
    'past', (select count(*) from own where own.view = 'past'),
    -- How many came to an event that is over, small numbers too: those who organised it know them.
    'rows', coalesce((
      select jsonb_agg(found.row || jsonb_build_object('taken', event.taken) order by shown.place)
      from private.event_rows((select array_agg(shown.id) from shown)) found (row)
      join shown on shown.id = (found.row ->> 'id')::uuid
      join public.events event on event.id = shown.id), '[]'))
$$;
