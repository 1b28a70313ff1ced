-- Two tabs that joined two chapters at the same moment both did, and the second moved a member who had seen no home: the home that was seen is compared
-- where the membership is written.
drop function public.join_chapter(uuid, text, text);
drop function private.join_chapter(uuid, text, text);
create function private.join_chapter(chapter uuid, membership_kind text, message text, seen_home text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.chapters;
  request uuid;
begin
  -- But for its key, here and below: journal rows and letters of others point there, and would wait for us while we wait for theirs.
  perform from public.members where id = me for no key update;
  select * into wanted from public.chapters where id = chapter;
  if wanted.id is null or wanted.state <> 'active' then perform private.refuse('KA012', 'chapter-not-active'); end if;
  if not private.belongs() and not array['processing', 'cross_border'] <@ array(select private.agreed_to(me)) then
    perform private.refuse('KA006', 'has-left');
  end if;
  if wanted.kind = 'interest' then membership_kind := 'guest'; end if;
  if exists (select from public.memberships m where m.member_id = me and m.chapter_id = chapter and upper_inf(m.during)
             and not (m.kind = 'guest' and membership_kind = 'home')) then
    perform private.refuse('KA010', 'already-member');
  end if;
  if membership_kind = 'home' and seen_home <> coalesce((
    select home.slug from public.memberships m join public.chapters home on home.id = m.chapter_id
    where m.member_id = me and m.kind = 'home' and upper_inf(m.during)), '')
  then
    perform private.refuse('KA007', 'home-changed');
  end if;
  if wanted.join_mode = 'invitation' then perform private.refuse('KA013', 'by-invitation'); end if;
  if wanted.join_mode <> 'open' and exists (select from public.join_requests r where r.member_id = me and r.chapter_id = chapter and r.state = 'pending') then
    perform private.refuse('KA011', 'already-requested');
  end if;
  if (select count(*) from public.memberships m where m.member_id = me and lower(m.during) > now() - interval '1 day' and m.actor_id = me)
     + (select count(*) from public.join_requests r where r.member_id = me and r.created_at > now() - interval '1 day') >= 10 then
    perform private.refuse('KA019', 'too-many-today');
  end if;
  if wanted.join_mode = 'open' then
    perform private.open_membership(me, chapter, membership_kind, me);
    return 'joined';
  end if;
  insert into public.join_requests (member_id, chapter_id, kind, message) values (me, chapter, membership_kind, nullif(btrim(message), ''))
  returning id into request;
  perform private.write_journal(me, 'request:sent', me, chapter, request);
  -- One letter a day about each who asks: to ask, withdraw and ask again must not fill a leader's mailbox.
  perform private.post('request_received', chapter, mandate.member_id, me || ' ' || to_char(now() at time zone 'UTC', 'YYYY-MM-DD'),
    jsonb_build_object('chapter', wanted.name, 'slug', wanted.slug))
  from public.mandates mandate
  where mandate.chapter_id = chapter and mandate.during @> now() and 'members:decide' = any (private.permissions_of(mandate.role))
    and mandate.member_id not in (select private.suspended());
  return 'requested';
end $$;
revoke execute on function private.join_chapter from public;
grant execute on function private.join_chapter to authenticated;
create function public.join_chapter(chapter uuid, membership_kind text, message text, seen_home text default null) returns text
language sql set search_path = '' as $$ select private.join_chapter(chapter, membership_kind, message, seen_home) $$;
revoke execute on function public.join_chapter from public;
grant execute on function public.join_chapter to authenticated;
