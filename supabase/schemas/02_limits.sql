-- Rate limits that survive a restart. The key is an HMAC that only the server can make, so nobody can lock somebody else out.
create table public.limits (
  key     text primary key check (length(key) between 32 and 128),
  used    int not null,
  ends_at timestamptz not null
);
create index limits_ends_at_idx on public.limits (ends_at);
alter table public.limits enable row level security;

-- Counts one attempt. Returns the seconds to wait: 0 until `allowed` attempts per `window_seconds` are used up. Each call also deletes some expired rows, or
-- anybody using ever new keys could fill the table: after writing its own row, and skipping rows that others have locked, so that two calls never wait for
-- each other.
create function private.count_attempt(limit_key text, allowed int, window_seconds int) returns int
language plpgsql security definer set search_path = '' as $$
declare
  slot public.limits;
begin
  if allowed not between 1 and 1000 or window_seconds not between 1 and 3600 then perform private.refuse('KA090', 'bad-limit'); end if;
  insert into public.limits as known (key, used, ends_at)
  values (limit_key, 1, now() + make_interval(secs => window_seconds))
  on conflict (key) do update set
    used    = case when known.ends_at <= now() then 1 else known.used + 1 end,
    ends_at = case when known.ends_at <= now() then excluded.ends_at else known.ends_at end
  returning * into slot;
  delete from public.limits where key = any (array(
    select ended.key from public.limits ended where ended.ends_at <= now() order by ended.ends_at limit 10 for update skip locked));
  if slot.used <= allowed then return 0; end if;
  return greatest(1, ceil(extract(epoch from slot.ends_at - now()))::int);
end $$;
revoke execute on function private.count_attempt from public;
grant execute on function private.count_attempt to anon, authenticated;

-- Resets the count, after a success.
create function private.forget_attempts(limit_key text) returns void
language sql security definer set search_path = '' as $$
  delete from public.limits where key = limit_key
$$;
revoke execute on function private.forget_attempts from public;
grant execute on function private.forget_attempts to anon, authenticated;

create function public.count_attempt(limit_key text, allowed int, window_seconds int) returns int
language sql set search_path = '' as $$ select private.count_attempt(limit_key, allowed, window_seconds) $$;
revoke execute on function public.count_attempt from public;
grant execute on function public.count_attempt to anon, authenticated;

create function public.forget_attempts(limit_key text) returns void
language sql set search_path = '' as $$ select private.forget_attempts(limit_key) $$;
revoke execute on function public.forget_attempts from public;
grant execute on function public.forget_attempts to anon, authenticated;
