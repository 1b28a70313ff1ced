-- Writing to the leaders of a chapter, or to the association. A message is stored only as the letters to its readers.

-- Who reads messages to a chapter, or to the association (`chapter` null): everybody with an address and an office there that gives this permission. If there
-- is nobody, those in the nearest chapter above, else the country's coordinators, else the world's (then `is_passed_on`, except for messages to the
-- association). Never the writers themselves.
create function private.readers_of(chapter uuid, permission text, writer uuid) returns table (reader_id uuid, is_passed_on boolean)
language sql stable set search_path = '' as $$
  with able as (
    select office.member_id, office.steps
    from (
      select mandate.member_id, above.depth as steps
      from public.chapter_tree above join public.mandates mandate on mandate.chapter_id = above.ancestor_id
      where above.descendant_id = readers_of.chapter and mandate.during @> now() and permission = any (private.permissions_of(mandate.role))
      union all
      select coordinator.member_id, case coordinator.scope when 'world' then 1001 else 1000 end
      from public.coordinators coordinator
      where coordinator.during @> now()
        and (coordinator.scope = 'world' or coordinator.scope = (select own.country_iso2 from public.chapters own where own.id = readers_of.chapter))
    ) office
    join public.members member on member.id = office.member_id
    left join auth.users account on account.id = member.user_id
    left join public.member_details details on details.member_id = member.id
    where office.member_id is distinct from writer and coalesce(account.email, details.contact_email) <> ''
      and not exists (select from public.member_statuses s where s.member_id = office.member_id and s.status = 'suspended' and s.during @> now())
  )
  select distinct able.member_id, chapter is not null and able.steps > 0 from able where able.steps = (select min(steps) from able)
$$;
revoke execute on function private.readers_of from public;

-- Sends a message from the current account: to the leaders of a chapter (about one of its events: to those who edit events), or to the association. Returns
-- the message's id, null if there is no such chapter. The same text from the same form (`form`: an id made by the page) is one message, however often it is
-- submitted. Refuses KA031 without an account, KA040 address not confirmed, KA041 suspended and writing to a chapter, KA042 the sixth within an hour, KA043
-- the twenty-first within a day, KA044 nobody would read it.
create function private.write_message(form uuid, chapter uuid, event uuid, message text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  sender auth.users;
  member public.members;
  target public.chapters;
  written uuid;
  within_hour int;
  within_day int;
begin
  -- One at a time: two messages at once, or a message while the account is being erased.
  perform pg_advisory_xact_lock(hashtextextended(private.account()::text, 20));
  select * into sender from auth.users account where account.id = private.account();
  if sender.id is null then perform private.refuse('KA031', 'no-account'); end if;
  if sender.email_confirmed_at is null then perform private.refuse('KA040', 'not-confirmed'); end if;
  select * into member from public.members m where m.user_id = sender.id;
  if chapter is not null then
    if member.id is not null and private.me() is null then perform private.refuse('KA041', 'suspended'); end if;
    select * into target from public.chapters c where c.id = chapter;
    if target.id is null then return null; end if;
  end if;

  written := md5(concat_ws(' ', sender.id, form, chapter, event, message))::uuid;
  if private.has_sent(written) then return written; end if;
  select count(distinct letter.subject_id) filter (where letter.created_at > now() - interval '1 hour'), count(distinct letter.subject_id)
  into within_hour, within_day
  from public.outbox letter where letter.sender_id = sender.id and letter.created_at > now() - interval '1 day';
  if within_day >= 20 then perform private.refuse('KA043', 'too-many-today'); end if;
  if within_hour >= 5 then perform private.refuse('KA042', 'too-many-this-hour'); end if;

  insert into public.outbox (kind, subject_id, recipient_id, sender_id, payload)
  select 'message', written, reader.reader_id, sender.id, jsonb_build_object(
    'chapter', target.name, 'event', (select about.title from public.events about where about.id = event and about.chapter_id = chapter),
    'is_passed_on', reader.is_passed_on,
    'written', jsonb_build_object('text', message, 'name', member.surname || ' ' || member.given_name, 'email', sender.email, 'home', (
      select home.name from public.memberships m join public.chapters home on home.id = m.chapter_id
      where m.member_id = member.id and m.kind = 'home' and upper_inf(m.during))))
  from private.readers_of(chapter, case when event is null then 'members:decide' else 'events:edit' end, member.id) reader;
  if not found then perform private.refuse('KA044', 'nobody-reads'); end if;
  perform private.write_journal(member.id, 'message:sent', member.id, chapter, written);
  return written;
end $$;
revoke execute on function private.write_message from public;
grant execute on function private.write_message to authenticated;

-- Whether the current account has sent this message.
create function private.has_sent(message uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from public.outbox letter where letter.kind = 'message' and letter.subject_id = message and letter.sender_id = private.account());
end $$;
revoke execute on function private.has_sent from public;
grant execute on function private.has_sent to authenticated;

-- As invoker: an event that the current user may not see is not named.
create function public.write_message(form uuid, chapter uuid, event uuid, message text) returns uuid
language sql set search_path = '' as $$
  select private.write_message(form, chapter, (select seen.id from public.events seen where seen.id = write_message.event), message)
$$;
create function public.has_sent(message uuid) returns boolean
language sql stable set search_path = '' as $$ select private.has_sent(message) $$;
revoke execute on function public.write_message, public.has_sent from public;
grant execute on function public.write_message, public.has_sent to authenticated;
