-- Membership is a timeline: rows are opened and closed, never rewritten. One home membership at a time; guest memberships in addition.
create table public.memberships (
  id           uuid primary key default gen_random_uuid(),
  member_id    uuid not null references public.members on delete cascade,
  chapter_id   uuid not null references public.chapters,
  kind         text not null check (kind in ('home', 'guest')),
  during       tstzrange not null check (not isempty(during) and lower_inc(during) and not lower_inf(during)),
  start_reason text not null check (start_reason in ('joined', 'transferred', 'guest_semester', 'imported')),
  end_reason   text check (end_reason in ('transferred', 'left', 'graduated', 'returned_home', 'resigned', 'guest_ended', 'expelled')),
  previous_id  uuid references public.memberships on delete set null,
  actor_id     uuid references public.members on delete set null,
  check (upper_inf(during) = (end_reason is null)),
  constraint memberships_one_home exclude using gist (member_id extensions.gist_uuid_ops with =, during with &&) where (kind = 'home'),
  constraint memberships_once_per_chapter exclude using gist (
    member_id extensions.gist_uuid_ops with =, chapter_id extensions.gist_uuid_ops with =, during with &&)
);
create index memberships_member_id_idx on public.memberships (member_id);
create index memberships_chapter_id_idx on public.memberships (chapter_id);
create index memberships_previous_id_idx on public.memberships (previous_id);
create index memberships_actor_id_idx on public.memberships (actor_id);
create index memberships_current_idx on public.memberships (chapter_id, member_id) where upper_inf(during);

create table public.join_requests (
  id         uuid primary key default gen_random_uuid(),
  member_id  uuid not null references public.members on delete cascade,
  chapter_id uuid not null references public.chapters,
  kind       text not null default 'home' check (kind in ('home', 'guest')),
  message    text check (length(message) <= 1000),
  state      text not null default 'pending' check (state in ('pending', 'approved', 'declined', 'withdrawn')),
  reason     text check (length(btrim(reason)) between 3 and 1000),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid references public.members on delete set null,
  check ((state = 'pending') = (decided_at is null)),
  check (state <> 'declined' or reason is not null)
);
create index join_requests_member_id_idx on public.join_requests (member_id);
create index join_requests_decided_by_idx on public.join_requests (decided_by);
create index join_requests_waiting_idx on public.join_requests (chapter_id, created_at) where state = 'pending';
create unique index join_requests_one_at_a_time on public.join_requests (member_id, chapter_id) where state = 'pending';
create index join_requests_chapter_id_idx on public.join_requests (chapter_id);

-- The chapters that the current user belongs to now, and those above them.
create function private.my_memberships() returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select tree.ancestor_id from public.memberships membership
    join public.chapter_tree tree on tree.descendant_id = membership.chapter_id
    where membership.member_id = (select private.me()) and membership.during @> now();
end $$;
revoke execute on function private.my_memberships from public;
grant execute on function private.my_memberships to authenticated;

alter table public.memberships   enable row level security;
alter table public.join_requests enable row level security;
grant select on public.memberships, public.join_requests to authenticated;
-- Leaders read about people only through the functions of their desk, which record who was shown.
create policy "members read their own memberships" on public.memberships for select to authenticated using (member_id = (select private.me()));
create policy "members read their own requests" on public.join_requests for select to authenticated using (member_id = (select private.me()));

create function private.touch_pages_of_membership() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.touch_page('memberships');
  return null;
end $$;
revoke execute on function private.touch_pages_of_membership from public;
create trigger memberships_touch_the_figures after insert or update or delete on public.memberships for each statement
  execute function private.touch_pages_of_membership();
