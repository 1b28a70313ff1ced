-- Rights come from these tables, never from a token: mandates of chapter leaders and assignments of coordinators, each with a start and an end.
create table public.mandates (
  id         uuid primary key default gen_random_uuid(),
  member_id  uuid not null references public.members on delete cascade,
  chapter_id uuid not null references public.chapters,
  role       text not null check (role in ('president', 'vice_president', 'secretary', 'treasurer', 'events_lead')),
  during     tstzrange not null check (not isempty(during) and lower_inc(during) and not lower_inf(during) and not upper_inf(during)),
  shown_as   text check (length(btrim(shown_as)) between 1 and 160),
  actor_id   uuid references public.members on delete set null,
  constraint mandates_once_at_a_time exclude using gist (
    member_id extensions.gist_uuid_ops with =, chapter_id extensions.gist_uuid_ops with =, role extensions.gist_text_ops with =, during with &&),
  constraint mandates_one_president exclude using gist (chapter_id extensions.gist_uuid_ops with =, during with &&) where (role = 'president')
);
create index mandates_member_id_idx on public.mandates (member_id);
create index mandates_chapter_id_idx on public.mandates (chapter_id);
create index mandates_actor_id_idx on public.mandates (actor_id);

-- The order in which offices are listed.
create function private.role_rank(role text) returns int
language sql immutable parallel safe set search_path = '' as $$
  select array_position(array['president', 'vice_president', 'secretary', 'treasurer', 'events_lead'], role)
$$;
revoke execute on function private.role_rank from public;

-- scope: 'world', or a country's ISO code.
create table public.coordinators (
  id        uuid primary key default gen_random_uuid(),
  member_id uuid not null references public.members on delete cascade,
  scope     text not null check (scope ~ '^(world|[A-Z]{2})$'),
  during    tstzrange not null check (not isempty(during) and lower_inc(during) and not lower_inf(during) and not upper_inf(during)),
  actor_id  uuid references public.members on delete set null,
  constraint coordinators_once_at_a_time exclude using gist (member_id extensions.gist_uuid_ops with =, scope extensions.gist_text_ops with =, during with &&)
);
create index coordinators_member_id_idx on public.coordinators (member_id);
create index coordinators_actor_id_idx on public.coordinators (actor_id);

-- The only list of what each role may do.
create function private.permissions_of(role text) returns text[]
language sql immutable parallel safe set search_path = '' as $$
  select case role
    when 'president'      then array['members:read', 'members:decide', 'events:edit', 'attendees:read', 'team:appoint']
    when 'vice_president' then array['members:read', 'members:decide', 'events:edit', 'attendees:read']
    when 'secretary'      then array['members:read', 'members:decide', 'events:edit', 'attendees:read']
    when 'treasurer'      then array['members:read', 'attendees:read']
    when 'events_lead'    then array['events:edit', 'attendees:read']
    else array[]::text[]
  end
$$;
revoke execute on function private.permissions_of from public;

-- The chapters in which the current user has this permission now. Only their own chapters: of those below, leaders see totals.
create function private.my_chapters(permission text) returns setof uuid
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select mandate.chapter_id from public.mandates mandate
    where mandate.member_id = (select private.me()) and mandate.during @> now() and permission = any (private.permissions_of(mandate.role));
end $$;
revoke execute on function private.my_chapters from public;
grant execute on function private.my_chapters to authenticated;

-- What the current user coordinates now: 'world' or ISO codes of countries.
create function private.my_scopes() returns setof text
language plpgsql stable security definer set search_path = '' as $$
begin
  return query
    select coordinator.scope from public.coordinators coordinator
    where coordinator.member_id = (select private.me()) and coordinator.during @> now();
end $$;
revoke execute on function private.my_scopes from public;
grant execute on function private.my_scopes to authenticated;

-- For functions that change something: may the current user do this in that chapter? If not, the error is the same as if it did not exist.
create function private.require_right(permission text, chapter uuid) returns void
language plpgsql stable set search_path = '' as $$
begin
  if chapter is null or chapter not in (select private.my_chapters(permission)) then
    raise exception 'not yours' using errcode = '42501';
  end if;
end $$;
revoke execute on function private.require_right from public;

create function private.touch_pages_of_team() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.touch_page('chapter:' || coalesce(new.chapter_id, old.chapter_id));
  return null;
end $$;
revoke execute on function private.touch_pages_of_team from public;
create trigger mandates_touch_the_chapter_page after insert or update or delete on public.mandates for each row
  execute function private.touch_pages_of_team();

alter table public.mandates     enable row level security;
alter table public.coordinators enable row level security;
-- Visitors see a chapter's leaders under the names these chose to show, but not which members they are. Suspended members are not shown as leaders.
grant select (id, chapter_id, role, during, shown_as) on public.mandates to anon, authenticated;
grant select on public.coordinators to authenticated;
create policy "anyone reads who shows themselves as a leader" on public.mandates for select to anon
  using (shown_as is not null and during @> now() and member_id not in (select private.suspended()));
create policy "members read their own mandates" on public.mandates for select to authenticated using (member_id = (select private.me()));
create policy "signed-in people read who shows themselves as a leader" on public.mandates for select to authenticated
  using (shown_as is not null and during @> now() and member_id not in (select private.suspended()));
create policy "coordinators read their own assignments" on public.coordinators for select to authenticated using (member_id = (select private.me()));
