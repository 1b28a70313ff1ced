-- Letters about an event say when it ends: one of several days is told of until then.
create or replace function private.event_in_letters(event public.events) returns jsonb
language sql immutable set search_path = '' as $$
  select jsonb_build_object(
    'slug', event.slug, 'title', event.title, 'starts_at', event.starts_at, 'ends_at', event.ends_at, 'clock', event.clock, 'venue', event.venue)
$$;
revoke execute on function private.event_in_letters from public;
