-- The journal: who did what, append-only. Members see what was done about them.
create table public.journal (
  id         bigint generated always as identity primary key,
  at         timestamptz not null default now(),
  actor_id   uuid references public.members on delete set null,
  action     text not null check (action ~ '^[a-z_]+:[a-z_]+$'),
  member_id  uuid references public.members on delete set null,
  chapter_id uuid,
  subject_id uuid,
  detail     jsonb not null default '{}'
);
create index journal_member_id_idx on public.journal (member_id, at desc);
create index journal_actor_id_idx on public.journal (actor_id);

create function private.keep_the_journal() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- Erasing a member empties the two references and changes nothing else.
  if tg_op = 'UPDATE' and (to_jsonb(old) - 'actor_id' - 'member_id') = (to_jsonb(new) - 'actor_id' - 'member_id')
     and (new.actor_id is null or new.actor_id = old.actor_id) and (new.member_id is null or new.member_id = old.member_id) then
    return new;
  end if;
  raise exception 'the journal is append-only' using errcode = '42501';
end $$;
revoke execute on function private.keep_the_journal from public;
create trigger journal_is_append_only before update or delete on public.journal for each row execute function private.keep_the_journal();

alter table public.journal enable row level security;
grant select on public.journal to authenticated;
create policy "members read what was done about them" on public.journal for select to authenticated using (member_id = (select private.me()));

create function private.write_journal(actor uuid, what text, about uuid, chapter uuid, subject uuid, more jsonb default '{}') returns void
language sql set search_path = '' as $$
  insert into public.journal (actor_id, action, member_id, chapter_id, subject_id, detail) values (actor, what, about, chapter, subject, more)
$$;
revoke execute on function private.write_journal from public;

-- Notes that somebody was shown these people: once a day for each of them, however often they looked. Looking at oneself is not noted, nor at a row without a
-- name.
create function private.note_look(actor uuid, what text, people uuid[], chapter uuid, subject uuid) returns void
language sql set search_path = '' as $$
  insert into public.journal (actor_id, action, member_id, chapter_id, subject_id)
  select actor, what, shown.id, chapter, subject from public.members shown
  where shown.id = any (people) and shown.id <> actor and shown.erased_at is null and not exists (
    select from public.journal known
    where known.member_id = shown.id and known.at >= date_trunc('day', now() at time zone 'UTC') at time zone 'UTC'
      and known.actor_id = actor and known.action = what and known.chapter_id = chapter and known.subject_id is not distinct from subject)
$$;
revoke execute on function private.note_look from public;
