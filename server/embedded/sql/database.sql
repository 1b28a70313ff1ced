-- What a hosted database has before the first migration. Run as its owner, `postgres`, who is no superuser; may run any number of times.
create schema if not exists auth;
create schema if not exists extensions;
grant usage on schema extensions to anon, authenticated, service_role;
create extension if not exists pgcrypto with schema extensions;
create extension if not exists "uuid-ossp" with schema extensions;
grant usage on schema public to anon, authenticated, service_role;
do $$ begin
  -- Hosted projects grant everything by default; once our migrations have taken that back, it stays taken back.
  if to_regnamespace('private') is null then
    alter default privileges in schema public grant all on tables to anon, authenticated, service_role;
    alter default privileges in schema public grant all on functions to anon, authenticated, service_role;
    alter default privileges in schema public grant all on sequences to anon, authenticated, service_role;
  end if;
end $$;
