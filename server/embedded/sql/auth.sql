-- What the auth service's own tables lack of hosted Supabase's, and the functions that policies know. May run any number of times.
alter table auth.users add column if not exists instance_id uuid;
-- How each session was opened: its tokens say so as long as they are refreshed.
create table if not exists auth.mfa_amr_claims (
  id uuid primary key default gen_random_uuid(),
  session_id uuid not null references auth.sessions (id) on delete cascade,
  authentication_method text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (session_id, authentication_method)
);
-- A log of sign-ins with their addresses, which nobody reads here and which would outlive an erased account. Hosted projects turn theirs off.
create or replace function auth.write_no_log() returns trigger language plpgsql as $$
begin
  return null;
end $$;
create or replace trigger audit_log_is_off before insert on auth.audit_log_entries for each row execute function auth.write_no_log();
delete from auth.audit_log_entries;
create or replace function auth.uid() returns uuid language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim.sub', true), ''), nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'sub')::uuid
$$;
create or replace function auth.role() returns text language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim.role', true), ''), nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'role')::text
$$;
create or replace function auth.email() returns text language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim.email', true), ''), nullif(current_setting('request.jwt.claims', true), '')::jsonb ->> 'email')::text
$$;
create or replace function auth.jwt() returns jsonb language sql stable as $$
  select coalesce(nullif(current_setting('request.jwt.claim', true), ''), nullif(current_setting('request.jwt.claims', true), ''))::jsonb
$$;
grant usage on schema auth to anon, authenticated, service_role;
grant execute on all functions in schema auth to anon, authenticated, service_role;
do $$ begin
  if exists (select from pg_namespace where nspname = 'storage') then
    grant usage on schema storage to anon, authenticated, service_role;
    grant all on all tables in schema storage to anon, authenticated, service_role;
    grant execute on all functions in schema storage to anon, authenticated, service_role;
  end if;
end $$;
