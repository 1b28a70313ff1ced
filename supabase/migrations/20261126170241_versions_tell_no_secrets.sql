-- The versions of pages tell strangers nothing of events that they may not see, nor count the changes of memberships.
create function private.is_public(event public.events) returns boolean
language sql immutable set search_path = '' as $$
  select coalesce(event.state <> 'draft' and event.visibility = 'everyone', false)
$$;
revoke execute on function private.is_public from public;

create or replace function private.touch_pages_of_event() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  if not private.is_public(old) and not private.is_public(new) then return null; end if;
  perform private.touch_page('event:' || coalesce(new.id, old.id));
  if to_jsonb(old) - 'taken' - 'waiting' is distinct from to_jsonb(new) - 'taken' - 'waiting' then
    perform private.touch_page('events'), private.touch_page('chapter:' || coalesce(new.chapter_id, old.chapter_id));
  end if;
  return null;
end $$;

create or replace function private.touch_page_of_access() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform private.touch_page('event:' || event.id) from public.events event where event.id = coalesce(new.event_id, old.event_id) and private.is_public(event);
  return null;
end $$;

delete from public.page_versions version
where version.tag like 'event:%' and not exists (
  select from public.events event where 'event:' || event.id = version.tag and private.is_public(event));

drop policy "anyone reads how old a page may be" on public.page_versions;
create policy "anyone reads how old a page may be" on public.page_versions for select to anon, authenticated using (tag <> 'memberships');
