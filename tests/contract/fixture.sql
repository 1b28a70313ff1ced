-- What the contract tests ask about: their own tables, so that they know nothing of the product. May run any number of times.
drop table if exists public.contract_notes, public.contract_secrets, public.contract_books cascade;
drop function if exists public.contract_sleep, public.contract_claims, public.contract_refuse;

create table public.contract_books (
  id int primary key,
  title text not null unique,
  price numeric(8, 2),
  printed_at timestamptz not null default now()
);
insert into public.contract_books (id, title, price, printed_at) values
  (1, 'Abai Zholy', 12.50, '2026-11-24 10:00:00.5+00'), (2, 'Kan men Ter', 9, '2026-11-24 15:00:00+05'), (3, 'Ulpan', null, '2026-11-24 10:00:00+00');
alter table public.contract_books enable row level security;
create policy "everybody reads books" on public.contract_books for select to anon, authenticated using (true);
create policy "signed-in people add books" on public.contract_books for insert to authenticated with check (true);
revoke all on public.contract_books from anon, authenticated;
grant select on public.contract_books to anon, authenticated;
grant insert on public.contract_books to authenticated;
grant all on public.contract_books to service_role;

create table public.contract_notes (
  id bigint generated always as identity primary key,
  owner uuid not null default auth.uid() references auth.users (id) on delete cascade,
  book_id int references public.contract_books (id),
  body text not null check (body <> '')
);
create index on public.contract_notes (owner);
alter table public.contract_notes enable row level security;
create policy "people keep their own notes" on public.contract_notes to authenticated
  using (owner = (select auth.uid())) with check (owner = (select auth.uid()));
revoke all on public.contract_notes from anon, authenticated;
grant select, delete, insert (body, book_id, owner), update (body) on public.contract_notes to authenticated;
grant all on public.contract_notes to service_role;

create table public.contract_secrets (id int primary key, word text);
insert into public.contract_secrets values (1, 'hidden');
alter table public.contract_secrets enable row level security;
revoke all on public.contract_secrets from anon, authenticated;
grant all on public.contract_secrets to service_role;

create function public.contract_sleep(seconds double precision) returns void language sql set search_path = '' as $$
  select pg_catalog.pg_sleep(seconds)
$$;
create function public.contract_claims() returns jsonb language sql stable set search_path = '' as $$
  select jsonb_build_object('uid', auth.uid(), 'role', auth.role(), 'db_role', current_user, 'claims', auth.jwt())
$$;
create function public.contract_refuse() returns void language plpgsql set search_path = '' as $$
begin
  raise exception 'full' using errcode = 'KA001', detail = 'no places', hint = 'wait';
end $$;
grant execute on function public.contract_sleep, public.contract_claims, public.contract_refuse to anon, authenticated, service_role;

drop policy if exists "contract: people keep files in their own folder" on storage.objects;
create policy "contract: people keep files in their own folder" on storage.objects to authenticated
  using (bucket_id like 'contract-%' and (storage.foldername(name))[1] = (select auth.uid())::text)
  with check (bucket_id like 'contract-%' and (storage.foldername(name))[1] = (select auth.uid())::text);

notify pgrst, 'reload schema';
