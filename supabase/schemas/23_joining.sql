-- Becoming a member: the draft of the three-step form, the consents, and the act of joining itself.
create table public.join_drafts (
  user_id    uuid primary key references auth.users on delete cascade,
  draft      jsonb not null check (jsonb_typeof(draft) = 'object' and pg_column_size(draft) < 8192),
  updated_at timestamptz not null default now()
);
alter table public.join_drafts enable row level security;
grant select, insert (user_id, draft), update (draft, updated_at), delete on public.join_drafts to authenticated;
create policy "accounts read their own draft"   on public.join_drafts for select to authenticated using (user_id = (select private.account()));
create policy "accounts begin their own draft"  on public.join_drafts for insert to authenticated with check (user_id = (select private.account()));
create policy "accounts change their own draft" on public.join_drafts for update to authenticated
  using (user_id = (select private.account())) with check (user_id = (select private.account()));
create policy "accounts drop their own draft"   on public.join_drafts for delete to authenticated using (user_id = (select private.account()));

create function public.keep_join_draft(draft jsonb) returns void
language sql set search_path = '' as $$
  insert into public.join_drafts (user_id, draft) values ((select private.account()), keep_join_draft.draft)
  on conflict (user_id) do update set draft = excluded.draft, updated_at = now()
$$;
revoke execute on function public.keep_join_draft from public;
grant execute on function public.keep_join_draft to authenticated;

-- A ledger: which consent was given or withdrawn, in which version of the text and language, and when. No row is ever changed.
create table public.consents (
  id         uuid primary key default gen_random_uuid(),
  member_id  uuid not null references public.members on delete cascade,
  purpose    text not null check (purpose in ('processing', 'cross_border', 'third_party', 'publication', 'directory', 'mailing')),
  version    text not null,
  language   text not null check (language in ('kk', 'ru', 'en')),
  is_given   boolean not null,
  at         timestamptz not null default now(),
  constraint consents_of_readable_length check (length(version) <= 40)
);
create index consents_member_id_idx on public.consents (member_id, purpose, at desc);
alter table public.consents enable row level security;
grant select on public.consents to authenticated;
grant insert (member_id, purpose, version, language, is_given) on public.consents to authenticated;
create policy "members read their own consents"  on public.consents for select to authenticated using (member_id = (select private.me()));
create policy "members give and withdraw their own consents" on public.consents for insert to authenticated with check (member_id = (select private.me()));

-- What a member agrees to now: the latest entry in the ledger for each purpose counts.
create function private.agreed_to(member uuid) returns setof text
language sql stable set search_path = '' as $$
  select said.purpose
  from (select distinct on (consent.purpose) consent.purpose, consent.is_given from public.consents consent
        where consent.member_id = member order by consent.purpose, consent.at desc, consent.id) said
  where said.is_given
$$;
revoke execute on function private.agreed_to from public;

-- Gives or withdraws consent for these purposes wherever the latest entry says otherwise. Two windows run one after the other, so nothing is entered twice.
-- If somebody who has left agrees again and then withdraws that, their pending requests to chapters are withdrawn too.
create function private.say_consents(purposes text[], agreed text[], consent_version text, language text) returns void
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
  if not private.belongs() and not array['processing', 'cross_border'] <@ array(select private.agreed_to(me)) then perform private.withdraw_all_requests(me); end if;
end $$;
revoke execute on function private.say_consents from public;
grant execute on function private.say_consents to authenticated;

create function public.say_consents(purposes text[], agreed text[], consent_version text, language text) returns void
language sql set search_path = '' as $$ select private.say_consents(purposes, agreed, consent_version, language) $$;
revoke execute on function public.say_consents from public;
grant execute on function public.say_consents to authenticated;

-- Makes the account a member: person, study, consents and status in one transaction. Calling it twice returns the same member.
-- person: {surname, given_name, patronymic, latin_name, locale, home_region_id, funding}; study: {city_id, university_id, university_other, degree, field,
-- started_on, ends_on}; agreed: the purposes agreed to. Refuses KA031 without an account, KA032 without the two required consents.
create function private.become_member(person jsonb, study jsonb, agreed text[], consent_version text) returns uuid
language plpgsql security definer set search_path = '' as $$
declare
  account uuid := private.account();
  member uuid;
begin
  if account is null then perform private.refuse('KA031', 'no-account'); end if;
  if not (agreed @> array['processing', 'cross_border']) then perform private.refuse('KA032', 'consent-missing'); end if;
  perform pg_advisory_xact_lock(hashtextextended(account::text, 20));
  select id into member from public.members where user_id = account;
  if member is not null then return member; end if;

  insert into public.members (user_id, surname, given_name, patronymic, latin_name, locale)
  values (account, person ->> 'surname', person ->> 'given_name', person ->> 'patronymic', person ->> 'latin_name', coalesce(person ->> 'locale', 'kk'))
  returning id into member;
  insert into public.member_details (member_id, home_region_id, funding) values (member, person ->> 'home_region_id', person ->> 'funding');
  insert into public.studies (member_id, city_id, university_id, university_other, degree, field, started_on, ends_on)
  values (member, study ->> 'city_id', study ->> 'university_id', study ->> 'university_other', study ->> 'degree', study ->> 'field',
          (study ->> 'started_on')::date, (study ->> 'ends_on')::date);
  insert into public.consents (member_id, purpose, version, language, is_given)
  select member, purpose, consent_version, coalesce(person ->> 'locale', 'kk'), purpose = any (agreed)
  from unnest(array['processing', 'cross_border', 'third_party', 'publication', 'directory', 'mailing']) purpose;
  perform private.set_status(member, 'applicant', member);
  perform private.write_journal(member, 'member:became', member, null, member);
  delete from public.join_drafts where user_id = account;
  return member;
end $$;
revoke execute on function private.become_member from public;
grant execute on function private.become_member to authenticated;

create function public.become_member(person jsonb, study jsonb, agreed text[], consent_version text) returns uuid
language sql set search_path = '' as $$ select private.become_member(person, study, agreed, consent_version) $$;
revoke execute on function public.become_member from public;
grant execute on function public.become_member to authenticated;
