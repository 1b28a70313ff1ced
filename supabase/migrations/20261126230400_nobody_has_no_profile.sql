-- A name told in one window while another erased the account was a broken row, and is a refusal now.
grant execute on function private.refuse to authenticated;
-- Name, language of letters and the private details, both rows or neither. As invoker: row level security lets nobody else's be touched. Refuses KA000 also who
-- has erased their account in another window, and had a name until then.
create or replace function public.change_profile(person jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  update public.members set surname = person ->> 'surname', given_name = person ->> 'given_name', patronymic = person ->> 'patronymic',
                            latin_name = person ->> 'latin_name', locale = person ->> 'locale'
  where id = (select private.me()) and surname is not null;
  if not found then perform private.refuse('KA000', 'not-a-member'); end if;
  update public.member_details set home_region_id = person ->> 'home_region_id', funding = person ->> 'funding'
  where member_id = (select private.me());
end $$;
revoke execute on function public.change_profile from public;
grant execute on function public.change_profile to authenticated;
