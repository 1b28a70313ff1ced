-- How offices change hands: a president fills and ends the chapter's offices, everybody may give up their own. Each is one transaction with its journal row
-- and its letter.

-- A candidate for an office: a member of the chapter as its member list shows them, with the chapter's {zone, today}; null for anybody else.
create function private.chapter_member(chapter uuid, member uuid) returns jsonb
language plpgsql security definer set search_path = '' as $$
declare
  found jsonb;
begin
  perform private.require_right('team:appoint', chapter);
  select shown.row into found from private.member_rows(chapter, array[member]) shown (row);
  if found is null then return null; end if;
  perform private.note_look(private.me(), 'member:seen', array[member], chapter, null);
  return (select found || jsonb_build_object('zone', own.zone, 'today', (now() at time zone own.zone)::date) from public.chapters own where own.id = chapter);
end $$;
revoke execute on function private.chapter_member from public;
grant execute on function private.chapter_member to authenticated;

-- The mandate by which the current user appoints people in this chapter, valid at this very moment and with the chapter's row locked: whoever acted there
-- before is finished by then, and may have ended that very mandate (KA017).
create function private.hold_the_chair(chapter uuid) returns public.mandates
language plpgsql set search_path = '' as $$
declare
  chair public.mandates;
begin
  perform from public.chapters own where own.id = chapter for no key update;
  select * into chair from public.mandates held
  where held.chapter_id = chapter and held.member_id = private.me() and held.during @> clock_timestamp()
    and 'team:appoint' = any (private.permissions_of(held.role));
  if chair.id is null then perform private.refuse('KA017', 'term-ended'); end if;
  return chair;
end $$;
revoke execute on function private.hold_the_chair from public;

-- Whether the current user holds an office there at this very moment: if not, the desk is closed to them from now on.
create function private.holds_office(chapter uuid) returns boolean
language sql set search_path = '' as $$
  select exists (select from public.mandates held
                 where held.chapter_id = chapter and held.member_id = private.me() and held.during @> clock_timestamp())
$$;
revoke execute on function private.holds_office from public;

-- Gives an office to a member of the chapter, from the first day (at once if it is today) to the end of the last one, in the chapter's zone. A new
-- president's term ends that of the one who appoints them. Returns whether the current user still holds an office there. Refuses KA017 own term has ended
-- meanwhile, KA060 already holds this office then, KA061 there would be a second president, KA062 not a member of the chapter, KA063 suspended, KA064 and
-- KA065 days out of range.
create function private.appoint(chapter uuid, member uuid, office text, first_day date, last_day date) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  own public.chapters;
  chair public.mandates;
  this_moment timestamptz;
  today date;
  term tstzrange;
  appointed uuid;
begin
  perform private.require_right('team:appoint', chapter);
  -- Lock both members first, always in the same order: somebody who is leaving or erasing their account in another window is gone before this, or goes afterwards.
  perform from public.members m where m.id in (me, member) order by m.id for no key update;
  chair := private.hold_the_chair(chapter);
  select * into own from public.chapters c where c.id = chapter;
  this_moment := clock_timestamp();
  today := (this_moment at time zone own.zone)::date;
  if not exists (select from public.memberships m where m.member_id = member and m.chapter_id = chapter and upper_inf(m.during)) then
    perform private.refuse('KA062', 'not-in-chapter');
  end if;
  if exists (select from public.member_statuses s where s.member_id = member and s.status = 'suspended' and upper_inf(s.during)) then
    perform private.refuse('KA063', 'appointee-suspended');
  end if;
  if first_day not between today and (today + interval '1 year')::date then perform private.refuse('KA064', 'first-day'); end if;
  if last_day not between first_day and (first_day + interval '2 years')::date then perform private.refuse('KA065', 'last-day'); end if;
  term := tstzrange(case when first_day = today then this_moment else first_day::timestamp at time zone own.zone end,
                    (last_day + 1)::timestamp at time zone own.zone);
  if exists (select from public.mandates held
             where held.member_id = member and held.chapter_id = chapter and held.role = office and held.during && term) then
    perform private.refuse('KA060', 'already-in-office');
  end if;
  if office = 'president' then
    if exists (select from public.mandates other
               where other.chapter_id = chapter and other.role = 'president' and other.id <> chair.id and other.during && term) then
      perform private.refuse('KA061', 'president-appointed');
    end if;
    if chair.during && term then
      update public.mandates set during = tstzrange(lower(during), lower(term)) where id = chair.id;
      perform private.write_journal(me, 'mandate:handed_over', me, chapter, chair.id);
    end if;
  end if;
  insert into public.mandates (member_id, chapter_id, role, during, actor_id) values (member, chapter, office, term, me) returning id into appointed;
  perform private.write_journal(me, 'mandate:appointed', member, chapter, appointed);
  perform private.post('office_appointed', appointed, member, '', jsonb_build_object(
    'chapter', own.name, 'slug', own.slug, 'office', office, 'zone', own.zone, 'from', lower(term), 'to', upper(term)));
  return private.holds_office(chapter);
end $$;
revoke execute on function private.appoint from public;
grant execute on function private.appoint to authenticated;

-- Ends a mandate at once: one's own, or for a president any in the chapter; one that has not begun is withdrawn. If it is somebody else's, they get a letter.
-- Returns whether the current user still holds an office there. Refuses KA017 own term has ended meanwhile, KA066 that mandate has already ended.
create function private.end_mandate(mandate uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  held public.mandates;
  this_moment timestamptz;
  is_withdrawn boolean;
begin
  select * into held from public.mandates m where m.id = mandate;
  if held.id is null then perform private.refuse('KA066', 'already-ended'); end if;
  if held.member_id <> me then perform private.require_right('team:appoint', held.chapter_id); end if;
  perform from public.members m where m.id in (me, held.member_id) order by m.id for no key update;
  if held.member_id = me then
    perform from public.chapters own where own.id = held.chapter_id for no key update;
  else
    perform private.hold_the_chair(held.chapter_id);
  end if;
  this_moment := clock_timestamp();
  delete from public.mandates where id = mandate and lower(during) > this_moment;
  is_withdrawn := found;
  if not is_withdrawn then
    update public.mandates set during = tstzrange(lower(during), this_moment) where id = mandate and during @> this_moment;
    if not found then perform private.refuse('KA066', 'already-ended'); end if;
  end if;
  perform private.write_journal(me, case when held.member_id = me then 'mandate:laid_down' else 'mandate:ended' end, held.member_id, held.chapter_id, mandate);
  if held.member_id <> me then
    perform private.post('office_ended', mandate, held.member_id, '', jsonb_build_object(
      'chapter', own.name, 'slug', own.slug, 'office', held.role, 'is_withdrawn', is_withdrawn))
    from public.chapters own where own.id = held.chapter_id;
  end if;
  return private.holds_office(held.chapter_id);
end $$;
revoke execute on function private.end_mandate from public;
grant execute on function private.end_mandate to authenticated;

create function public.chapter_member(chapter uuid, member uuid) returns jsonb
language sql set search_path = '' as $$ select private.chapter_member(chapter, member) $$;
create function public.appoint(chapter uuid, member uuid, office text, first_day date, last_day date) returns boolean
language sql set search_path = '' as $$ select private.appoint(chapter, member, office, first_day, last_day) $$;
create function public.end_mandate(mandate uuid) returns boolean
language sql set search_path = '' as $$ select private.end_mandate(mandate) $$;
revoke execute on function public.chapter_member, public.appoint, public.end_mandate from public;
grant execute on function public.chapter_member, public.appoint, public.end_mandate to authenticated;
