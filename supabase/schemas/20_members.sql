-- Members. A member is not an account: rosters are imported, accounts are erased, members stay. Whoever has erased their account remains as a row without a
-- name, because past figures are counted from it.
create table public.members (
  id         uuid primary key default gen_random_uuid(),
  user_id    uuid unique references auth.users on delete set null,
  number     bigint generated always as identity unique,
  surname    text check (length(btrim(surname)) between 1 and 80),
  given_name text check (length(btrim(given_name)) between 1 and 80),
  patronymic text check (length(btrim(patronymic)) between 1 and 80),
  latin_name text check (length(btrim(latin_name)) between 1 and 160),
  locale     text not null default 'kk' check (locale in ('kk', 'ru', 'en')),
  created_at timestamptz not null default now(),
  search     text not null generated always as (
    coalesce(private.fold(surname || ' ' || given_name || ' ' || coalesce(patronymic, '') || ' ' || coalesce(latin_name, '')), '')) stored,
  erased_at  timestamptz,
  -- Counts surrounding blanks too: a request that bypasses our forms must not be able to fill a page with them.
  constraint members_of_readable_length check (
    length(surname) <= 80 and length(given_name) <= 80 and length(patronymic) <= 80 and length(latin_name) <= 160),
  constraint members_are_named check (erased_at is not null or num_nonnulls(surname, given_name) = 2),
  constraint members_erased_are_nobody check (erased_at is null or num_nonnulls(user_id, surname, given_name, patronymic, latin_name) = 0)
);

-- The private part: shown to the member only, used in totals only.
create table public.member_details (
  member_id      uuid primary key references public.members on delete cascade,
  contact_email  text check (contact_email ~ '^[^@\s]+@[^@\s]+$'),
  home_region_id text references public.home_regions,
  funding        text,
  constraint member_details_of_readable_length check (length(contact_email) <= 254 and length(funding) <= 60)
);
create index member_details_home_region_id_idx on public.member_details (home_region_id);

-- Status is dated too; the row without an end is the current one.
create table public.member_statuses (
  id        uuid primary key default gen_random_uuid(),
  member_id uuid not null references public.members on delete cascade,
  status    text not null check (status in ('applicant', 'student', 'graduating', 'alumni', 'friend', 'honorary', 'suspended', 'left')),
  during    tstzrange not null check (not isempty(during) and lower_inc(during) and not lower_inf(during)),
  actor_id  uuid references public.members on delete set null,
  constraint member_statuses_one_at_a_time exclude using gist (member_id extensions.gist_uuid_ops with =, during with &&)
);
create index member_statuses_member_id_idx on public.member_statuses (member_id);
create index member_statuses_actor_id_idx on public.member_statuses (actor_id);
create unique index member_statuses_current_idx on public.member_statuses (member_id) where upper_inf(during);
create index member_statuses_suspended_idx on public.member_statuses (member_id) where status = 'suspended';

-- What somebody studies. `during` is when the row applies: from the moment we were told until the next answer; the dates are those of the study itself.
-- When an account is erased, only what figures need stays: degree, field, and `during`.
create table public.studies (
  id               uuid primary key default gen_random_uuid(),
  member_id        uuid not null references public.members on delete cascade,
  city_id          text references public.cities,
  university_id    text references public.universities,
  university_other text check (length(btrim(university_other)) between 2 and 200),
  degree           text not null check (degree in ('foundation', 'bachelor', 'specialist', 'one_tier_master', 'master', 'phd', 'doctor_profile',
                     'residency', 'internship', 'exchange', 'vocational', 'language_course')),
  field            text not null check (field in ('education', 'arts_humanities', 'social_sciences', 'business_law', 'natural_sciences', 'ict',
                     'engineering', 'agriculture', 'health', 'services')),
  started_on       date,
  ends_on          date,
  during           tstzrange not null default tstzrange(now(), null) check (not isempty(during) and lower_inc(during) and not lower_inf(during)),
  check (ends_on > started_on),
  constraint studies_in_our_time check (started_on >= '1900-01-01' and ends_on < '2200-01-01'),
  constraint studies_of_readable_length check (length(university_other) <= 200),
  constraint studies_whole_or_bare check (
    (num_nonnulls(city_id, started_on, ends_on) = 3 and num_nonnulls(university_id, university_other) > 0)
    or num_nonnulls(city_id, started_on, ends_on, university_id, university_other) = 0),
  constraint studies_one_at_a_time exclude using gist (member_id extensions.gist_uuid_ops with =, during with &&)
);
create index studies_member_id_idx on public.studies (member_id);
create index studies_city_id_idx on public.studies (city_id);
create index studies_university_id_idx on public.studies (university_id);
create unique index studies_current_idx on public.studies (member_id) where upper_inf(during);

-- The account that makes the request, while its session exists: after signing out the token stays valid for up to an hour, the session row does not.
-- PL/pgSQL here and in everything that each request passes: its plans are kept as long as the connection, those of an SQL function that cannot be inlined for
-- one call only.
create function private.account() returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select session.user_id from auth.sessions session
    where session.id = nullif(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'session_id', '')::uuid
      and session.user_id = (select auth.uid()));
end $$;
revoke execute on function private.account from public;
grant execute on function private.account to anon, authenticated;

-- The member who makes the request: null when signed out, suspended, or not (yet) a member.
create function private.me() returns uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select member.id from public.members member
    where member.user_id = (select private.account())
      and not exists (select from public.member_statuses s where s.member_id = member.id and s.status = 'suspended' and s.during @> now()));
end $$;
revoke execute on function private.me from public;
grant execute on function private.me to anon, authenticated;

-- For functions that change something: the member who makes the request, or a refusal.
create function private.require_me() returns uuid
language plpgsql stable set search_path = '' as $$
declare
  me uuid := private.me();
begin
  if me is null then perform private.refuse('KA000', 'not-a-member'); end if;
  return me;
end $$;
revoke execute on function private.require_me from public;

-- Whether the current user belongs to the association now: those who have left may come back, and until then read what strangers read.
create function private.belongs() returns boolean
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.me();
begin
  return me is not null and not exists (select from public.member_statuses s where s.member_id = me and s.status = 'left' and upper_inf(s.during));
end $$;
revoke execute on function private.belongs from public;
grant execute on function private.belongs to authenticated;

-- The members suspended right now, for policies and pages that leave out the offices they hold.
create function private.suspended() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query select s.member_id from public.member_statuses s where s.status = 'suspended' and s.during @> now();
end $$;
revoke execute on function private.suspended from public;
grant execute on function private.suspended to anon, authenticated;

-- The only way to change a status, also by hand, to suspend or readmit somebody. Updates the pages that show them as a leader.
create function private.set_status(member uuid, new_status text, actor uuid) returns void
language plpgsql set search_path = '' as $$
declare
  ended text;
begin
  update public.member_statuses set during = tstzrange(lower(during), clock_timestamp())
  where member_id = member and upper_inf(during) returning status into ended;
  insert into public.member_statuses (member_id, status, during, actor_id)
  values (member, new_status, tstzrange(clock_timestamp(), null), actor);
  if 'suspended' in (ended, new_status) then
    perform private.touch_page('chapter:' || held.chapter_id) from public.mandates held where held.member_id = member and held.shown_as is not null;
  end if;
  if ended = 'suspended' then perform private.promote_who_is_back(member); end if;
end $$;
revoke execute on function private.set_status from public;

alter table public.members         enable row level security;
alter table public.member_details  enable row level security;
alter table public.member_statuses enable row level security;
alter table public.studies         enable row level security;
grant select (id, number, surname, given_name, patronymic, latin_name, locale, created_at, search) on public.members to authenticated;
grant update (surname, given_name, patronymic, latin_name, locale) on public.members to authenticated;
grant select on public.member_details, public.member_statuses, public.studies to authenticated;
grant update (home_region_id, funding) on public.member_details to authenticated;
create policy "members read themselves"        on public.members         for select to authenticated using (id = (select private.me()));
create policy "members write their own name"   on public.members         for update to authenticated
  using (id = (select private.me())) with check (id = (select private.me()));
create policy "members read their own details" on public.member_details  for select to authenticated using (member_id = (select private.me()));
create policy "members write their own details" on public.member_details for update to authenticated
  using (member_id = (select private.me())) with check (member_id = (select private.me()));
create policy "members read their own status"  on public.member_statuses for select to authenticated using (member_id = (select private.me()));
create policy "members read their own studies" on public.studies         for select to authenticated using (member_id = (select private.me()));
