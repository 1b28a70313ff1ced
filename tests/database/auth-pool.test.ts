import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openAuthPool } from "../../server/embedded/auth-pool";
import { freshDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
beforeAll(async () => void (database = await freshDatabase("empty")));
afterAll(() => database.drop());

test.each([
  ["in the middle of the day is told", false, ["A connection of the auth service broke"]],
  ["at the end, when PostgreSQL goes before the last of them has closed, is not", true, []],
])("a connection that breaks %s", async (_when, isEnd, told) => {
  const log: string[] = [];
  const pool = openAuthPool(database.url, 1, (message) => void log.push(message));
  const asked = pool.db.connection().execute(async (db) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
    const closed = isEnd ? pool.close() : null;
    await database.sql`select pg_terminate_backend(${rows[0]?.pid ?? 0}, 5000)`;
    await expect(sql`select 1`.execute(db)).rejects.toThrow();
    // Wrapped in an object, as this function must not await the promise: it waits for this connection.
    return { closed };
  });
  await ((await asked).closed ?? pool.close());
  expect([...new Set(log)]).toEqual(told);
});
