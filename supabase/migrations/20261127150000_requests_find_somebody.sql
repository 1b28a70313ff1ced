-- A request to a chapter that nobody leads waited for an answer for ever; letters about a changed event named neither its city nor its end; the oldest draft,
-- of a day long over, was announced as the next one.
create or replace function private.event_in_letters(event public.events) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object(
    'slug', event.slug, 'title', event.title, 'starts_at', event.starts_at, 'ends_at', event.ends_at, 'clock', event.clock, 'ends_clock', event.ends_clock,
    'venue', event.venue, 'city', (select city.name from public.cities city where city.id = event.city_id))
$$;

-- The leaders who can answer a request to the chapter now.
create function private.deciders_of(chapter uuid) returns setof uuid
language sql stable set search_path = '' as $$
  select distinct mandate.member_id from public.mandates mandate
  where mandate.chapter_id = deciders_of.chapter and mandate.during @> now() and 'members:decide' = any (private.permissions_of(mandate.role))
    and mandate.member_id not in (select private.suspended())
$$;
revoke execute on function private.deciders_of from public;

-- Joins at once ('joined') or sends a request ('requested'), depending on the chapter. Refuses KA010 already there, KA011 already requested, KA012 not
-- active, KA013 by invitation only, KA008 by request, and nobody is there to answer it, KA017 the only leader of the home they would leave, KA006 has left and not given the required consents again, KA019 the
-- eleventh within a day: each request is a letter to leaders, and by moving to and fro one could learn more from published figures than they should tell.
-- An interest group is nobody's home: its members are guests.
-- seen_home: the slug of the home chapter that the member saw when they decided, '' for none; refuses KA007 when it is another by now. Null skips the check.
create or replace function private.join_chapter(chapter uuid, membership_kind text, message text, seen_home text) returns text
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  wanted public.chapters;
  request uuid;
begin
  -- `no key update`, here and below: other transactions insert journal rows and letters that refer to this row; `for update` would deadlock with them.
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
  if wanted.join_mode = 'request' and not exists (select private.deciders_of(chapter)) then perform private.refuse('KA008', 'nobody-decides'); end if;
  if wanted.join_mode = 'open' then
    perform private.open_membership(me, chapter, membership_kind, me);
    return 'joined';
  end if;
  insert into public.join_requests (member_id, chapter_id, kind, message) values (me, chapter, membership_kind, nullif(btrim(message), ''))
  returning id into request;
  perform private.write_journal(me, 'request:sent', me, chapter, request);
  -- At most one letter a day about each applicant: asking, withdrawing and asking again must not fill a leader's mailbox.
  perform private.post('request_received', chapter, decider, me || ' ' || to_char(now() at time zone 'UTC', 'YYYY-MM-DD'),
    jsonb_build_object('chapter', wanted.name, 'slug', wanted.slug))
  from private.deciders_of(chapter) decider;
  return 'requested';
end $$;

create or replace function private.suggested_chapters() returns table (
  id uuid, slug text, kind text, name jsonb, summary jsonb, join_mode text, members int)
language sql stable security definer set search_path = '' as $$
  select chapter.id, chapter.slug, chapter.kind, chapter.name, chapter.summary, chapter.join_mode,
         (select size.members from private.chapter_sizes size where size.chapter_id = chapter.id::text)
  from public.studies study
  join public.cities city on city.id = study.city_id
  join public.chapters chapter on chapter.state = 'active' and (chapter.join_mode = 'open' or (chapter.join_mode = 'request' and exists (select private.deciders_of(chapter.id)))) and (
       (chapter.kind = 'university' and chapter.university_id = study.university_id)
    or (chapter.kind = 'city' and chapter.city_id = study.city_id)
    or (chapter.kind = 'country' and chapter.country_iso2 = city.country_iso2))
  where study.member_id = (select private.me()) and upper_inf(study.during)
    and not exists (select from public.memberships m where m.member_id = study.member_id and m.chapter_id = chapter.id and m.during @> now())
  order by case chapter.kind when 'university' then 1 when 'city' then 2 else 3 end
  limit 6
$$;

create or replace function private.lead_overview(chapter uuid) returns jsonb
language plpgsql stable security definer set search_path = '' as $$
declare
  me uuid := private.me();
  rights text[] := private.require_desk(chapter);
begin
  return (
    select jsonb_build_object(
      'zone', own.zone, 'state', own.state,
      'mine', (
        select jsonb_agg(jsonb_build_object('role', held.role, 'from', lower(held.during), 'to', upper(held.during))
          order by private.role_rank(held.role))
        from public.mandates held where held.chapter_id = chapter and held.member_id = me and held.during @> now()),
      'has_president', exists (select from public.mandates held where held.chapter_id = chapter and held.role = 'president' and held.during @> now()
                               and held.member_id not in (select private.suspended())),
      -- Terms that end within 60 days and have no successor yet.
      'ending', coalesce((
        select jsonb_agg(jsonb_build_object('role', held.role, 'to', upper(held.during), 'is_mine', held.member_id = me,
          'name', member.surname || ' ' || member.given_name) order by upper(held.during), held.id)
        from public.mandates held join public.members member on member.id = held.member_id
        where held.chapter_id = chapter and held.during @> now() and upper(held.during) < now() + interval '60 days'
          and ('members:read' = any (rights) or held.member_id = me)
          and not exists (select from public.mandates next where next.chapter_id = chapter and next.role = held.role and lower(next.during) >= upper(held.during))), '[]'),
      'requests', case when 'members:decide' = any (rights) then (
        select jsonb_build_object('count', count(*), 'oldest', min(request.created_at),
          'rows', coalesce((select jsonb_agg(found.row) from private.request_rows(array(
            select first.id from public.join_requests first where first.chapter_id = chapter and first.state = 'pending' order by first.created_at, first.id limit 3)) found (row)), '[]'))
        from public.join_requests request where request.chapter_id = chapter and request.state = 'pending') end,
      'drafts', case when 'events:edit' = any (rights) then (
        select jsonb_build_object('count', count(*), 'first', (array_agg(jsonb_build_object('id', draft.id, 'title', draft.title, 'starts_at', draft.starts_at, 'clock', draft.clock)
          order by draft.starts_at < now(), draft.starts_at, draft.id))[1])
        from public.events draft where draft.chapter_id = chapter and draft.state = 'draft') end,
      'next_event', (
        select jsonb_build_object('id', event.id, 'slug', event.slug, 'title', event.title, 'starts_at', event.starts_at, 'clock', event.clock,
          'capacity', event.capacity, 'taken', event.taken, 'waiting', event.waiting)
        from public.events event where event.chapter_id = chapter and event.state = 'published' and event.ends_at > now()
        order by event.starts_at, event.id limit 1),
      'permissions', to_jsonb(rights))
    from public.chapters own where own.id = chapter);
end $$;
