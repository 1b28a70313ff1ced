import { afterEach, beforeEach, expect, test } from "vitest";

import { runAs, freshDatabase, type TestDatabase } from "../support/database";
import { aigerim, daniyar, madina, zhanel, type Person } from "../support/people";
import { chapters } from "./fixture";

let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase("fixture");
  await database.sql`truncate outbox, join_requests`;
  await database.sql`update chapters set join_mode = 'request'`;
});
afterEach(() => database.drop());

const { manchester, london } = chapters;
const ask = (person: Person, chapter = manchester) => runAs(database.sql, person, (tx) => tx`select join_chapter(${chapter}, 'guest', 'Сәлем')`);
const withdraw = (person: Person) =>
  runAs(database.sql, person, (tx) => tx`select withdraw_request((select id from join_requests where member_id = ${person.member} and state = 'pending'))`);
const told = async (person: Person) => (await database.sql`select from outbox where kind = 'request_received' and recipient_id = ${person.member}`).length;
const requests = async () => (await database.sql`select state from join_requests order by created_at, id`).map(({ state }) => state as string);

test("somebody who asks and withdraws all day long makes their leaders one letter, and the last request stands", async () => {
  for (let round = 0; round < 5; round += 1) {
    await ask(zhanel);
    await withdraw(zhanel);
  }
  await ask(zhanel);
  expect((await requests()).sort()).toEqual(["pending", ...Array.from({ length: 5 }, () => "withdrawn")]);
  expect(await told(madina)).toBe(1);
});

test("another day, another chapter and another asker make a letter each", async () => {
  await ask(zhanel);
  await withdraw(zhanel);
  await ask(aigerim);
  expect(await told(madina)).toBe(2);
  const [sent] = await database.sql`select array_agg(distinct occurrence) as occasions from outbox where kind = 'request_received'`;
  expect(String(sent?.occasions)).toContain(new Date().toISOString().slice(0, 10));
  // Makes the letters look like those of another day.
  await database.sql`update outbox set occurrence = replace(occurrence, ${new Date().toISOString().slice(0, 10)}, '2026-01-01')`;
  await ask(zhanel);
  expect(await told(madina)).toBe(3);
  await database.sql`update memberships set chapter_id = ${chapters.prague} where member_id = ${aigerim.member}`;
  await ask(aigerim, london);
  expect(await told(daniyar)).toBe(1);
});

test.each([["guest", "home"], ["home", "guest"], ["guest", "guest"], ["home", "home"]])(
  "a request as %s is taken back when the chapter has opened and they join as %s; leaving leaves none behind",
  async (asked, joined) => {
    const join = (kind: string) => runAs(database.sql, zhanel, (tx) => tx`select join_chapter(${manchester}, ${kind}, '')`);
    await join(asked);
    await ask(zhanel, london);
    await database.sql`update chapters set join_mode = 'open' where id = ${manchester}`;
    await join(joined);
    await runAs(database.sql, zhanel, (tx) => tx`select leave_chapter(${manchester})`);
    const left = await database.sql`select chapter_id, state from join_requests where member_id = ${zhanel.member} order by created_at`;
    expect(left).toEqual([{ chapter_id: manchester, state: "withdrawn" }, { chapter_id: london, state: "pending" }]);
    expect(await database.sql`select from journal where member_id = ${zhanel.member} and action = 'request:withdrawn'`).toHaveLength(1);
  },
);

test("ten chapters are joined or asked within a day, by whatever way; the next day the eleventh is", async () => {
  for (let round = 0; round < 9; round += 1) {
    await ask(zhanel);
    await withdraw(zhanel);
  }
  await database.sql`update chapters set join_mode = 'open' where id = ${london}`;
  await ask(zhanel, london);
  for (const chapter of [manchester, chapters.prague]) await expect(ask(zhanel, chapter)).rejects.toMatchObject({ code: "KA019", message: "too-many-today" });
  await ask(aigerim);
  await database.sql`update join_requests set created_at = created_at - interval '1 day' where member_id = ${zhanel.member}`;
  await ask(zhanel);
  expect((await requests()).filter((state) => state === "pending")).toHaveLength(2);
});
