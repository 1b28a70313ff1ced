import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { actAs, freshDatabase, rolledBack, type TestDatabase } from "../support/database";
import { askers } from "../support/people";
import { accessTable, callable, type Access } from "./access-table";
import { labels } from "./fixture";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase("fixture");
});
afterAll(() => database.drop());

/** `blindly`: how many rows each user can change or delete without reading them, which only the policy for that action decides. */
type Seen = Required<Access> & { blindly: Record<string, [changed: number, removed: number]> };
const nobody = {};

/** A harmless assignment for each table that people may update. */
const harmless: Record<string, string> = { members: "locale = 'kk'", member_details: "funding = 'loan'", join_drafts: "draft = '{}'" };

/** The SQL expression for a row's name in the access table. */
const nameOf: Record<string, string> = {
  event_access: "event_id",
  member_details: "member_id",
  join_drafts: "user_id",
  figure_months: "'months'",
  figures: "scope_kind || case dimension when 'all' then '' else ' in parts' end",
  journal: "detail ->> 'label'",
  limits: "key",
  page_versions: "case when tag = 'memberships' then tag else 'of pages' end",
};

/** Runs `act` as each user in a savepoint and records the names it returns; a missing grant is "denied". */
async function perAsker(tx: TransactionSql, act: (as: TransactionSql) => Promise<readonly { name: string }[]>) {
  const seen: Record<string, string[] | "denied"> = {};
  for (const [asker, person] of Object.entries(askers)) {
    await tx
      .savepoint(async (as) => {
        await actAs(as, person);
        seen[asker] = [...new Set((await act(as)).map((row) => labels[row.name] ?? row.name))].sort();
        throw new Error("undo");
      })
      .catch((error: Error & { code?: string }) => {
        if (error.code === "42501") seen[asker] = "denied";
        else if (error.message !== "undo") throw error;
      });
  }
  return seen;
}

const grantedColumns = async (tx: TransactionSql, table: string, action: string) =>
  (
    await tx`select attname as name from pg_attribute where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped
      and has_column_privilege('authenticated', attrelid, attnum, ${action}) order by 1`
  ).map((row) => String(row.name));

/** Columns hidden from a role that may read other columns of the same table. */
const hiddenColumns = async (tx: TransactionSql, table: string) =>
  (
    await tx`select distinct attname as name from pg_attribute, unnest(array['anon', 'authenticated']) role
      where attrelid = ${`public.${table}`}::regclass and attnum > 0 and not attisdropped
        and has_any_column_privilege(role, attrelid, 'select') and not has_column_privilege(role, attrelid, attnum, 'select') order by 1`
  ).map((row) => String(row.name));

/** What the database actually allows for one table, in the terms of the access table. */
async function observe(tx: TransactionSql, table: string): Promise<Seen> {
  const name = nameOf[table] ?? "id";
  const total = (await tx.unsafe(`select from public.${table}`)).length;
  const label = (rows: readonly Record<string, unknown>[]) => rows.map((row) => ({ name: String(row.name) }));
  const openTables = ["countries", "cities", "universities", "home_regions", "chapters", "chapter_tree"];

  const read = await perAsker(tx, async (as) => {
    if (!openTables.includes(table)) return label(await as.unsafe(`select ${name} as name from public.${table}`));
    const rows = await as.unsafe(`select from public.${table}`);
    return rows.length === total && total > 0 ? [{ name: "all" }] : [{ name: `${rows.length} rows` }];
  });
  const changing = await grantedColumns(tx, table, "update");
  const change = changing.length
    ? await perAsker(tx, async (as) => label(await as.unsafe(`update public.${table} set ${changing[0]} = ${changing[0]} returning ${name} as name`)))
    : nobody;
  const canRemove = (await tx`select has_table_privilege('authenticated', ${`public.${table}`}, 'delete') as yes`)[0]?.yes;
  const remove = canRemove ? await perAsker(tx, async (as) => label(await as.unsafe(`delete from public.${table} returning ${name} as name`))) : nobody;
  const blind = async (statement: string | false | undefined) =>
    statement ? await perAsker(tx, async (as) => Array.from({ length: (await as.unsafe(statement)).count }, (_row, n) => ({ name: String(n) }))) : nobody;
  const changed = rowsOf(await blind(changing.length > 0 && `update public.${table} set ${harmless[table]}`));
  const removed = rowsOf(await blind(canRemove && `delete from public.${table}`));
  return {
    read: summary(read),
    hidden: await hiddenColumns(tx, table),
    change: { columns: changing, rows: rowsOf(change) },
    add: await grantedColumns(tx, table, "insert"),
    remove: rowsOf(remove),
    blindly: counted(changed, removed),
  };
}

function counted(changed: Record<string, string[]>, removed: Record<string, string[]>): Seen["blindly"] {
  const names = [...new Set([...Object.keys(changed), ...Object.keys(removed)])];
  return Object.fromEntries(names.map((name) => [name, [changed[name]?.length ?? 0, removed[name]?.length ?? 0]]));
}

const rowsOf = (seen: Record<string, string[] | "denied">) =>
  Object.fromEntries(Object.entries(seen).filter((entry): entry is [string, string[]] => entry[1] !== "denied" && entry[1].length > 0));

function summary(seen: Record<string, string[] | "denied">): Access["read"] {
  const answers = Object.values(seen);
  if (answers.every((answer) => answer === "denied")) return "denied";
  if (answers.every((answer) => answer[0] === "all")) return "all";
  return rowsOf(seen);
}

function declared(access: Access): Seen {
  const sorted = (rows: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(rows).map(([asker, names]) => [asker, [...names].sort()]));
  return {
    read: typeof access.read === "string" ? access.read : sorted(access.read),
    hidden: access.hidden ?? [],
    change: { columns: access.change?.columns ?? [], rows: sorted(access.change?.rows ?? {}) },
    add: access.add ?? [],
    remove: sorted(access.remove ?? {}),
    blindly: counted(access.change?.rows ?? {}, access.remove ?? {}),
  };
}

test("the access table speaks of every table there is", async () => {
  const tables = await database.sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v') order by 1`;
  expect(tables.map((row) => row.name)).toEqual(Object.keys(accessTable).sort());
});

describe.each(Object.keys(accessTable))("%s", (table) => {
  test("is read and written by exactly those who may", async () => {
    await rolledBack(database.sql, async (tx) => {
      expect(await observe(tx, table)).toEqual(declared(accessTable[table] as Access));
    });
  });
});

test.each(["anon", "authenticated"] as const)("%s may call exactly the functions on the list", async (role) => {
  const functions = await database.sql`select distinct proname as name from pg_proc
    where pronamespace = 'public'::regnamespace and has_function_privilege(${role}, oid, 'execute') order by 1`;
  expect(functions.map((row) => row.name)).toEqual(callable[role]);
});

test("each policy, opened to everybody, is noticed", async () => {
  const policies = await database.sql<{ tablename: string; policyname: string; cmd: string; qual: string | null; with_check: string | null }[]>`
    select tablename, policyname, cmd, qual, with_check from pg_policies where schemaname = 'public' order by 1, 2`;
  expect(policies.length).toBeGreaterThan(25);
  const asleep: string[] = [];
  for (const { tablename, policyname, cmd, qual, with_check } of policies.filter((policy) => policy.qual !== "true")) {
    await rolledBack(database.sql, async (tx) => {
      await tx.unsafe(`alter policy "${policyname}" on public.${tablename} ${qual ? "using (true)" : ""} ${with_check ? "with check (true)" : ""}`);
      const isNoticed = cmd === "INSERT" ? await writesForOthers(tx, tablename) : !isSame(await observe(tx, tablename), declared(accessTable[tablename] as Access));
      if (!isNoticed) asleep.push(`${tablename}: ${policyname}`);
    });
  }
  expect(asleep).toEqual([]);
});

test("nobody writes a row in somebody else's name", async () => {
  for (const table of ["consents", "join_drafts"]) await rolledBack(database.sql, async (tx) => expect(await writesForOthers(tx, table)).toBe(false));
});

const isSame = (a: unknown, b: unknown) => JSON.stringify(sortKeys(a)) === JSON.stringify(sortKeys(b));
const sortKeys = (value: unknown): unknown =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => a.localeCompare(b)).map(([key, inner]) => [key, sortKeys(inner)]))
    : value;

/** Whether Madina can write a row in Aigerim's name. */
async function writesForOthers(tx: TransactionSql, table: string): Promise<boolean> {
  const { madina, aigerim } = askers;
  const asAigerim: Record<string, string> = {
    consents: `insert into public.consents (member_id, purpose, version, language, is_given) values ('${aigerim?.member}', 'publication', '1', 'kk', true)`,
    join_drafts: `insert into public.join_drafts (user_id, draft) values ('00000000-0000-4000-8000-000000000777', '{}')`,
  };
  await tx`insert into auth.users (id, email) values ('00000000-0000-4000-8000-000000000777', 'stranger@demo.kazalliance.example') on conflict do nothing`;
  return tx
    .savepoint(async (as) => {
      await actAs(as, madina ?? null);
      await as.unsafe(asAigerim[table] ?? "select 1");
      return true;
    })
    .catch((error: { code?: string }) => {
      if (error.code === "42501") return false;
      throw error;
    });
}
