-- Writing to the leaders of a chapter, or to the association.
alter table public.outbox
  add column sender_id uuid references auth.users on delete cascade,
  add constraint outbox_of_readable_length check (payload #>> '{written,text}' ~ '\S' and length(payload #>> '{written,text}') <= 2000);
create index outbox_sender_id_idx on public.outbox (sender_id, created_at) where sender_id is not null;

create or replace function private.claim_outbox(batch int) returns table (
  id bigint, kind text, subject_id uuid, payload jsonb, attempts int, address text, locale text, given_name text, surname text)
language sql security definer set search_path = '' as $$
  with due as (
    select waiting.id, coalesce(waiting.address, account.email, details.contact_email)::text as address
    from public.outbox waiting
    left join public.members member on member.id = waiting.recipient_id
    left join auth.users account on account.id = member.user_id
    left join public.member_details details on details.member_id = member.id
    where waiting.sent_at is null and waiting.failed_at is null and waiting.not_before <= now()
      and (waiting.claimed_until is null or waiting.claimed_until < now())
    order by waiting.not_before, waiting.id limit least(batch, 100) for update of waiting skip locked),
  given_up as (
    update public.outbox letter set failed_at = now(), last_error = 'The member has no address.', payload = letter.payload - 'written'
    from due where letter.id = due.id and due.address is null),
  taken as (
    update public.outbox letter set claimed_until = now() + interval '1 minute', attempts = letter.attempts + 1
    from due where letter.id = due.id and due.address is not null
    returning letter.id, letter.kind, letter.subject_id, letter.recipient_id, letter.payload, letter.attempts, due.address)
  select taken.id, taken.kind, taken.subject_id, taken.payload, taken.attempts, taken.address, coalesce(member.locale, taken.payload ->> 'locale'),
         coalesce(member.given_name, ''), coalesce(member.surname, '')
  from taken left join public.members member on member.id = taken.recipient_id
  order by taken.id
$$;

create or replace function private.settle_outbox(letter bigint, problem text, is_final boolean) returns void
language sql security definer set search_path = '' as $$
  update public.outbox set
    claimed_until = null,
    sent_at       = case when problem is null then now() end,
    last_error    = left(problem, 500),
    failed_at     = case when problem is not null and (is_final or (attempts >= 8 and created_at < now() - interval '3 days')) then now() end,
    not_before    = case when problem is null then not_before else now() + make_interval(secs => least(3600, 5 * 2 ^ least(attempts, 10))) end
  where id = letter and sent_at is null;
  update public.outbox set payload = payload - 'written' where id = letter and num_nonnulls(sent_at, failed_at) > 0 and payload ? 'written';
  delete from public.outbox where id = letter and address is not null and num_nonnulls(sent_at, failed_at) > 0;
$$;

create or replace function private.my_data() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'exported_at', now(),
      'account', (select jsonb_build_object('id', account.id, 'email', account.email, 'created_at', account.created_at, 'last_sign_in_at', account.last_sign_in_at)
                  from auth.users account where account.id = private.account()),
      'member', to_jsonb(member) - 'user_id' - 'search' - 'erased_at',
      'details', (select to_jsonb(details) - 'member_id' from public.member_details details where details.member_id = member.id),
      'statuses', coalesce((select jsonb_agg(jsonb_build_object('status', s.status, 'from', lower(s.during), 'to', upper(s.during)) order by lower(s.during))
        from public.member_statuses s where s.member_id = member.id), '[]'),
      'studies', coalesce((
        select jsonb_agg(to_jsonb(study) - 'member_id' - 'during' || jsonb_build_object('city', city.name, 'university', coalesce(university.name, study.university_other),
          'told_from', lower(study.during), 'told_to', upper(study.during)) order by lower(study.during))
        from public.studies study join public.cities city on city.id = study.city_id left join public.universities university on university.id = study.university_id
        where study.member_id = member.id), '[]'),
      'consents', coalesce((
        select jsonb_agg(jsonb_build_object('purpose', consent.purpose, 'is_given', consent.is_given, 'version', consent.version, 'language', consent.language,
          'at', consent.at) order by consent.at, consent.purpose)
        from public.consents consent where consent.member_id = member.id), '[]'),
      'memberships', coalesce((
        select jsonb_agg(jsonb_build_object('chapter', chapter.name, 'kind', m.kind, 'from', lower(m.during), 'to', upper(m.during), 'start_reason', m.start_reason,
          'end_reason', m.end_reason) order by lower(m.during))
        from public.memberships m join public.chapters chapter on chapter.id = m.chapter_id where m.member_id = member.id), '[]'),
      'requests', coalesce((
        select jsonb_agg(jsonb_build_object('chapter', chapter.name, 'kind', r.kind, 'message', r.message, 'state', r.state, 'reason', r.reason,
          'sent_at', r.created_at, 'decided_at', r.decided_at) order by r.created_at)
        from public.join_requests r join public.chapters chapter on chapter.id = r.chapter_id where r.member_id = member.id), '[]'),
      'offices', coalesce((
        select jsonb_agg(jsonb_build_object('role', office.role, 'chapter', office.chapter, 'shown_as', office.shown_as, 'from', lower(office.during), 'to', upper(office.during))
          order by lower(office.during))
        from (select mandate.role, chapter.name as chapter, mandate.shown_as, mandate.during
              from public.mandates mandate join public.chapters chapter on chapter.id = mandate.chapter_id where mandate.member_id = member.id
              union all
              select 'coordinator', to_jsonb(coordinator.scope), null, coordinator.during from public.coordinators coordinator where coordinator.member_id = member.id
             ) office), '[]'),
      'registrations', coalesce((
        select jsonb_agg(jsonb_build_object('event', event.title, 'starts_at', event.starts_at, 'zone', event.zone, 'state', r.state, 'made_at', r.created_at,
          'promoted_at', r.promoted_at, 'cancelled_at', r.cancelled_at) order by event.starts_at)
        from public.registrations r join public.events event on event.id = r.event_id where r.member_id = member.id), '[]'),
      'letters', coalesce((
        select jsonb_agg(jsonb_build_object('kind', letter.kind, 'written_at', letter.created_at, 'sent_at', letter.sent_at) order by letter.id)
        from public.outbox letter where letter.recipient_id = member.id), '[]'),
      'messages', coalesce((
        select jsonb_agg(to_jsonb(message) - 'id' order by message.written_at)
        from (select letter.subject_id as id, letter.payload -> 'chapter' as chapter, letter.payload -> 'event' as event, max(letter.payload #>> '{written,text}') as text,
                     min(letter.created_at) as written_at, max(letter.sent_at) as sent_at
              from public.outbox letter where letter.sender_id = private.account() group by 1, 2, 3) message), '[]'),
      'journal', private.my_journal(false, 1, 1000000) -> 'rows')
    from public.members member where member.id = private.me());
end $$;

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
  -- Twice at once, or beside the erasing of the account: one after the other.
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

create function private.has_sent(message uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from public.outbox letter where letter.kind = 'message' and letter.subject_id = message and letter.sender_id = private.account());
end $$;
revoke execute on function private.has_sent from public;
grant execute on function private.has_sent to authenticated;

create function public.write_message(form uuid, chapter uuid, event uuid, message text) returns uuid
language sql set search_path = '' as $$
  select private.write_message(form, chapter, (select seen.id from public.events seen where seen.id = write_message.event), message)
$$;
create function public.has_sent(message uuid) returns boolean
language sql stable set search_path = '' as $$ select private.has_sent(message) $$;
revoke execute on function public.write_message, public.has_sent from public;
grant execute on function public.write_message, public.has_sent to authenticated;
