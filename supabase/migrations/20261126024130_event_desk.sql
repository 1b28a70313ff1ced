-- A leader's desk: the form of an event, drafts that are thrown away, places given back in somebody's stead; a change of address or link is told too,
-- what is over stays as it was, and a draft is not called off in public.

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
  starts := private.instant_of((fields ->> 'starts_local')::timestamp, fields ->> 'zone', is_later, is_chosen);
  ends := private.instant_of((fields ->> 'ends_local')::timestamp, fields ->> 'zone', true, true);
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
    registration_closes_at = (fields ->> 'registration_closes_local')::timestamp at time zone (fields ->> 'zone'),
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

create or replace function private.cancel_event(event uuid, why text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  old public.events;
begin
  select * into old from public.events where id = event for update;
  perform private.require_right('events:edit', old.chapter_id);
  if old.state = 'cancelled' then perform private.refuse('KA024', 'already-cancelled'); end if;
  if old.state = 'draft' then perform private.refuse('KA027', 'not-published'); end if;
  if old.ends_at <= now() then perform private.refuse('KA026', 'already-over'); end if;
  if length(btrim(coalesce(why, ''))) < 3 then perform private.refuse('KA015', 'reason-missing'); end if;
  update public.events set state = 'cancelled', cancel_reason = btrim(why), version = version + 1 where id = event returning * into old;
  perform private.tell_attendees(old, 'event_cancelled', '', jsonb_build_object('reason', btrim(why)));
  perform private.write_journal(me, 'event:cancelled', null, old.chapter_id, event);
end $$;

create function private.discard_draft(event uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  old public.events;
begin
  select * into old from public.events where id = event for update;
  perform private.require_right('events:edit', old.chapter_id);
  if old.state <> 'draft' then perform private.refuse('KA028', 'not-a-draft'); end if;
  delete from public.events where id = event;
  perform private.write_journal(me, 'event:discarded', null, old.chapter_id, event);
end $$;
revoke execute on function private.discard_draft from public;
grant execute on function private.discard_draft to authenticated;

create function public.discard_draft(event uuid) returns void
language sql set search_path = '' as $$ select private.discard_draft(event) $$;
revoke execute on function public.discard_draft from public;
grant execute on function public.discard_draft to authenticated;

create function private.remove_registration(event uuid, person uuid, why text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.events;
  theirs public.registrations;
begin
  select * into wanted from public.events where id = event for update;
  perform private.require_right('events:edit', wanted.chapter_id);
  if wanted.state = 'cancelled' then perform private.refuse('KA024', 'already-cancelled'); end if;
  if wanted.starts_at <= now() then perform private.refuse('KA026', 'already-over'); end if;
  if length(btrim(coalesce(why, ''))) < 3 then perform private.refuse('KA015', 'reason-missing'); end if;
  select * into theirs from public.registrations r where r.event_id = event and r.member_id = person and r.state in ('registered', 'waiting') for update;
  if theirs.id is null then perform private.refuse('KA005', 'not-registered'); end if;
  update public.registrations set state = 'cancelled', line = null, cancelled_at = clock_timestamp() where id = theirs.id;
  update public.events set taken = taken - (theirs.state = 'registered')::int, waiting = waiting - (theirs.state = 'waiting')::int where id = event;
  perform private.post('registration_removed', event, person, theirs.attempt::text, jsonb_build_object('slug', wanted.slug, 'title', wanted.title,
    'starts_at', wanted.starts_at, 'zone', wanted.zone, 'venue', wanted.venue, 'reason', btrim(why)));
  perform private.write_journal(me, 'registration:removed', person, wanted.chapter_id, event);
  perform private.promote(event);
end $$;
revoke execute on function private.remove_registration from public;
grant execute on function private.remove_registration to authenticated;

create function public.remove_registration(event uuid, person uuid, why text) returns void
language sql set search_path = '' as $$ select private.remove_registration(event, person, why) $$;
revoke execute on function public.remove_registration from public;
grant execute on function public.remove_registration to authenticated;

create function public.event_to_edit(chapter uuid, event uuid, locale text) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'zone', own.zone, 'city_id', own.city_id,
    'cities', coalesce((
      select jsonb_agg(jsonb_build_object('id', town.id, 'name', town.name) order by
        case when locale = 'kk' then town.name ->> 'kk' end collate "kk-x-icu", case when locale = 'ru' then town.name ->> 'ru' end collate "ru-x-icu",
        town.name ->> 'en' collate "en-x-icu")
      from public.cities town
      where town.country_iso2 = own.country_iso2 or town.id = (select e.city_id from public.events e where e.id = event_to_edit.event)), '[]'),
    'zones', (
      select jsonb_agg(jsonb_build_object('id', known.zone, 'name', known.name) order by
        case when locale = 'kk' then known.name ->> 'kk' end collate "kk-x-icu", case when locale = 'ru' then known.name ->> 'ru' end collate "ru-x-icu",
        known.name ->> 'en' collate "en-x-icu")
      from (
        select every.zone, private.city_of_zone(every.zone) as name
        from (select city.zone from public.cities city union select own.zone union select 'Asia/Almaty') every) known),
    'event', (
      select to_jsonb(saved) - 'search' || jsonb_build_object('link', access.link, 'private_address', access.address,
               'closes_local', saved.registration_closes_at at time zone saved.zone)
      from public.events saved left join public.event_access access on access.event_id = saved.id
      where saved.id = event_to_edit.event and saved.chapter_id = own.id))
  from public.chapters own where own.id = event_to_edit.chapter
$$;
revoke execute on function public.event_to_edit from public;
grant execute on function public.event_to_edit to authenticated;
