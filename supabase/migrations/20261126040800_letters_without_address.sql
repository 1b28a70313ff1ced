-- A letter to somebody without an address is given up at once, and visible: trying again would not help.
create or replace function private.claim_outbox(batch int) returns table (
  id bigint, kind text, subject_id uuid, payload jsonb, attempts int, address text, locale text, given_name text, surname text)
language sql security definer set search_path = '' as $$
  with due as (
    select waiting.id, coalesce(account.email, details.contact_email)::text as address
    from public.outbox waiting
    join public.members member on member.id = waiting.recipient_id
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
    returning letter.*, due.address)
  select taken.id, taken.kind, taken.subject_id, taken.payload, taken.attempts, taken.address, member.locale, member.given_name, member.surname
  from taken join public.members member on member.id = taken.recipient_id
  order by taken.id
$$;
