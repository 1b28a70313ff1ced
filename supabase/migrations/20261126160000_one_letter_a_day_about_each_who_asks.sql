-- Leaders get one letter a day about each who asks to join, however often they ask and withdraw.
create or replace function private.join_chapter(chapter uuid, membership_kind text, message text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.chapters;
  request uuid;
begin
  perform from public.members where id = me for update;
  select * into wanted from public.chapters where id = chapter;
  if wanted.id is null or wanted.state <> 'active' then perform private.refuse('KA012', 'chapter-not-active'); end if;
  if not private.belongs() and exists (
    select from unnest(array['processing', 'cross_border']) needed
    where not coalesce((select said.is_given from public.consents said where said.member_id = me and said.purpose = needed order by said.at desc, said.id desc limit 1), false)) then
    perform private.refuse('KA006', 'has-left');
  end if;
  if wanted.kind = 'interest' then membership_kind := 'guest'; end if;
  if exists (select from public.memberships m where m.member_id = me and m.chapter_id = chapter and upper_inf(m.during)
             and not (m.kind = 'guest' and membership_kind = 'home')) then
    perform private.refuse('KA010', 'already-member');
  end if;
  if wanted.join_mode = 'invitation' then perform private.refuse('KA013', 'by-invitation'); end if;
  if wanted.join_mode = 'open' then
    perform private.open_membership(me, chapter, membership_kind, me);
    return 'joined';
  end if;
  if exists (select from public.join_requests r where r.member_id = me and r.chapter_id = chapter and r.state = 'pending') then
    perform private.refuse('KA011', 'already-requested');
  end if;
  insert into public.join_requests (member_id, chapter_id, kind, message) values (me, chapter, membership_kind, nullif(btrim(message), ''))
  returning id into request;
  perform private.write_journal(me, 'request:sent', me, chapter, request);
  -- One letter a day about each who asks: to ask, withdraw and ask again must not fill a leader's mailbox.
  perform private.post('request_received', chapter, mandate.member_id, me || ' ' || to_char(now() at time zone 'UTC', 'YYYY-MM-DD'),
    jsonb_build_object('chapter', wanted.name, 'slug', wanted.slug))
  from public.mandates mandate
  where mandate.chapter_id = chapter and mandate.during @> now() and 'members:decide' = any (private.permissions_of(mandate.role));
  return 'requested';
end $$;
