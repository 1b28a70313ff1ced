-- Two columns that were written, or could be, and that nothing reads.
create or replace function private.count_attempt(limit_key text, allowed int, window_seconds int) returns int
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

alter table public.limits drop column started_at;
alter table public.memberships drop column happened_on;
