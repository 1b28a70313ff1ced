import { afterAll, beforeAll, expect, test } from "vitest";

import { freshDatabase, rolledBack, type TestDatabase } from "../support/database";

/** Rules for all our tables, policies and functions, checked against the system catalogue. Each row returned is a violation. */
const rules = {
  "every table is behind row level security": `
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`,
  "every foreign key is indexed": `
    select conrelid::regclass || '.' || conname as name from pg_constraint c
    where contype = 'f' and connamespace = 'public'::regnamespace
      and not exists (
        select from pg_index i where i.indrelid = c.conrelid and (i.indkey::int2[])[0:cardinality(c.conkey) - 1] = c.conkey)`,
  "policies ask who is calling once per query, not once per row": `
    select tablename || ': ' || policyname as name from pg_policies
    where schemaname = 'public'
      and regexp_replace(coalesce(qual, '') || coalesce(with_check, ''), '\\(\\s*SELECT (private|auth)\\.[a-z_]+\\(', '', 'gi') ~ '(auth|private)\\.[a-z_]+\\('`,
  "policies ask our own question, not the token's": `
    select tablename || ': ' || policyname as name from pg_policies
    where schemaname = 'public' and coalesce(qual, '') || coalesce(with_check, '') ~ 'auth\\.(uid|jwt|role|email)'`,
  "no policy lets everybody in by omission": `
    select tablename || ': ' || policyname as name from pg_policies where schemaname = 'public' and roles = '{public}'`,
  "security definer functions pin their search path to nothing": `
    select proname as name from pg_proc
    where prosecdef and pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      and not coalesce(array_to_string(proconfig, ','), '') ~ 'search_path=("")?(,|$)'`,
  "security definer functions live outside the schema of the API": `
    select proname as name from pg_proc where prosecdef and pronamespace = 'public'::regnamespace`,
  "no function may be called by everybody by omission": `
    select proname as name from pg_proc where pronamespace in ('public'::regnamespace, 'private'::regnamespace)
      and (proacl is null or proacl::text ~ '[{,]=X')`,
  "what is declared to change nothing calls nothing that may": `
    select caller.proname || ' calls ' || called.proname as name
    from pg_proc caller, lateral regexp_matches(coalesce(pg_get_functiondef(caller.oid), ''), '(public|private)\\.([a-z_]+)\\s*\\(', 'g') word
    join pg_proc called on called.proname = word[2] and called.pronamespace = word[1]::regnamespace and called.provolatile = 'v'
    where caller.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and caller.prokind = 'f' and caller.provolatile <> 'v'
      and called.oid <> caller.oid
      -- It raises, and that is all it does.
      and called.proname <> 'refuse'`,
  "views answer with the caller's rights": `
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
      and not coalesce(array_to_string(reloptions, ','), '') ~ 'security_invoker=(true|on)'`,
  "every table has a primary key": `
    select relname as name from pg_class t where relnamespace = 'public'::regnamespace and relkind = 'r'
      and not exists (select from pg_constraint where conrelid = t.oid and contype = 'p')`,
  "nobody outside reaches a sequence or truncates a table": `
    select relname as name from pg_class, unnest(array['anon', 'authenticated']) role
    where relnamespace = 'public'::regnamespace and ((relkind = 'S' and has_sequence_privilege(role, oid, 'usage'))
      or (relkind = 'r' and has_table_privilege(role, oid, 'truncate, references, trigger')))`,
};

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

test.each(Object.entries(rules))("%s", async (_rule, query) => {
  const offenders = await database.sql.unsafe(query);
  expect(offenders.map((row) => row.name)).toEqual([]);
});

/** One violation per rule, which the rule must detect, or it protects nothing. */
const sins: Record<keyof typeof rules, string> = {
  "every table is behind row level security": "create table public.sin (id int primary key)",
  "every foreign key is indexed": "create table public.sin (id int primary key, member_id uuid references public.members)",
  "policies ask who is calling once per query, not once per row":
    "create policy sin on public.members for select to authenticated using (id = private.me())",
  "policies ask our own question, not the token's":
    "create policy sin on public.members for select to authenticated using (user_id = (select auth.uid()))",
  "no policy lets everybody in by omission": "create policy sin on public.members for select using (id = (select private.me()))",
  "security definer functions pin their search path to nothing":
    "create function private.sin() returns int language sql security definer as 'select 1'",
  "security definer functions live outside the schema of the API":
    "create function public.sin() returns int language sql security definer set search_path = '' as 'select 1'",
  "no function may be called by everybody by omission":
    "create function public.sin() returns int language sql as 'select 1'; grant execute on function public.sin to public",
  "what is declared to change nothing calls nothing that may":
    "create function private.sinner() returns int language sql as 'select 1'; create function public.sin() returns int language sql stable as 'select private.sinner()'",
  "views answer with the caller's rights": "create view public.sin as select 1 as one",
  "every table has a primary key": "create table public.sin (id int)",
  "nobody outside reaches a sequence or truncates a table": "grant truncate on public.members to authenticated",
};

test.each(Object.entries(sins))("would be noticed: not %s", async (rule, sin) => {
  await rolledBack(database.sql, async (tx) => {
    await tx.unsafe(sin);
    expect((await tx.unsafe(rules[rule as keyof typeof rules])).length).toBeGreaterThan(0);
  });
});
