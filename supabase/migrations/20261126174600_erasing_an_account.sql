-- Erasing one's account: the person goes, what the figures are made of stays without a name.
alter table public.members
  alter column surname drop not null,
  alter column given_name drop not null,
  alter column search set expression as (
    coalesce(private.fold(surname || ' ' || given_name || ' ' || coalesce(patronymic, '') || ' ' || coalesce(latin_name, '')), '')),
  add column erased_at timestamptz,
  add constraint members_are_named check (erased_at is not null or num_nonnulls(surname, given_name) = 2),
  add constraint members_erased_are_nobody check (erased_at is null or num_nonnulls(user_id, surname, given_name, patronymic, latin_name) = 0);

alter table public.studies
  alter column city_id drop not null,
  alter column started_on drop not null,
  alter column ends_on drop not null,
  drop constraint studies_check,
  add constraint studies_whole_or_bare check (
    (num_nonnulls(city_id, started_on, ends_on) = 3 and num_nonnulls(university_id, university_other) > 0)
    or num_nonnulls(city_id, started_on, ends_on, university_id, university_other) = 0);
alter table public.studies rename constraint studies_check1 to studies_check;

alter table public.outbox
  alter column recipient_id drop not null,
  add column address text,
  add constraint outbox_to_a_member_or_an_address check (num_nonnulls(recipient_id, address) = 1);

create or replace function private.note_look(actor uuid, what text, people uuid[], chapter uuid, subject uuid) returns void
language sql set search_path = '' as $$
  insert into public.journal (actor_id, action, member_id, chapter_id, subject_id)
  select actor, what, shown.id, chapter, subject from public.members shown
  where shown.id = any (people) and shown.id <> actor and shown.erased_at is null and not exists (
    select from public.journal known
    where known.member_id = shown.id and known.at >= date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'
      and known.actor_id = actor and known.action = what and known.chapter_id = chapter and known.subject_id is not distinct from subject)
$$;

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
    update public.outbox letter set failed_at = now(), last_error = 'The member has no address.'
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
  delete from public.outbox where id = letter and address is not null and num_nonnulls(sent_at, failed_at) > 0;
$$;

create or replace function private.say_consents(purposes text[], agreed text[], consent_version text, language text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
begin
  perform from public.members where id = me and erased_at is null for no key update;
  if not found then perform private.refuse('KA000', 'not-a-member'); end if;
  insert into public.consents (member_id, purpose, version, language, is_given, at)
  select me, asked.purpose, consent_version, say_consents.language, asked.purpose = any (agreed), clock_timestamp()
  from unnest(purposes) asked (purpose)
  where (asked.purpose = any (agreed)) <> (asked.purpose in (select private.agreed_to(me)));
end $$;

create or replace function private.decide_request(request uuid, is_approved boolean, decline_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  asked public.join_requests;
  target public.chapters;
begin
  select * into asked from public.join_requests where id = request;
  perform private.require_right('members:decide', asked.chapter_id);
  perform from public.members where id = asked.member_id for no key update;
  select * into asked from public.join_requests where id = request for update;
  -- Null: who asked has erased their account meanwhile.
  if asked.state is distinct from 'pending' then perform private.refuse('KA014', 'already-decided'); end if;
  if not is_approved and length(btrim(coalesce(decline_reason, ''))) < 3 then perform private.refuse('KA015', 'reason-missing'); end if;
  select * into target from public.chapters where id = asked.chapter_id;
  if is_approved and target.state <> 'active' then perform private.refuse('KA012', 'chapter-closed'); end if;
  if is_approved and exists (select from public.member_statuses s where s.member_id = asked.member_id and s.status = 'suspended' and upper_inf(s.during)) then
    perform private.refuse('KA018', 'asker-suspended');
  end if;
  update public.join_requests
  set state = case when is_approved then 'approved' else 'declined' end, reason = case when not is_approved then btrim(decline_reason) end,
      decided_at = now(), decided_by = me
  where id = request;
  if is_approved and not exists (select from public.memberships m where m.member_id = asked.member_id and m.chapter_id = asked.chapter_id
                                 and m.kind in (asked.kind, 'home') and upper_inf(m.during)) then
    perform private.open_membership(asked.member_id, asked.chapter_id, asked.kind, me);
  end if;
  perform private.write_journal(me, case when is_approved then 'request:approved' else 'request:declined' end, asked.member_id, asked.chapter_id, request);
  perform private.post(case when is_approved then 'request_approved' else 'request_declined' end, request, asked.member_id, '',
    jsonb_build_object('chapter', target.name, 'slug', target.slug, 'reason', case when not is_approved then btrim(decline_reason) end));
end $$;

create or replace function private.export_attendees(event uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  chapter uuid := (select e.chapter_id from public.events e where e.id = event);
begin
  perform private.require_right('attendees:read', chapter);
  perform private.write_journal(me, 'registration:exported', person.member_id, chapter, event) from private.people_of_event(event) person
  where person.surname is not null;
  return coalesce((
    select jsonb_agg(to_jsonb(person) - 'search' order by person.state, person.place_in_line, coalesce(person.promoted_at, person.since), person.member_id)
    from private.people_of_event(event) person), '[]');
end $$;

create or replace function private.change_study(study jsonb) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  this_moment timestamptz;
  old public.studies;
  fresh public.studies;
begin
  perform from public.members where id = me and erased_at is null for no key update;
  if not found then perform private.refuse('KA000', 'not-a-member'); end if;
  this_moment := clock_timestamp();
  select * into old from public.studies s where s.member_id = me and upper_inf(s.during);
  fresh := jsonb_populate_record(old, jsonb_build_object('university_id', null, 'university_other', null) || study
    || jsonb_build_object('id', gen_random_uuid(), 'member_id', me, 'during', tstzrange(this_moment, null)));
  if (old.city_id, old.university_id, old.university_other, old.degree, old.field, old.started_on, old.ends_on)
     is not distinct from (fresh.city_id, fresh.university_id, fresh.university_other, fresh.degree, fresh.field, fresh.started_on, fresh.ends_on) then
    return;
  end if;
  update public.studies set during = tstzrange(lower(during), this_moment) where id = old.id;
  insert into public.studies select fresh.*;
  if fresh.ends_on > this_moment::date + 90
     and exists (select from public.member_statuses s where s.member_id = me and s.status in ('graduating', 'alumni') and upper_inf(s.during)) then
    perform private.set_status(me, 'student', me);
  end if;
  perform private.write_journal(me, 'study:changed', me, null, fresh.id);
end $$;

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
      'journal', private.my_journal(false, 1, 1000000) -> 'rows')
    from public.members member where member.id = private.me());
end $$;

-- Whether the one who asks has proven who they are within a quarter of an hour: a session alone may have been found on a borrowed computer.
create function private.has_just_signed_in() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from auth.sessions session
    where session.id = nullif(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'session_id', '')::uuid
      and session.user_id = (select auth.uid()) and session.created_at > now() - interval '15 minutes');
end $$;
revoke execute on function private.has_just_signed_in from public;

-- What stays of the member who asks is what the figures count (when they belonged where, degree, field, home region), the ledger of consents, terms of office,
-- the number of people at events that have begun, and the journal of what they did about others in an office: all of it under a row without a name.
create function private.become_nobody() returns void
language plpgsql set search_path = '' as $$
declare
  me uuid := private.require_me();
begin
  delete from public.registrations where member_id = me and state = 'cancelled';
  update public.registrations set promoted_at = null where member_id = me and promoted_at is not null;
  delete from public.join_requests where member_id = me;
  delete from public.outbox where recipient_id = me;
  update public.mandates set shown_as = null where member_id = me and shown_as is not null;
  update public.studies set city_id = null, university_id = null, university_other = null, started_on = null, ends_on = null where member_id = me;
  update public.member_details set contact_email = null, funding = null where member_id = me;
  update public.journal set member_id = null, actor_id = nullif(actor_id, me) where member_id = me;
  -- The number stood on their card.
  update public.members
  set user_id = null, number = default, surname = null, given_name = null, patronymic = null, latin_name = null, locale = default, erased_at = now()
  where id = me;
end $$;
revoke execute on function private.become_nobody from public;

-- Erases the account that asks and the member it belongs to, and writes a last letter. language: the one in which it was said.
-- Refuses KA031 without an account, KA035 who holds an office, KA036 who has not just signed in, KA037 who is suspended.
create function private.erase_account(consent_version text, language text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  account uuid;
  member public.members;
begin
  -- Twice at once, or beside the last step of joining: one after the other.
  perform pg_advisory_xact_lock(hashtextextended(private.account()::text, 20));
  account := private.account();
  if account is null then perform private.refuse('KA031', 'no-account'); end if;
  if not private.has_just_signed_in() then perform private.refuse('KA036', 'not-proven'); end if;
  -- Whatever they do in another window is done before this lock, or finds nobody afterwards.
  select * into member from public.members where user_id = account for no key update;
  if member.id is not null then
    if private.me() is null then perform private.refuse('KA037', 'suspended'); end if;
    if exists (select from public.mandates held where held.member_id = member.id and held.during @> now())
       or exists (select from public.coordinators held where held.member_id = member.id and held.during @> now()) then
      perform private.refuse('KA035', 'in-office');
    end if;
    if private.belongs() then perform private.leave_association(consent_version, language); end if;
    perform private.become_nobody();
  end if;
  insert into public.outbox (kind, subject_id, address, payload)
  select 'account_erased', account, person.email, jsonb_build_object('locale', coalesce(member.locale, erase_account.language))
  from auth.users person where person.id = account and person.email <> '';
  perform private.write_journal(null, 'account:erased', null, null, coalesce(member.id, account));
  delete from auth.users where id = account;
end $$;
revoke execute on function private.erase_account from public;
grant execute on function private.erase_account to authenticated;

create function public.erase_account(consent_version text, language text) returns void
language sql set search_path = '' as $$ select private.erase_account(consent_version, language) $$;
revoke execute on function public.erase_account from public;
grant execute on function public.erase_account to authenticated;
