-- Whoever has made the chapter their home meanwhile needs no guest membership there: the request is answered, nothing is opened.
create or replace function private.decide_request(request uuid, is_approved boolean, decline_reason text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
  asked public.join_requests;
  target public.chapters;
begin
  select * into asked from public.join_requests where id = request;
  perform private.require_right('members:decide', asked.chapter_id);
  perform from public.members where id = asked.member_id for update;
  select * into asked from public.join_requests where id = request for update;
  if asked.state <> 'pending' then perform private.refuse('KA014', 'already-decided'); end if;
  if not is_approved and length(btrim(coalesce(decline_reason, ''))) < 3 then perform private.refuse('KA015', 'reason-missing'); end if;
  select * into target from public.chapters where id = asked.chapter_id;
  update public.join_requests
  set state = case when is_approved then 'approved' else 'declined' end, reason = case when not is_approved then btrim(decline_reason) end,
      decided_at = now(), decided_by = me
  where id = request;
  if is_approved and not exists (select from public.memberships m where m.member_id = asked.member_id and m.chapter_id = asked.chapter_id
                                 and m.kind in (asked.kind, 'home') and upper_inf(m.during)) then
    perform private.open_membership(asked.member_id, asked.chapter_id, asked.kind, me);
  end if;
  perform private.write_journal(me, case when is_approved then 'request:approved' else 'request:declined' end, asked.member_id, asked.chapter_id, request);
  perform private.post(case when is_approved then 'request_approved' else 'request_declined' end, request, asked.member_id, '',
    jsonb_build_object('chapter', target.name, 'slug', target.slug, 'reason', case when not is_approved then btrim(decline_reason) end));
end $$;
