-- Letters write a clock as the pages do: "UTC+0". The clocks that are kept beside the events are computed anew.
create or replace function private.clock_of(wall timestamp, moment timestamptz) returns text
language sql immutable set search_path = '' as $$
  select 'UTC' || case when minutes < 0 then '−' else '+' end || abs(minutes) / 60
    || case when minutes % 60 = 0 then '' else ':' || lpad((abs(minutes) % 60)::text, 2, '0') end
  from (select round(extract(epoch from wall - (moment at time zone 'UTC')) / 60)::int as minutes) ahead
$$;
revoke execute on function private.clock_of from public;

alter table public.events
  alter column clock set expression as (private.clock_of(starts_local, starts_at)),
  alter column ends_clock set expression as (private.clock_of(ends_local, ends_at)),
  alter column closes_clock set expression as (private.clock_of(registration_closes_at at time zone zone, registration_closes_at));
