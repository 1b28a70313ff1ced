-- A membership that was stamped before the end of a month, and written after the count that closed it, would have been missing from that month for ever.
-- Counts months that are not closed until `patience` is used up, the wait for another count included, but one at least. The newest come first: pages show
-- today from the first call on, and a history that reaches further back with every call. The month that runs, once it is there, is counted anew at the end, or
-- no call would come further. A month closes with the first count a minute after its end: until then somebody may still be writing who began before it.
-- Answers whether months are left.
create or replace function private.refresh_figures(patience interval default '2 seconds') returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  first_month date;
  this_month date := date_trunc('month', now() at time zone 'UTC')::date;
  counted date;
  is_begun boolean := false;
  is_more boolean := false;
begin
  perform pg_advisory_xact_lock(hashtextextended('refresh_figures', 70));
  first_month := coalesce((select month from public.figure_months where is_first and is_closed),
                          (select date_trunc('month', min(lower(during)) at time zone 'UTC') from public.memberships), this_month);
  for counted in
    select due.month::date from generate_series(this_month, first_month, interval '-1 month') due (month)
    where not exists (select from public.figure_months known where known.month = due.month::date and known.is_closed)
    order by due.month = this_month and exists (select from public.figure_months known where known.month = this_month), due.month desc
  loop
    is_more := is_begun and clock_timestamp() > now() + patience;
    exit when is_more;
    perform private.count_month(counted, counted > this_month - interval '3 years');
    update public.figure_months set is_closed = now() > (counted + interval '1 month 1 minute')::timestamp at time zone 'UTC', is_first = counted = first_month where month = counted;
    is_begun := true;
  end loop;
  perform private.touch_page('figures');
  return is_more;
end $$;
revoke execute on function private.refresh_figures from public;
grant execute on function private.refresh_figures to service_role;
