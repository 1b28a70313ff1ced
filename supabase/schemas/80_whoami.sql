-- Who is making the request, in one call: the member, their chapters, and every right they hold now; with the number of requests waiting at each desk, for
-- its menu.
create function private.whoami() returns jsonb
language plpgsql stable security definer set search_path = '' as $$
begin
  return (
    select jsonb_build_object(
      'account', private.account(),
      'is_suspended', private.account() is not null and private.me() is null
                      and exists (select from public.members m where m.user_id = private.account()),
      'has_left', private.me() is not null and not private.belongs(),
      'member', (
        select jsonb_build_object('id', m.id, 'number', m.number, 'surname', m.surname, 'given_name', m.given_name, 'patronymic', m.patronymic,
                                  'latin_name', m.latin_name, 'locale', m.locale)
        from public.members m where m.id = private.me()),
      'leads', coalesce((
        select jsonb_agg(jsonb_build_object('chapter_id', chapter.id, 'slug', chapter.slug, 'name', chapter.name,
          'permissions', private.permissions_of(mandate.role), 'waiting', case when 'members:decide' = any (private.permissions_of(mandate.role)) then (
            select count(*) from public.join_requests request where request.chapter_id = chapter.id and request.state = 'pending') else 0 end) order by chapter.slug)
        from public.mandates mandate join public.chapters chapter on chapter.id = mandate.chapter_id
        where mandate.member_id = private.me() and mandate.during @> now()), '[]'),
      'coordinates', coalesce((select jsonb_agg(scope order by scope) from private.my_scopes() scope), '[]')));
end $$;
revoke execute on function private.whoami from public;
grant execute on function private.whoami to authenticated;

create function public.whoami() returns jsonb
language sql stable set search_path = '' as $$ select private.whoami() $$;
revoke execute on function public.whoami from public;
grant execute on function public.whoami to authenticated;
