-- Chapters: a tree of country, city and university chapters and interest groups.
create table public.chapters (
  id            uuid primary key default gen_random_uuid(),
  slug          text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  parent_id     uuid,
  kind          text not null check (kind in ('country', 'city', 'university', 'interest')),
  country_iso2  text not null references public.countries,
  city_id       text references public.cities,
  university_id text references public.universities,
  name          jsonb not null check (private.is_language_map(name)),
  summary       jsonb not null check (private.is_language_map(summary)),
  about         jsonb check (private.is_language_map(about)),
  text_status   jsonb not null default '{}' check (jsonb_typeof(text_status) = 'object'),
  zone          text not null,
  join_mode     text not null default 'open' check (join_mode in ('open', 'request', 'invitation')),
  state         text not null default 'active' check (state in ('active', 'paused', 'closed')),
  founded_on    date,
  created_at    timestamptz not null default now(),
  search        text not null generated always as (private.fold(private.all_languages(name))) stored,
  check ((kind = 'country') = (parent_id is null)),
  check (kind <> 'city' or city_id is not null),
  check (kind <> 'university' or (city_id is not null and university_id is not null)),
  check (parent_id <> id),
  unique (id, country_iso2),
  -- A chapter is in the same country as the chapters above it: its members are counted there too.
  foreign key (parent_id, country_iso2) references public.chapters (id, country_iso2)
);
create index chapters_parent_id_country_iso2_idx on public.chapters (parent_id, country_iso2);
create index chapters_country_iso2_idx on public.chapters (country_iso2);
create index chapters_city_id_idx on public.chapters (city_id);
create index chapters_university_id_idx on public.chapters (university_id);

-- Closure table: every chapter with every chapter above it and with itself, so that the total of a subtree is one join.
create table public.chapter_tree (
  ancestor_id   uuid not null references public.chapters on delete cascade,
  descendant_id uuid not null references public.chapters on delete cascade,
  depth         int not null check (depth >= 0),
  primary key (ancestor_id, descendant_id)
);
create index chapter_tree_descendant_id_idx on public.chapter_tree (descendant_id);

create function private.grow_chapter_tree() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into public.chapter_tree (ancestor_id, descendant_id, depth)
  select new.id, new.id, 0
  union all
  select above.ancestor_id, new.id, above.depth + 1 from public.chapter_tree above where above.descendant_id = new.parent_id;
  return new;
end $$;
revoke execute on function private.grow_chapter_tree from public;
create trigger chapters_grow_the_tree after insert on public.chapters for each row execute function private.grow_chapter_tree();

create function private.keep_chapter_in_place() returns trigger
language plpgsql set search_path = '' as $$
begin
  raise exception 'a chapter keeps its place in the tree: found a new one and move its members' using errcode = 'KA033';
end $$;
revoke execute on function private.keep_chapter_in_place from public;
create trigger chapters_keep_their_place before update of parent_id on public.chapters for each row
  when (old.parent_id is distinct from new.parent_id) execute function private.keep_chapter_in_place();

create function private.touch_chapter_pages() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.touch_page('chapters'), private.touch_page('chapter:' || coalesce(new.id, old.id));
  return null;
end $$;
revoke execute on function private.touch_chapter_pages from public;
create trigger chapters_touch_their_pages after insert or update or delete on public.chapters for each row
  execute function private.touch_chapter_pages();

alter table public.chapters     enable row level security;
alter table public.chapter_tree enable row level security;
grant select on public.chapters, public.chapter_tree to anon, authenticated;
create policy "anyone reads chapters"         on public.chapters     for select to anon, authenticated using (true);
create policy "anyone reads the chapter tree" on public.chapter_tree for select to anon, authenticated using (true);
