-- What everybody may know: the same rule for pages, exports, feeds and pictures.

-- Rounded to 5; ten or fewer, also zero, is null. Totals beside hidden cells are rounded too, so that nothing can be found out by subtraction.
create function public.publishable(exact bigint) returns int
language sql immutable parallel safe set search_path = '' as $$ select case when exact > 10 then (round(exact / 5.0) * 5)::int end $$;
revoke execute on function public.publishable from public;
grant execute on function public.publishable to anon, authenticated, service_role;

-- Current members, as published: kind is world, country, city or chapter. A place with ten or fewer has no row, like one with nobody.
create function private.published_figures(kind text) returns table (scope_id text, members int)
language sql stable security definer set search_path = '' as $$
  select figure.scope_id, public.publishable(figure.at_end)
  from public.figures figure
  where figure.month = (select max(month) from public.figure_months) and figure.scope_kind = kind and figure.dimension = 'all'
    and public.publishable(figure.at_end) is not null
$$;
revoke execute on function private.published_figures from public;

-- The same per chapter, for lists that need only a few of them; null for ten or fewer.
create view private.chapter_sizes with (security_invoker = true) as
  select figure.scope_id as chapter_id, public.publishable(figure.at_end) as members
  from public.figures figure
  where figure.scope_kind = 'chapter' and figure.dimension = 'all' and figure.month = (select max(month) from public.figure_months);

-- The day up to which the published figures are counted: the exact time would reveal that somebody joined or left just then.
create function private.published_as_of() returns timestamptz
language sql stable security definer set search_path = '' as $$
  select date_trunc('day', as_of, 'UTC') from public.figure_months order by month desc limit 1
$$;
revoke execute on function private.published_as_of from public;

-- A fingerprint of all figures that visitors see: their pages are rendered again when it changes.
create function private.published_print() returns text
language sql stable security definer set search_path = '' as $$
  select concat(private.published_as_of(), md5(string_agg(concat_ws(' ', kind, published.scope_id, published.members), ',' order by kind, published.scope_id)))
  from unnest(array['world', 'country', 'city', 'chapter']) kind cross join lateral private.published_figures(kind) published
$$;
revoke execute on function private.published_print from public;
