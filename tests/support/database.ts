import postgres, { type Sql, type TransactionSql } from "postgres";
import { inject, vi } from "vitest";

import { attachCluster, type Cluster } from "../../server/embedded/index";
import type { AuthMail, Backend } from "../../server/embedded/types";
import type { Person } from "./people";

export type TestDatabase = { name: string; url: string; sql: Sql; drop(): Promise<void> };
export type TestBackend = TestDatabase & { backend: Backend; mails: AuthMail[] };

let cluster: Promise<Cluster> | undefined;
let made = 0;

const theCluster = () =>
  (cluster ??= attachCluster({ dataDir: inject("cluster").dataDir, projectDir: process.cwd(), siteUrl: "http://127.0.0.1:3000" }));

/** What a test database starts with: the schema from the migrations; the same with the fixture's rows; the schema from the schema files; nothing of ours. */
export type Template = "migrations" | "fixture" | "schemas" | "empty";

/** Creates a separate database for a test. */
export async function freshDatabase(from: Template = "migrations"): Promise<TestDatabase> {
  const { databases } = await theCluster();
  const name = `test_${process.pid}_${(made += 1)}`;
  const url = await databases.create(name, `template_${from}`);
  const sql = postgres(url, { max: 4, onnotice: () => {} });
  return {
    name,
    url,
    sql,
    drop: async () => {
      await sql.end({ timeout: 1 });
      await databases.drop(name);
    },
  };
}

/** Creates a whole Supabase project on a separate database; `mails` collects what its auth service sends. */
export async function freshBackend(from: Template = "migrations"): Promise<TestBackend> {
  const database = await freshDatabase(from);
  const mails: AuthMail[] = [];
  const service = await (await theCluster()).openService(database.name, async (mail) => void mails.push(mail));
  return {
    ...database,
    backend: service.backend,
    mails,
    drop: async () => {
      await service.stop();
      await database.drop();
    },
  };
}

const rollback = new Error("rolled back on purpose");

/** Acts as that person from here on in the transaction, exactly as PostgREST does it: role and claims. Null is a visitor. */
export async function actAs(tx: TransactionSql, person: Person | null): Promise<void> {
  const claims = person ? { sub: person.account, session_id: person.session, role: "authenticated" } : { role: "anon" };
  await tx`select set_config('role', ${claims.role}, true), set_config('request.jwt.claims', ${JSON.stringify(claims)}, true)`;
}

/** Runs `act` as the owner of the database and rolls it back. */
export async function rolledBack<T>(sql: Sql, act: (tx: TransactionSql) => Promise<T>): Promise<T> {
  let answer: { value: T } | undefined;
  await sql
    .begin(async (tx) => {
      answer = { value: await act(tx) };
      throw rollback;
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
  if (!answer) throw new Error("nothing was answered");
  return answer.value;
}

/** Runs `act` as that person and rolls it back. */
export const tryAs = <T>(sql: Sql, person: Person | null, act: (tx: TransactionSql) => Promise<T>): Promise<T> =>
  rolledBack(sql, async (tx) => {
    await actAs(tx, person);
    return act(tx);
  });

/** Runs `act` as that person and commits it. */
export function runAs<T>(sql: Sql, person: Person | null, act: (tx: TransactionSql) => Promise<T>): Promise<T> {
  return sql.begin(async (tx) => {
    await actAs(tx, person);
    return act(tx);
  }) as Promise<T>;
}

/** Waits until at least `count` transactions of that database are blocked by a lock. */
export const waitForLocks = (sql: Sql, count = 1) =>
  vi.waitUntil(async () => (await sql`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`).length >= count, { timeout: 20_000, interval: 20 });
