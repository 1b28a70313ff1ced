-- Who has left a chapter is not to lead it next month: terms that are still to come go with them.
-- Who has left a chapter and belongs to none below the ones they lead, leads them no more. The only one who decides there cannot go by their own wish
-- (KA017); moved by the answer of another chapter they lead on until somebody follows or the mandate ends. A term that is still to come does not begin.
create or replace function private.lay_down_mandates(member uuid, left_chapter uuid, is_own_wish boolean) returns void
language plpgsql set search_path = '' as $$
declare
  held record;
begin
  for held in
    select mandate.id, mandate.chapter_id, 'members:decide' = any (private.permissions_of(mandate.role)) as decides,
           lower(mandate.during) > clock_timestamp() as is_to_come
    from public.mandates mandate
    join public.chapter_tree above on above.ancestor_id = mandate.chapter_id and above.descendant_id = left_chapter
    where mandate.member_id = member and upper(mandate.during) > clock_timestamp()
      and not exists (
        select from public.memberships membership join public.chapter_tree tree on tree.descendant_id = membership.chapter_id
        where membership.member_id = member and upper_inf(membership.during) and tree.ancestor_id = mandate.chapter_id)
    order by mandate.chapter_id
  loop
    if held.is_to_come then
      delete from public.mandates where id = held.id;
      continue;
    end if;
    -- One at a time: two leaders who go together must not each count on the other. Hence the clock, and not the start of the transaction, too.
    perform from public.chapters chapter where chapter.id = held.chapter_id for no key update;
    if held.decides and not exists (
      select from public.mandates other
      where other.chapter_id = held.chapter_id and other.member_id <> member and other.during @> clock_timestamp()
        and 'members:decide' = any (private.permissions_of(other.role))
        and not exists (select from public.member_statuses s where s.member_id = other.member_id and s.status = 'suspended' and upper_inf(s.during)))
    then
      if is_own_wish then perform private.refuse('KA017', 'last-leader'); end if;
      continue;
    end if;
    update public.mandates set during = tstzrange(lower(during), clock_timestamp()) where id = held.id;
    perform private.write_journal(member, 'mandate:laid_down', member, held.chapter_id, held.id);
  end loop;
end $$;
revoke execute on function private.lay_down_mandates from public;
