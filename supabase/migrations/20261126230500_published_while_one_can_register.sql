-- An event is not published for which nobody could register any more.
-- Publishes a draft. KA024 cancelled, KA026 already over, KA029 nobody could register any more.
create or replace function private.publish_event(event uuid) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  old public.events;
begin
  select * into old from public.events where id = event for update;
  perform private.require_right('events:edit', old.chapter_id);
  if old.state = 'cancelled' then perform private.refuse('KA024', 'already-cancelled'); end if;
  if old.ends_at <= now() then perform private.refuse('KA026', 'already-over'); end if;
  if old.state = 'published' then return; end if;
  if old.starts_at > now() and old.registration_closes_at <= now() then perform private.refuse('KA029', 'deadline-past'); end if;
  update public.events set state = 'published', version = version + 1 where id = event;
  perform private.write_journal(me, 'event:published', null, old.chapter_id, event);
end $$;
revoke execute on function private.publish_event from public;
grant execute on function private.publish_event to authenticated;
