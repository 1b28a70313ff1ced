import { afterAll, beforeAll, expect, test } from "vitest";

import { loadDemo } from "../../supabase/seed/load-demo";
import { freshDatabase, rolledBack, type TestDatabase } from "../support/database";
import { brokenInvariants } from "../support/invariants";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await loadDemo({ databaseUrl: database.url, projectDir: process.cwd(), members: 1000, events: 40, log: () => {} });
}, 120_000);
afterAll(() => database.drop());

test("everything holds in the demo", async () => {
  expect(await brokenInvariants(database.sql)).toEqual([]);
});

const anEvent = `(select id from events where taken > 1 and waiting > 0 and state = 'published' and starts_at > now() limit 1)`;
const breakages: [string, string][] = [
  ["an event counts as many places taken and waiting as there are rows", `update events set waiting = waiting + 1 where id = ${anEvent}`],
  ["no place is free while somebody waits who is not suspended", `update events set capacity = capacity + 1 where id = ${anEvent}`],
  ["who has left waits for no place", `update member_statuses set status = 'left' where member_id = (select member_id from registrations where event_id = ${anEvent} and state = 'waiting' limit 1) and upper_inf(during)`],
  ["no event has more people than places", `alter table events drop constraint events_check1; update events set capacity = 1 where id = ${anEvent}`],
  ["nobody stands in a line twice, and no two on the same place", `update registrations set line = 1 where state = 'waiting'`],
  ["a place given from the line was announced once", `update registrations set promoted_at = now() where id = (select id from registrations where state = 'registered' limit 1)`],
  ["who has erased their account is in no chapter, office or line, and nothing says who it was",
    `update members set erased_at = now(), user_id = null, surname = null, given_name = null, patronymic = null, latin_name = null
     where id = (select member_id from memberships where upper_inf(during) limit 1)`],
  ["the tree holds every chapter, each above it, and nothing else", `delete from chapter_tree where depth = 1 and descendant_id = (select descendant_id from chapter_tree where depth = 1 limit 1)`],
];

test.each(breakages)("it is noticed when this is broken: %s", async (rule, breaking) => {
  await rolledBack(database.sql, async (tx) => {
    await tx.unsafe(breaking);
    expect((await brokenInvariants(tx as never)).map((broken) => broken.rule)).toContain(rule);
  });
});

test("no chapter lies in another country than those above it: its members would be counted in two", async () => {
  const moved = rolledBack(database.sql, (tx) => tx`update chapters set country_iso2 = 'DE' where slug = 'london'`);
  await expect(moved).rejects.toMatchObject({ code: "23503" });
});
