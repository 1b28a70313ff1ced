import type { TransactionSql } from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { runAs, freshDatabase, type TestDatabase } from "../support/database";
import { brokenInvariants } from "../support/invariants";
import { aigerim, asel, daniyar, erlan, madina, saule, zhanel, type Person } from "../support/people";
import { events } from "./fixture";

/** The open event is full with Aigerim and Madina; Zhanel waits first, then the others in this order. */
const line = [zhanel, erlan, saule, asel];
let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase("fixture");
  await database.sql`update events set capacity = 2, registration_closes_at = null where id = ${events.open}`;
  await database.sql`select setval('waiting_line_seq', 100)`;
  for (const person of line.slice(1)) await runAs(database.sql, person, (tx) => tx`select register_for_event('open')`);
});
afterEach(() => database.drop());

const giveBack = (person: Person) => runAs(database.sql, person, (tx) => tx`select cancel_registration('open')`);
const counts = async () => (await database.sql`select taken, waiting from events where id = ${events.open}`)[0];
const standing = async (state: string) =>
  (await database.sql`select member_id from registrations where event_id = ${events.open} and state = ${state} order by line, promoted_at nulls first, member_id`).map((row) => row.member_id);
const promoted = async () => (await database.sql`select recipient_id from outbox where kind = 'promoted' and subject_id = ${events.open} order by id`).map((row) => row.recipient_id);

/** Saves the event unchanged, except for the number of places. */
async function savePlaces(tx: TransactionSql, capacity: number | null) {
  const [saved] = await tx`select id, slug, kind, title, zone, format, venue, version, starts_local::text, ends_local::text from events where id = ${events.open}`;
  const { id, slug, kind, title, zone, format, venue, starts_local, ends_local, version } = saved ?? {};
  const fields = { id, slug, kind, title, zone, format, venue, capacity, starts_local, ends_local };
  await tx`select * from save_event(${id}, null, ${tx.json(fields)}, ${version})`;
}

describe("a place that becomes free", () => {
  test("goes to the first in line at once, with one letter; the others move up", async () => {
    await giveBack(aigerim);
    expect(await counts()).toMatchObject({ taken: 2, waiting: 3 });
    expect(await promoted()).toEqual([zhanel.member]);
    expect(await standing("waiting")).toEqual(line.slice(1).map(({ member }) => member));
    await giveBack(madina);
    expect(await promoted()).toEqual([zhanel.member, erlan.member]);
  });

  test("of two that are given back at the same time go to the first two, each once", async () => {
    await Promise.all([giveBack(aigerim), giveBack(madina)]);
    expect(await counts()).toMatchObject({ taken: 2, waiting: 2 });
    expect(await promoted()).toEqual([zhanel.member, erlan.member]);
  });

  test("passes by whoever left the line", async () => {
    await giveBack(zhanel);
    expect(await promoted()).toEqual([]);
    await giveBack(aigerim);
    expect(await promoted()).toEqual([erlan.member]);
  });

  test("goes to nobody when the event is called off", async () => {
    await runAs(database.sql, daniyar, (tx) => tx`select cancel_event(${events.open}, 'Зал жабық')`);
    await giveBack(aigerim);
    expect(await promoted()).toEqual([]);
  });
});

describe("who is suspended", () => {
  const setStatus = (person: Person, status: string) => database.sql`select private.set_status(${person.member}, ${status}, null)`;

  test("is passed over, and is the first in line again when they are taken back", async () => {
    await setStatus(zhanel, "suspended");
    await giveBack(aigerim);
    expect(await promoted()).toEqual([erlan.member]);
    expect(await standing("waiting")).toEqual([zhanel, saule, asel].map(({ member }) => member));
    await setStatus(zhanel, "student");
    await giveBack(madina);
    expect(await promoted()).toEqual([erlan.member, zhanel.member]);
  });

  test("is passed over by a leader who makes more places, or takes their limit away", async () => {
    await setStatus(zhanel, "suspended");
    await runAs(database.sql, daniyar, (tx) => savePlaces(tx, 3));
    expect(await promoted()).toEqual([erlan.member]);
    await runAs(database.sql, daniyar, (tx) => savePlaces(tx, null));
    expect(await standing("waiting")).toEqual([zhanel.member]);
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("keeps nobody else from a place that stays free, and gets it when they are taken back", async () => {
    for (const person of line) await setStatus(person, "suspended");
    await giveBack(aigerim);
    await giveBack(madina);
    expect(await counts()).toMatchObject({ taken: 0, waiting: 4 });
    expect(await runAs(database.sql, daniyar, (tx) => tx`select register_for_event('open') as place`)).toEqual([{ place: "registered" }]);
    await setStatus(saule, "student");
    expect(await promoted()).toEqual([saule.member]);
    expect(await counts()).toMatchObject({ taken: 2, waiting: 3 });
    await setStatus(zhanel, "student");
    expect(await standing("waiting")).toEqual([zhanel, erlan, asel].map(({ member }) => member));
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });
});

describe("more places", () => {
  test("go to those who wait, in the order of the line, and to nobody twice", async () => {
    await runAs(database.sql, daniyar, (tx) => savePlaces(tx, 4));
    expect(await counts()).toMatchObject({ taken: 4, waiting: 2 });
    expect(await promoted()).toEqual([zhanel.member, erlan.member]);
    await runAs(database.sql, daniyar, (tx) => savePlaces(tx, 4));
    expect(await promoted()).toHaveLength(2);
  });

  test("without a limit leave nobody waiting", async () => {
    await runAs(database.sql, daniyar, (tx) => savePlaces(tx, null));
    expect(await counts()).toMatchObject({ taken: 6, waiting: 0 });
    expect(await promoted()).toEqual(line.map(({ member }) => member));
  });

  test("are not fewer than are taken", async () => {
    await expect(runAs(database.sql, daniyar, (tx) => savePlaces(tx, 1))).rejects.toMatchObject({ code: "KA022" });
    expect(await counts()).toMatchObject({ taken: 2, waiting: 4 });
  });
});

describe("an event that has begun", () => {
  test("keeps its people: nothing is given back by them, and nobody moves up; who has nothing to give back is told that", async () => {
    await database.sql`update events set starts_at = now() - interval '1 minute' where id = ${events.open}`;
    for (const person of [aigerim, zhanel]) await expect(giveBack(person)).rejects.toMatchObject({ code: "KA001" });
    await expect(giveBack(daniyar)).rejects.toMatchObject({ code: "KA005" });
    expect([await counts(), await promoted()]).toEqual([{ taken: 2, waiting: 4 }, []]);
  });

  test("takes more places, or all, and gives none of them to who waits; put off, it does", async () => {
    const begins = (ago: string) => database.sql`
      update events set zone = 'Asia/Almaty', starts_at = now() - ${ago}::interval, starts_local = (now() - ${ago}::interval) at time zone 'Asia/Almaty' where id = ${events.open}`;
    await begins("1 minute");
    for (const capacity of [4, null]) {
      await runAs(database.sql, daniyar, (tx) => savePlaces(tx, capacity));
      expect([await counts(), await promoted()]).toEqual([{ taken: 2, waiting: 4 }, []]);
      expect(await database.sql`select capacity from events where id = ${events.open}`).toEqual([{ capacity }]);
    }
    expect(await brokenInvariants(database.sql)).toEqual([]);
    await begins("-1 hour");
    await runAs(database.sql, daniyar, (tx) => savePlaces(tx, 3));
    expect(await promoted()).toEqual([zhanel.member]);
  });

  test("loses from its line who leaves the association, and none of those who came; one that is over stays as it was", async () => {
    const leave = (person: Person) => runAs(database.sql, person, (tx) => tx`select leave_association('2026-11', 'kk')`);
    await database.sql`update events set starts_at = now() - interval '1 hour' where id = ${events.open}`;
    await leave(zhanel);
    await leave(aigerim);
    expect([await counts(), await promoted()]).toEqual([{ taken: 2, waiting: 3 }, []]);
    expect(await standing("waiting")).toEqual(line.slice(1).map(({ member }) => member));
    expect(await brokenInvariants(database.sql)).toEqual([]);
    await database.sql`update events set ends_at = now() - interval '1 minute' where id = ${events.open}`;
    await leave(erlan);
    expect(await counts()).toMatchObject({ taken: 2, waiting: 3 });
  });
});

describe("who presses the button", () => {
  const register = async (person: Person, slug: string) => (await runAs(database.sql, person, (tx) => tx`select register_for_event(${slug}) as place`))[0]?.place;

  test("is told where they stand, once and again, also when registration has closed meanwhile", async () => {
    expect(await register(aigerim, "open")).toBe("registered");
    expect(await register(zhanel, "open")).toBe("waiting");
    await database.sql`update events set registration_closes_at = now() - interval '1 minute' where id = ${events.open}`;
    expect(await register(zhanel, "open")).toBe("waiting");
    await expect(register(daniyar, "open")).rejects.toMatchObject({ code: "KA001" });
    expect(await counts()).toMatchObject({ taken: 2, waiting: 4 });
  });

  test("reads the event and can give the place back, also when it was made for fewer meanwhile", async () => {
    await database.sql`update events set visibility = 'chapter' where id = ${events.open}`;
    const read = (person: Person) => runAs(database.sql, person, (tx) => tx`select event_page('open') ->> 'slug' as slug`);
    expect(await read(madina)).toEqual([{ slug: "open" }]);
    expect(await read(erlan)).toEqual([{ slug: "open" }]);
    expect(await runAs(database.sql, madina, (tx) => tx`select cancel_registration('open') as place`)).toEqual([{ place: "cancelled" }]);
    expect(await read(madina)).toEqual([{ slug: null }]);
  });

  test("learns no more of an event that is not for them than of one that does not exist", async () => {
    expect(await register(erlan, "chapter")).toBeNull();
    expect(await register(erlan, "no-such-event")).toBeNull();
    expect(await runAs(database.sql, erlan, (tx) => tx`select cancel_registration('chapter') as place`)).toEqual([{ place: null }]);
  });
});
