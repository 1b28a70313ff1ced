-- What everybody may know: one rule for pages, exports, feeds and pictures alike.

-- Rounded to 5; ten or fewer (a true zero may hide in it) is null. A total beside hidden cells is rounded too, so nothing leaks by subtraction.
create function public.publishable(exact bigint) returns int
language sql immutable parallel safe set search_path = '' as $$ select case when exact > 10 then (round(exact / 5.0) * 5)::int end $$;
revoke execute on function public.publishable from public;
grant execute on function public.publishable to anon, authenticated, service_role;

-- Members now, as published: kind is world, country, city or chapter. A place with ten or fewer has no row, like one where nobody is.
create function private.published_figures(kind text) returns table (scope_id text, members int)
language sql stable security definer set search_path = '' as $$
  select figure.scope_id, public.publishable(figure.at_end)
  from public.figures figure
  where figure.month = (select max(month) from public.figure_months) and figure.scope_kind = kind and figure.dimension = 'all'
    and public.publishable(figure.at_end) is not null
$$;
revoke execute on function private.published_figures from public;

-- The same of the chapters one by one, for lists that hold a few of them.
create view private.chapter_sizes with (security_invoker = true) as
  select figure.scope_id as chapter_id, public.publishable(figure.at_end) as members
  from public.figures figure
  where figure.scope_kind = 'chapter' and figure.dimension = 'all' and figure.month = (select max(month) from public.figure_months);
