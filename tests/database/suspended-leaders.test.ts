import { afterEach, beforeEach, expect, test } from "vitest";

import { runAs, freshDatabase, tryAs, type TestDatabase } from "../support/database";
import { aigerim, daniyar, timur, zhanel } from "../support/people";
import { chapters } from "./fixture";

let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase("fixture");
});
afterEach(() => database.drop());

const setStatus = (status: string) => database.sql`select private.set_status(${daniyar.member}, ${status}, null)`;
const pageVersion = async () => Number((await database.sql`select version from page_versions where tag = ${`chapter:${chapters.london}`}`)[0]?.version);
/** How the chapter page, the tables (for visitors and members) and a member's own page show London's leaders. */
const shown = async () => ({
  onThePage: await tryAs(database.sql, null, async (tx) => (await tx`select chapter_page('london') -> 'team' as team`)[0]?.team.length as number),
  toVisitors: await tryAs(database.sql, null, async (tx) => (await tx`select from mandates where chapter_id = ${chapters.london}`).length),
  toMembers: await tryAs(database.sql, aigerim, async (tx) => (await tx`select from mandates where chapter_id = ${chapters.london}`).length),
  asMyLeader: await tryAs(database.sql, aigerim, async (tx) => (await tx`select my_page() #>> '{memberships,0,leader}' as leader`)[0]?.leader as string | null),
});

test("who is suspended is shown as nobody's leader until they are taken back", async () => {
  const before = { onThePage: 1, toVisitors: 1, toMembers: 1, asMyLeader: "Данияр" };
  expect(await shown()).toEqual(before);
  const version = await pageVersion();
  await setStatus("suspended");
  expect(await shown()).toEqual({ onThePage: 0, toVisitors: 0, toMembers: 0, asMyLeader: null });
  await setStatus("student");
  expect(await shown()).toEqual(before);
  expect(await pageVersion()).toBe(version + 2);
});

test("who is suspended is not written to about who asks to join", async () => {
  await database.sql`insert into mandates (member_id, chapter_id, role, during)
    values (${timur.member}, ${chapters.london}, 'secretary', tstzrange(now() - interval '1 minute', now() + interval '1 year'))`;
  await setStatus("suspended");
  await runAs(database.sql, zhanel, (tx) => tx`select join_chapter(${chapters.london}, 'guest', '')`);
  const told = await database.sql`select recipient_id from outbox where kind = 'request_received'`;
  expect(told.map(({ recipient_id }) => recipient_id as string)).toEqual([timur.member]);
});

test("a chapter whose president is suspended is told at its desk that nobody presides", async () => {
  const hasPresident = () => tryAs(database.sql, timur, async (tx) => (await tx`select lead_overview(${chapters.london}) -> 'has_president' as yes`)[0]?.yes as boolean);
  expect(await hasPresident()).toBe(true);
  await setStatus("suspended");
  expect(await hasPresident()).toBe(false);
  await setStatus("student");
  expect(await hasPresident()).toBe(true);
});
