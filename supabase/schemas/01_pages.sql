-- Which stored pages are out of date: every change bumps the tags of the pages that show it, and each web node asks once a second.
create table public.page_versions (
  tag        text primary key,
  version    bigint not null default 1,
  changed_at timestamptz not null default clock_timestamp()
);
create index page_versions_changed_at_idx on public.page_versions (changed_at);

alter table public.page_versions enable row level security;
grant select on public.page_versions to anon, authenticated, service_role;
-- How often memberships change is visible only to the job that counts them, which bypasses this policy: single steps tell more than the rounded figures.
create policy "anyone reads how old a page may be" on public.page_versions for select to anon, authenticated using (tag <> 'memberships');

create function private.touch_page(page_tag text) returns void
language sql security definer set search_path = '' as $$
  insert into public.page_versions as known (tag) values (page_tag)
  on conflict (tag) do update set version = known.version + 1, changed_at = clock_timestamp()
$$;
revoke execute on function private.touch_page from public;
