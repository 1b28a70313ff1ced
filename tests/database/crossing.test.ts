import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { waitForLocks, runAs, freshDatabase, type TestDatabase } from "../support/database";
import { asel, daniyar, erlan, madina, type Person } from "../support/people";
import { chapters, events } from "./fixture";

let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase("fixture");
});
afterEach(() => database.drop());

/**
 * Runs the actions concurrently: each goes as far as it can while another transaction locks these rows; then all continue. Resolves to how each ended:
 * "done", or the code of its refusal.
 */
async function crossing(rows: string, acts: [Person, string][]): Promise<string[]> {
  let ends: Promise<string>[] = [];
  await database.sql.begin(async (holder) => {
    await holder.unsafe(`select from ${rows} for update`);
    for (const [person, act] of acts) {
      ends = [...ends, runAs(database.sql, person, (tx) => tx.unsafe(act)).then(() => "done", ({ code }: { code: string }) => code)];
      await waitForLocks(database.sql, ends.length);
    }
  });
  return Promise.all(ends);
}

describe("two who act at the same moment do not hold each other up", () => {
  test("somebody takes a request back while a leader answers it", async () => {
    const [request] = await database.sql<{ id: string }[]>`select id from join_requests where member_id = ${asel.member} and state = 'pending'`;
    const acts: [Person, string][] = [
      [asel, `select withdraw_request('${request?.id}')`],
      [daniyar, `select decide_request('${request?.id}', true, '')`],
    ];
    expect(await crossing(`join_requests where id = '${request?.id}'`, acts)).toEqual(["done", "KA014"]);
  });

  test("two leaders ask each to come to the other's chapter", async () => {
    const acts: [Person, string][] = [
      [daniyar, `select join_chapter('${chapters.manchester}', 'guest', '')`],
      [madina, `select join_chapter('${chapters.london}', 'guest', '')`],
    ];
    expect(await crossing(`chapters where slug in ('london', 'manchester')`, acts)).toEqual(["done", "done"]);
  });
});

test("nobody keeps a place at an event for which they registered while they left", async () => {
  let registering: Promise<string> | undefined;
  await runAs(database.sql, erlan, async (tx) => {
    await tx`select leave_association('1', 'kk')`;
    registering = runAs(database.sql, erlan, (other) => other`select register_for_event('open')`).then(() => "done", ({ code }: { code: string }) => code);
    await Promise.race([registering, waitForLocks(database.sql)]);
  });
  expect(await registering).toBe("KA006");
  expect(await database.sql`select from registrations where event_id = ${events.open} and member_id = ${erlan.member} and state <> 'cancelled'`).toEqual([]);
});
