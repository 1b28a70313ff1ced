-- A letter outlives a mail server that is away for a day: it is tried for three days, and given up at once only when it is refused for good.
drop function public.settle_outbox(bigint, text);
drop function private.settle_outbox(bigint, text);

-- Sent (`problem` null), or to be tried again, at last once an hour: mail servers come back. Refused for good, or three days old and tried eight times (one
-- may have lain here before anybody could send it), it is given up and stays visible as failed.
create function private.settle_outbox(letter bigint, problem text, is_final boolean) returns void
language sql security definer set search_path = '' as $$
  update public.outbox set
    claimed_until = null,
    sent_at       = case when problem is null then now() end,
    last_error    = left(problem, 500),
    failed_at     = case when problem is not null and (is_final or (attempts >= 8 and created_at < now() - interval '3 days')) then now() end,
    not_before    = case when problem is null then not_before else now() + make_interval(secs => least(3600, 5 * 2 ^ least(attempts, 10))) end
  where id = letter and sent_at is null
$$;
revoke execute on function private.settle_outbox from public;
grant execute on function private.settle_outbox to service_role;

create function public.settle_outbox(letter bigint, problem text, is_final boolean default false) returns void
language sql set search_path = '' as $$ select private.settle_outbox(letter, problem, is_final) $$;
revoke execute on function public.settle_outbox from public;
grant execute on function public.settle_outbox to service_role;
