import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { brokenInvariants } from "../support/invariants";
import { publishEvent, signInMembers, type SignedIn } from "../support/members";
import { openDatabase, removeData, startSite, type OwnSite } from "../support/site";

const crowd = 200;
const places = 10;
const rounds = 20;

let site: OwnSite;
let sql: Sql;
let members: SignedIn[];

beforeAll(async () => {
  site = await startSite();
  sql = openDatabase(site.dataDir);
  members = await signInMembers(site, sql, crowd);
  // This test writes and counts letters; sending them is tested elsewhere.
  await sql`alter table outbox alter column not_before set default now() + interval '1 day'`;
});
afterAll(async () => {
  await sql.end();
  await site.stop();
  removeData(site.dataDir);
});

type Event = { id: string; slug: string };
const post = ({ reader }: SignedIn, { slug }: Event, intent: "register" | "give-back") => reader.post(`/en/events/${slug}`, { intent });
/** All members register at once; returns how many got which answer. */
async function rush(event: Event): Promise<Record<string, number>> {
  const told: Record<string, number> = {};
  for (const { status, to } of await Promise.all(members.map((member) => post(member, event, "register")))) {
    const answer = to?.split("notice=")[1] ?? String(status);
    told[answer] = (told[answer] ?? 0) + 1;
  }
  return told;
}
const rowsOf = async ({ id }: Event) =>
  Object.fromEntries((await sql<{ state: string; count: number }[]>`select state, count(*)::int as count from registrations where event_id = ${id} group by state`).map(({ state, count }) => [state, count]));
const letters = ({ id }: Event, kind: string) => sql<{ recipient: string; position: number }[]>`
  select recipient_id as recipient, (payload ->> 'position')::int as position from outbox where subject_id = ${id} and kind = ${kind} order by position`;

describe(`${crowd} members who want ${places} places at once`, () => {
  test(
    `get ${places}, and each of the others a place of their own in line; ${rounds} times`,
    async () => {
      for (let round = 1; round <= rounds; round += 1) {
        const event = await publishEvent(sql, { capacity: places });
        expect({ round, ...(await rush(event)) }).toEqual({ round, registered: places, waiting: crowd - places });
        expect(await rowsOf(event)).toEqual({ registered: places, waiting: crowd - places });
        expect((await letters(event, "waiting")).map(({ position }) => position)).toEqual(Array.from({ length: crowd - places }, (_, at) => at + 1));
      }
      expect(await brokenInvariants(sql)).toEqual([]);
    },
    400_000,
  );

  test("a place given back goes to the first in line, with one letter, however many give back at once", async () => {
    const event = await publishEvent(sql, { capacity: places });
    await rush(event);
    const line = (await letters(event, "waiting")).map(({ recipient }) => recipient);
    const registered = await sql<{ member: string }[]>`select member_id as member from registrations where event_id = ${event.id} and state = 'registered'`;
    const leaving = members.filter(({ member }) => registered.slice(0, 4).some((row) => row.member === member));
    // Each of them presses the button three times.
    const answers = await Promise.all([...leaving, ...leaving, ...leaving].map((member) => post(member, event, "give-back")));
    expect(new Set(answers.map(({ to }) => to))).toEqual(new Set([`/en/events/${event.slug}?notice=given-back`]));
    expect(await rowsOf(event)).toEqual({ registered: places, waiting: crowd - places - 4, cancelled: 4 });
    expect((await letters(event, "promoted")).map(({ recipient }) => recipient).sort()).toEqual(line.slice(0, 4).sort());
    expect(await brokenInvariants(sql)).toEqual([]);
  });

  test("one who presses the button ten times has one place", async () => {
    const event = await publishEvent(sql, { capacity: places });
    const [member] = members as [SignedIn];
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(member, event, "register")));
    expect(new Set(answers.map(({ to }) => to))).toEqual(new Set([`/en/events/${event.slug}?notice=registered`]));
    expect(await rowsOf(event)).toEqual({ registered: 1 });
    expect(await letters(event, "registered")).toHaveLength(1);
  });
});

test("without the lock on the event the same crowd gets more places than there are", async () => {
  const [{ text = "" } = {}] = await sql<{ text: string }[]>`select pg_get_functiondef('private.register_for_event(uuid)'::regprocedure) as text`;
  // Each waits for a random time between checking and taking: without the lock others check meanwhile, and see the same free place.
  const unlocked = text
    .replace("where id = event for update;", "where id = event;")
    .replace("wanted := private.promote(event);", "wanted := private.promote(event); perform pg_catalog.pg_sleep(random() * 0.1);");
  expect(unlocked).not.toContain("for update");
  expect(unlocked).toContain("pg_sleep");
  const [{ constraint = "" } = {}] = await sql<{ constraint: string }[]>`
    select conname as constraint from pg_constraint where conrelid = 'events'::regclass and pg_get_constraintdef(oid) = 'CHECK ((taken <= capacity))'`;
  await sql.unsafe(unlocked);
  await sql.unsafe(`alter table events drop constraint "${constraint}"`);
  const event = await publishEvent(sql, { capacity: places });
  await rush(event);
  expect((await rowsOf(event)).registered).toBeGreaterThan(places);
  expect((await brokenInvariants(sql)).map(({ rule }) => rule)).toContain("no event has more people than places");
});
