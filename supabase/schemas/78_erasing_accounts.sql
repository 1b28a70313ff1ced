-- Erasing one's account: the person goes; what the figures are counted from stays, without a name.

-- Whether the current user has signed in within the last 15 minutes: a session alone may have been left open on a borrowed computer.
create function private.has_just_signed_in() returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (
    select from auth.sessions session
    where session.id = nullif(nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'session_id', '')::uuid
      and session.user_id = (select auth.uid()) and session.created_at > now() - interval '15 minutes');
end $$;
revoke execute on function private.has_just_signed_in from public;

-- Makes the current member anonymous. What stays is what the figures count (which chapters when, degree, field, home region), the ledger of consents, terms
-- of office, the number of people at events that have begun, and the journal of what they did about others in an office: all of it under a row without a
-- name.
create function private.become_nobody() returns void
language plpgsql set search_path = '' as $$
declare
  me uuid := private.require_me();
begin
  -- Past events too: somebody who only waited did not attend.
  perform private.leave_events(me, '-infinity');
  delete from public.registrations where member_id = me and state = 'cancelled';
  update public.registrations set promoted_at = null where member_id = me and promoted_at is not null;
  delete from public.join_requests where member_id = me;
  delete from public.outbox where recipient_id = me;
  update public.mandates set shown_as = null where member_id = me and shown_as is not null;
  update public.studies set city_id = null, university_id = null, university_other = null, started_on = null, ends_on = null where member_id = me;
  update public.member_details set contact_email = null, funding = null where member_id = me;
  update public.journal set member_id = null, actor_id = nullif(actor_id, me) where member_id = me;
  -- The membership number was on their card, so it identifies them.
  update public.members
  set user_id = null, number = default, surname = null, given_name = null, patronymic = null, latin_name = null, locale = default, erased_at = now()
  where id = me;
end $$;
revoke execute on function private.become_nobody from public;

-- Erases the current account and anonymises its member, and writes a last letter. language: the page's language when they asked for it.
-- Refuses KA031 without an account, KA035 holds an office, KA036 has not just signed in, KA037 suspended.
create function private.erase_account(consent_version text, language text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  account uuid;
  member public.members;
begin
  -- One at a time: two erasures at once, or an erasure during the last step of joining.
  perform pg_advisory_xact_lock(hashtextextended(private.account()::text, 20));
  account := private.account();
  if account is null then perform private.refuse('KA031', 'no-account'); end if;
  if not private.has_just_signed_in() then perform private.refuse('KA036', 'not-proven'); end if;
  -- Whatever they do in another window either finishes before this lock, or finds no member afterwards.
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
