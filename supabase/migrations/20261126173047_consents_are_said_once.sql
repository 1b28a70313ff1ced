-- A consent that two windows give at once is one word in the ledger.
-- Says yes or no to these purposes where the last word in the ledger was another. One window after another: no word is written twice.
create function private.say_consents(purposes text[], agreed text[], consent_version text, language text) returns void
language plpgsql security definer set search_path = '' as $$
declare
  me uuid := private.require_me();
begin
  perform from public.members where id = me for no key update;
  insert into public.consents (member_id, purpose, version, language, is_given, at)
  select me, asked.purpose, consent_version, say_consents.language, asked.purpose = any (agreed), clock_timestamp()
  from unnest(purposes) asked (purpose)
  where (asked.purpose = any (agreed)) <> (asked.purpose in (select private.agreed_to(me)));
end $$;
revoke execute on function private.say_consents from public;
grant execute on function private.say_consents to authenticated;

create function public.say_consents(purposes text[], agreed text[], consent_version text, language text) returns void
language sql set search_path = '' as $$ select private.say_consents(purposes, agreed, consent_version, language) $$;
revoke execute on function public.say_consents from public;
grant execute on function public.say_consents to authenticated;
