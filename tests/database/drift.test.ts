import { afterAll, beforeAll, expect, test } from "vitest";

import { freshDatabase, rolledBack, type TestDatabase } from "../support/database";

/** All our objects in the system catalogue, one line per fact. Comments in function bodies are no facts: they may be reworded without a migration. */
const facts = `
  with ours as (select oid from pg_namespace where nspname in ('public', 'private'))
  select 'column ' || attrelid::regclass || '.' || attname || ' ' || format_type(atttypid, atttypmod) || case when attnotnull then ' not null' else '' end
         || coalesce(' default ' || pg_get_expr(adbin, adrelid), '') || coalesce(' grants ' || attacl::text, '') as fact
    from pg_attribute a join pg_class c on c.oid = attrelid left join pg_attrdef d on adrelid = attrelid and adnum = attnum
    where attnum > 0 and not attisdropped and relkind in ('r', 'v') and relnamespace in (select oid from ours)
  union all select 'table ' || oid::regclass || ' rls ' || relrowsecurity || ' grants ' || coalesce(relacl, acldefault((case relkind when 'S' then 's' else 'r' end)::"char", relowner))::text
    from pg_class where relkind in ('r', 'v', 'S') and relnamespace in (select oid from ours)
  union all select 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
    from pg_constraint where connamespace in (select oid from ours)
  union all select 'index ' || pg_get_indexdef(indexrelid) from pg_index join pg_class on oid = indexrelid where relnamespace in (select oid from ours)
  union all select 'policy ' || tablename || ' "' || policyname || '" ' || cmd || ' ' || roles::text || ' using ' || coalesce(qual, '-')
         || ' check ' || coalesce(with_check, '-') from pg_policies where schemaname in ('public', 'private')
  union all select 'function ' || regexp_replace(pg_get_functiondef(oid), '^\\s*--[^\\n]*\\n', '', 'gn') || coalesce(' grants ' || proacl::text, '')
    from pg_proc where prokind = 'f' and pronamespace in (select oid from ours)
  union all select 'view ' || oid::regclass || ' ' || pg_get_viewdef(oid) from pg_class where relkind = 'v' and relnamespace in (select oid from ours)
  union all select 'trigger ' || pg_get_triggerdef(t.oid) from pg_trigger t join pg_class c on c.oid = tgrelid
    where not tgisinternal and relnamespace in (select oid from ours)
  order by 1`;

const describeDatabase = async ({ sql }: TestDatabase) => (await sql.unsafe(facts)).map((row) => String(row.fact));

let built: TestDatabase;
let declared: TestDatabase;
beforeAll(async () => {
  built = await freshDatabase("migrations");
  declared = await freshDatabase("schemas");
});
afterAll(() => Promise.all([built.drop(), declared.drop()]));

test("the migrations add up to exactly what supabase/schemas says", async () => {
  const [now, said] = await Promise.all([describeDatabase(built), describeDatabase(declared)]);
  expect(now.length).toBeGreaterThan(200);
  expect(now).toEqual(said);
});

test("a column, a grant, a policy or a function body that only one of them has would be noticed", async () => {
  const said = await describeDatabase(declared);
  const changes = [
    "alter table public.members add column sin text",
    "grant update (number) on public.members to authenticated",
    `alter policy "members read themselves" on public.members using (true)`,
    "create or replace function public.publishable(exact bigint) returns int language sql immutable parallel safe set search_path = '' as 'select 1'",
  ];
  for (const change of changes) {
    await rolledBack(built.sql, async (tx) => {
      await tx.unsafe(change);
      expect((await tx.unsafe(facts)).map((row) => String(row.fact))).not.toEqual(said);
    });
  }
});
