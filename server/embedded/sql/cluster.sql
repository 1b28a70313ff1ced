-- What hosted Supabase has before the first migration, for the whole cluster. Run as its superuser; may run any number of times.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['anon', 'authenticated', 'service_role', 'authenticator', 'supabase_auth_admin', 'supabase_storage_admin', 'dashboard_user'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I nologin noinherit %s', wanted, case when wanted = 'service_role' then 'bypassrls' else '' end);
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'postgres') then
    create role postgres login nosuperuser createrole createdb bypassrls;
  end if;
end $$;
grant anon, authenticated, service_role to authenticator;
-- PostgREST applies the settings of a role to each of its requests.
alter role anon set statement_timeout = '3s';
alter role authenticated set statement_timeout = '8s';
-- And of the role that it logs in as to those that have none, such as the service.
alter role authenticator set statement_timeout = '8s';
alter role authenticator set lock_timeout = '8s';
grant anon, authenticated, service_role, authenticator, supabase_auth_admin, supabase_storage_admin, dashboard_user to postgres with admin option;
