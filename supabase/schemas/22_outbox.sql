-- Letters to send, written in the transaction of the change that causes them. One letter per (kind, subject, recipient, occurrence). A letter goes to a
-- member; only the last one to an erased account carries its own address, and is deleted with it once it is sent or given up. The text of a message that
-- somebody wrote is kept in payload.written until the letter is sent or given up; it belongs to its sender and is deleted with their account.
create table public.outbox (
  id            bigint generated always as identity primary key,
  kind          text not null,
  subject_id    uuid not null,
  recipient_id  uuid references public.members on delete cascade,
  occurrence    text not null default '',
  payload       jsonb not null default '{}',
  created_at    timestamptz not null default now(),
  not_before    timestamptz not null default now(),
  attempts      int not null default 0,
  claimed_until timestamptz,
  sent_at       timestamptz,
  failed_at     timestamptz,
  last_error    text,
  address       text,
  sender_id     uuid references auth.users on delete cascade,
  constraint outbox_one_letter unique (kind, subject_id, recipient_id, occurrence),
  constraint outbox_to_a_member_or_an_address check (num_nonnulls(recipient_id, address) = 1),
  constraint outbox_of_readable_length check (payload #>> '{written,text}' ~ '\S' and length(payload #>> '{written,text}') <= 2000)
);
create index outbox_recipient_id_idx on public.outbox (recipient_id);
create index outbox_sender_id_idx on public.outbox (sender_id, created_at) where sender_id is not null;
create index outbox_waiting_idx on public.outbox (not_before, id) where sent_at is null and failed_at is null;
alter table public.outbox enable row level security;

create function private.post(letter_kind text, subject uuid, recipient uuid, occasion text, content jsonb) returns void
language sql set search_path = '' as $$
  insert into public.outbox (kind, subject_id, recipient_id, occurrence, payload) values (letter_kind, subject, recipient, occasion, content)
  on conflict on constraint outbox_one_letter do nothing
$$;
revoke execute on function private.post from public;

-- Claims up to `batch` letters for a minute. If the claiming process dies, the letter is due again after that minute, with the same id. A letter to somebody
-- without an address is given up at once and stays visible: retrying would not help.
create function private.claim_outbox(batch int) returns table (
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
revoke execute on function private.claim_outbox from public;
grant execute on function private.claim_outbox to service_role;

-- Marks a letter as sent (`problem` null), or to be retried, in the end once an hour: mail servers come back. It is given up if it was refused for good, or
-- is three days old and was tried eight times (it may have waited before anybody could send it); it then stays visible as failed, unless its address must be
-- forgotten.
create function private.settle_outbox(letter bigint, problem text, is_final boolean) returns void
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
revoke execute on function private.settle_outbox from public;
grant execute on function private.settle_outbox to service_role;

create function public.claim_outbox(batch int) returns table (
  id bigint, kind text, subject_id uuid, payload jsonb, attempts int, address text, locale text, given_name text, surname text)
language sql set search_path = '' as $$ select * from private.claim_outbox(batch) $$;
revoke execute on function public.claim_outbox from public;
grant execute on function public.claim_outbox to service_role;

create function public.settle_outbox(letter bigint, problem text, is_final boolean default false) returns void
language sql set search_path = '' as $$ select private.settle_outbox(letter, problem, is_final) $$;
revoke execute on function public.settle_outbox from public;
grant execute on function public.settle_outbox to service_role;
