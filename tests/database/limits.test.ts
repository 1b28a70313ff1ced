import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { runAs, freshDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(() => database.sql`truncate limits`);
afterAll(() => database.drop());

const keyOf = (name: string) => name.padEnd(64, "0");
/** Counts one attempt as a visitor; resolves to the seconds to wait. */
const attempt = async (name: string, allowed = 2, seconds = 300) =>
  Number((await runAs(database.sql, null, (tx) => tx`select count_attempt(${keyOf(name)}, ${allowed}, ${seconds}) as waits`))[0]?.waits);
const end = (names = "%") => database.sql`update limits set ends_at = now() - interval '1 second' where key like ${names}`;
const kept = async () => (await database.sql`select key, used from limits order by key`).map(({ key, used }) => `${String(key).replace(/0+$/, "")} ${used}`);

describe("a limit", () => {
  test("closes after as many attempts as are allowed, and opens when its time is over", async () => {
    expect([await attempt("a"), await attempt("a")]).toEqual([0, 0]);
    expect(await attempt("a")).toBeGreaterThan(290);
    await end();
    expect(await attempt("a")).toBe(0);
    expect(await kept()).toEqual(["a 1"]);
  });

  test("that has ended goes with the next attempts of others; one that holds stays", async () => {
    await Promise.all(Array.from({ length: 30 }, (_, at) => attempt(`old-${at + 1}-`)));
    await attempt("held");
    await end("old%");
    for (let at = 0; at < 5; at += 1) await attempt("new", 100);
    expect(await kept()).toEqual(["held 1", "new 5"]);
  });

  test("counts right for many at once, while ended ones are cleared away between them", async () => {
    for (let round = 0; round < 5; round += 1) {
      await Promise.all(Array.from({ length: 20 }, (_, at) => attempt(`crowd-${at}-`, 100)));
      await end();
      const waits = await Promise.all(Array.from({ length: 20 }, () => attempt("crowd-7-", 10)));
      expect([waits.filter((wait) => wait === 0).length, waits.filter((wait) => wait > 0).length]).toEqual([10, 10]);
      expect(await kept()).toContain("crowd-7- 20");
    }
  });

  test("keeps nobody's key longer than an hour, and no key of another length than ours", async () => {
    await expect(attempt("a", 2, 3601)).rejects.toMatchObject({ code: "KA090" });
    for (const key of ["short", "k".repeat(129), "k".repeat(100_000)]) {
      await expect(runAs(database.sql, null, (tx) => tx`select count_attempt(${key}, 2, 300)`)).rejects.toMatchObject({ code: "23514" });
    }
  });
});
