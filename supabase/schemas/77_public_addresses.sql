-- What search engines are told of: chapters by slug, then public events, past and future. {total, rows: [{kind, slug}]}
create function public.public_addresses(page int, per_page int) returns jsonb
language sql stable set search_path = '' as $$
  with addresses as (
    select 1 as rank, 'chapter' as kind, chapter.slug from public.chapters chapter where chapter.state <> 'closed'
    union all
    select 2, 'event', event.slug from public.events event where event.state = 'published' and event.visibility = 'everyone'
  )
  select jsonb_build_object(
    'total', (select count(*) from addresses),
    'rows', coalesce((
      select jsonb_agg(jsonb_build_object('kind', shown.kind, 'slug', shown.slug) order by shown.rank, shown.slug)
      from (select * from addresses order by rank, slug limit greatest(per_page, 1) offset (greatest(page, 1) - 1) * greatest(per_page, 1)) shown), '[]'))
$$;
revoke execute on function public.public_addresses from public;
grant execute on function public.public_addresses to anon, authenticated;
