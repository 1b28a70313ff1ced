-- The UTC offset of a local time, written as on our pages: "UTC+5", "UTC−3:30", "UTC+0".
create function private.clock_of(wall timestamp, moment timestamptz) returns text
language sql immutable set search_path = '' as $$
  select 'UTC' || case when minutes < 0 then '−' else '+' end || abs(minutes) / 60
    || case when minutes % 60 = 0 then '' else ':' || lpad((abs(minutes) % 60)::text, 2, '0') end
  from (select round(extract(epoch from wall - (moment at time zone 'UTC')) / 60)::int as minutes) ahead
$$;
revoke execute on function private.clock_of from public;

-- The last day on which a calendar shows an event. A night belongs to the day on which it begins: an event that is over by six in the morning does not get
-- another day.
create function private.last_day_of(starts timestamp, ends timestamp) returns date
language sql immutable set search_path = '' as $$
  select greatest(starts::date, (ends - interval '6 hours 1 microsecond')::date)
$$;
revoke execute on function private.last_day_of from public;

-- Events: people enter local time and zone; the instants are computed from them. The UTC offsets are stored too: Node and browsers may have other rules for a
-- zone, and would show another hour than the one that was entered.
create table public.events (
  id                     uuid primary key default gen_random_uuid(),
  slug                   text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  chapter_id             uuid not null references public.chapters,
  kind                   text not null check (kind in ('nauryz', 'welcome', 'kurultai', 'forum', 'national_day', 'sports', 'kvn', 'career', 'meetup',
                           'volunteering', 'exhibition', 'awards', 'general_meeting', 'webinar')),
  title                  jsonb not null check (private.is_language_map(title)),
  summary                jsonb check (private.is_language_map(summary)),
  description            jsonb check (private.is_language_map(description)),
  text_status            jsonb not null default '{}' check (jsonb_typeof(text_status) = 'object'),
  spoken                 text[] not null default '{}',
  zone                   text not null,
  starts_local           timestamp not null,
  ends_local             timestamp not null,
  starts_at              timestamptz not null,
  ends_at                timestamptz not null,
  is_later_of_two        boolean not null default false,
  registration_closes_at timestamptz,
  format                 text not null check (format in ('on_site', 'online', 'hybrid')),
  city_id                text references public.cities,
  venue                  text check (length(btrim(venue)) between 1 and 200),
  address                text check (length(btrim(address)) between 1 and 300),
  capacity               int check (capacity between 1 and 100000),
  taken                  int not null default 0 check (taken >= 0),
  waiting                int not null default 0 check (waiting >= 0),
  visibility             text not null default 'everyone' check (visibility in ('everyone', 'members', 'chapter')),
  state                  text not null default 'draft' check (state in ('draft', 'published', 'cancelled')),
  cancel_reason          text check (length(btrim(cancel_reason)) between 3 and 1000),
  version                int not null default 1,
  created_at             timestamptz not null default now(),
  search                 text not null generated always as (private.fold(private.all_languages(title) || ' ' || coalesce(venue, ''))) stored,
  clock                  text not null generated always as (private.clock_of(starts_local, starts_at)) stored,
  ends_clock             text not null generated always as (private.clock_of(ends_local, ends_at)) stored,
  closes_clock           text generated always as (private.clock_of(registration_closes_at at time zone zone, registration_closes_at)) stored,
  last_day               date not null generated always as (private.last_day_of(starts_local, ends_local)) stored,
  check (ends_at > starts_at),
  check (taken <= capacity),
  check (format = 'online' or venue is not null),
  check (state <> 'cancelled' or cancel_reason is not null),
  constraint events_in_our_time check (starts_local between '2000-01-01' and '2100-01-01' and ends_local between '2000-01-01' and '2100-01-01'),
  constraint events_close_before_they_start check (registration_closes_at <= starts_at),
  constraint events_of_readable_length check (
    length(title::text) <= 2000 and length(summary::text) <= 5000 and length(description::text) <= 100000
    and length(venue) <= 200 and length(address) <= 300 and length(cancel_reason) <= 1000),
  constraint events_text_status_is_words check (not jsonb_path_exists(text_status, '$.* ? (@.type() <> "string")')),
  constraint events_spoken_is_known check (array_position(spoken, null) is null and array_length(spoken, 1) <= 10)
);
create index events_chapter_id_idx on public.events (chapter_id, starts_at);
create index events_city_id_idx on public.events (city_id);

-- What only registered people and leaders see: the link, and the address if it is not public.
create table public.event_access (
  event_id uuid primary key references public.events on delete cascade,
  link     text check (link ~ '^https://' and length(link) <= 500),
  address  text check (length(btrim(address)) between 1 and 300),
  constraint event_access_of_readable_length check (length(address) <= 300)
);

create sequence public.waiting_line_seq;
create table public.registrations (
  id           uuid primary key default gen_random_uuid(),
  event_id     uuid not null references public.events on delete cascade,
  member_id    uuid not null references public.members on delete cascade,
  state        text not null check (state in ('registered', 'waiting', 'cancelled')),
  line         bigint,
  attempt      int not null default 1,
  created_at   timestamptz not null default now(),
  promoted_at  timestamptz,
  cancelled_at timestamptz,
  constraint registrations_once unique (event_id, member_id),
  check ((state = 'waiting') = (line is not null)),
  check ((state = 'cancelled') = (cancelled_at is not null))
);
create index registrations_member_id_idx on public.registrations (member_id);
create index registrations_line_idx on public.registrations (event_id, line) where state = 'waiting';

-- The events for which the current user has a registration in one of these states: 'registered', 'waiting'.
create function private.my_places(states text[]) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select registration.event_id from public.registrations registration
    where registration.member_id = (select private.me()) and registration.state = any (states);
end $$;
revoke execute on function private.my_places from public;
grant execute on function private.my_places to authenticated;

alter table public.events        enable row level security;
alter table public.event_access  enable row level security;
alter table public.registrations enable row level security;
-- All columns but `taken` and `waiting`: once an event is over, these are published like other figures (private.seats_of); only its leaders see them exactly
-- (private.own_events).
grant select (
  id, slug, chapter_id, kind, title, summary, description, text_status, spoken, zone, starts_local, ends_local, starts_at, ends_at, is_later_of_two,
  registration_closes_at, format, city_id, venue, address, capacity, visibility, state, cancel_reason, version, created_at, search, clock,
  ends_clock, closes_clock, last_day) on public.events to anon, authenticated;
grant select on public.event_access, public.registrations to authenticated;
create policy "anyone reads public events" on public.events for select to anon, authenticated
  using (state <> 'draft' and visibility = 'everyone');
create policy "members read events for members" on public.events for select to authenticated
  using (state <> 'draft' and visibility = 'members' and (select private.belongs()));
create policy "members read events of their chapters" on public.events for select to authenticated
  using (state <> 'draft' and visibility = 'chapter' and chapter_id in (select private.my_memberships()));
-- Even if the event's visibility was narrowed since, or they left the chapter: otherwise they could not give the place back.
create policy "people with a place read their event" on public.events for select to authenticated
  using (state <> 'draft' and id in (select private.my_places('{registered,waiting}')));
create policy "leaders read all events of their chapter" on public.events for select to authenticated
  using (chapter_id in (select private.my_chapters('events:edit')) or chapter_id in (select private.my_chapters('attendees:read')));
create policy "registered people read how to get in" on public.event_access for select to authenticated
  using (event_id in (select private.my_places('{registered}')));
create policy "leaders read how to get in" on public.event_access for select to authenticated
  using (event_id in (select event.id from public.events event where event.chapter_id in (select private.my_chapters('events:edit'))));
create policy "members read their own registrations" on public.registrations for select to authenticated using (member_id = (select private.me()));

-- Whether everybody may see an event. Stored pages, which are those for visitors, show no others; and everybody can read the page versions.
create function private.is_public(event public.events) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(event.state <> 'draft' and event.visibility = 'everyone', false)
$$;
revoke execute on function private.is_public from public;

-- A list page shows many events: a change of `taken` or `waiting` bumps only the event itself; every other change, also a new or deleted event, bumps the
-- lists too.
create function private.touch_pages_of_event() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not private.is_public(old) and not private.is_public(new) then return null; end if;
  perform private.touch_page('event:' || coalesce(new.id, old.id));
  if to_jsonb(old) - 'taken' - 'waiting' is distinct from to_jsonb(new) - 'taken' - 'waiting' then
    perform private.touch_page('events'), private.touch_page('chapter:' || coalesce(new.chapter_id, old.chapter_id));
  end if;
  return null;
end $$;
revoke execute on function private.touch_pages_of_event from public;
create trigger events_touch_their_pages after insert or update or delete on public.events for each row execute function private.touch_pages_of_event();

-- An event's page says whether registered people see more.
create function private.touch_page_of_access() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.touch_page('event:' || event.id) from public.events event where event.id = coalesce(new.event_id, old.event_id) and private.is_public(event);
  return null;
end $$;
revoke execute on function private.touch_page_of_access from public;
create trigger event_access_touches_its_page after insert or update or delete on public.event_access for each row
  execute function private.touch_page_of_access();

-- Local time and zone to an instant; null for null. Refuses KA020 a time that does not exist, KA021 one that exists twice, until somebody chooses which.
create function private.instant_of(wall timestamp, zone_name text, is_later boolean, is_chosen boolean) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  -- PostgreSQL chooses the later of two instants and moves a time that does not exist forward: look an hour to either side.
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
revoke execute on function private.instant_of from public;
