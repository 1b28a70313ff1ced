import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { loadDemo } from "../../supabase/seed/load-demo";
import { freshDatabase, type TestDatabase } from "../support/database";
import { aigerim } from "../support/people";

let database: TestDatabase;

const figures = async () => (await database.sql`select figures::text as row from figures order by row`).map(({ row }) => String(row));
/** One call with time for a single month; resolves to whether months are left. */
const count = async () => (await database.sql`select private.refresh_figures('0 seconds') as is_more`)[0]?.is_more === true;
const counted = async () =>
  (await database.sql`select to_char(month, 'YYYY-MM') as month, is_closed from figure_months order by month desc`).map((row) => ({ month: String(row.month), isClosed: row.is_closed === true }));
const monthsUntil = (last: string, many: number) =>
  Array.from({ length: many }, (_, back) => new Date(Date.UTC(Number(last.slice(0, 4)), Number(last.slice(5)) - 1 - back)).toISOString().slice(0, 7));

describe("a history that is too long for one call", () => {
  let whole: string[];
  beforeAll(async () => {
    database = await freshDatabase();
    await loadDemo({ databaseUrl: database.url, projectDir: process.cwd(), members: 500, events: 20, log: () => {} });
    whole = await figures();
  }, 120_000);
  beforeEach(() => database.sql`truncate figure_months cascade`);
  afterAll(() => database.drop());

  test("is counted from now backwards, so that pages show today from the first call on and no month is missing between", async () => {
    const now = new Date().toISOString().slice(0, 7);
    for (let calls = 1; calls <= 30; calls += 1) {
      expect(await count()).toBe(true);
      const months = await counted();
      expect(months.map(({ month }) => month)).toEqual(monthsUntil(now, calls));
      expect(months.map(({ isClosed }) => isClosed)).toEqual(months.map((_, back) => back > 0));
    }
  });

  test("is the same after many calls as after one, and the pages are told once: what they show was there with the first", async () => {
    const version = async () => Number((await database.sql`select version from page_versions where tag = 'figures'`)[0]?.version);
    const before = await version();
    let calls = 1;
    while (await count()) calls += 1;
    // The current month is counted first and last.
    expect(calls).toBe((await counted()).length + 1);
    expect(calls).toBeGreaterThan(120);
    expect(await version()).toBe(before + 1);
    expect(await figures()).toEqual(whole);
    expect(await count()).toBe(false);
    expect(await figures()).toEqual(whole);
  });
});

describe("a history that is counted", () => {
  beforeEach(async () => {
    database = await freshDatabase("fixture");
  });
  afterEach(() => database.drop());

  test("is never made longer by a fact from before it that is told later", async () => {
    const before = await counted();
    expect(before.length).toBeGreaterThan(10);
    await database.sql`update memberships set during = tstzrange(lower(during) - interval '2 years', upper(during)) where member_id = ${aigerim.member}`;
    expect(await count()).toBe(false);
    expect(await counted()).toEqual(before);
  });

  test("gets the new month first; the one that has ended is counted once more and closed", async () => {
    const [running, last] = await counted();
    const whole = await figures();
    await database.sql`delete from figure_months where not is_closed`;
    await database.sql`update figure_months set is_closed = false where to_char(month, 'YYYY-MM') = ${last?.month ?? ""}`;
    expect(await count()).toBe(true);
    expect((await counted()).slice(0, 2)).toEqual([running, { month: last?.month, isClosed: false }]);
    expect([await count(), await count()]).toEqual([true, false]);
    expect((await counted()).slice(0, 2)).toEqual([running, last]);
    expect(await figures()).toEqual(whole);
  });
});
