import { randomUUID } from "node:crypto";

import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { actAs, freshDatabase, tryAs, rolledBack, type TestDatabase } from "../support/database";
import { aigerim, askers, daniyar, madina, saule, timur, type Person } from "../support/people";
import { chapters, events } from "./fixture";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase("fixture");
});
afterAll(() => database.drop());

test.each([
  ["2026-12-01 18:30", "2026-12-01 18:30Z", "UTC+0"],
  ["2026-12-01 18:30", "2026-12-01 13:00Z", "UTC+5:30"],
  ["2026-12-01 18:30", "2026-12-01 13:30Z", "UTC+5"],
  ["2026-12-01 18:30", "2026-12-02 01:30Z", "UTC−7"],
  ["2026-12-01 18:30", "2026-12-01 22:00Z", "UTC−3:30"],
])("a wall that says %s at %s keeps the time of %s", async (wall, moment, clock) => {
  const [row] = await database.sql<{ clock: string }[]>`select private.clock_of(${wall}::timestamp, ${moment}::timestamptz) as clock`;
  expect(row?.clock).toBe(clock);
});

test("the hour in a list is the one that was said, whatever anybody's table of zones says by now", async () => {
  const { sql } = database;
  const [event] = await sql<{ id: string; zone: string }[]>`select id, zone from events limit 1`;
  // As if a government had moved its clocks after the event was written down.
  const shown = await sql.begin(async (tx) => {
    await tx`alter table events disable trigger user`;
    await tx`update events set starts_local = (starts_at at time zone 'UTC') + interval '9 hours' where id = ${event?.id ?? ""}`;
    const [row] = await tx<{ shown: { clock: string } }[]>`select private.event_rows(array[${event?.id ?? ""}]::uuid[]) as shown`;
    await tx`alter table events enable trigger user`;
    return row?.shown.clock;
  });
  expect(shown).toBe("UTC+9");
});

test("a weekend on which clocks are moved has two clocks, and its registration a third one", async () => {
  const shown = await database.sql.begin(async (tx) => {
    const [event] = await tx<{ id: string }[]>`
      insert into events (slug, chapter_id, kind, title, zone, starts_local, ends_local, starts_at, ends_at, registration_closes_at, format, venue)
      select 'autumn', id, 'meetup', '{"en": "Autumn"}', 'Europe/London', '2026-10-24 18:00', '2026-10-25 18:00', '2026-10-24 17:00Z', '2026-10-25 18:00Z',
             '2026-10-20 22:59Z', 'on_site', 'Hall'
      from chapters where slug = 'london' returning id`;
    const [row] = await tx<{ shown: object }[]>`select private.event_rows(array[${event?.id ?? ""}]::uuid[]) as shown`;
    return row?.shown;
  });
  expect(shown).toMatchObject({ clock: "UTC+1", ends_clock: "UTC+0", closes_clock: "UTC+1" });
});

describe("what a leader saves", () => {
  const save = async (changed: Record<string, unknown>) => {
    const fields = { id: randomUUID(), slug: "saved", kind: "meetup", title: { en: "Saved" }, zone: "Europe/London", format: "on_site", venue: "Hall", ...changed };
    return tryAs(database.sql, daniyar, async (tx) => {
      const [saved] = await tx<{ id: string }[]>`select id from save_event(null, ${chapters.london}, ${tx.json(fields as never)}, null)`;
      await tx`set local role postgres`;
      return (await tx<{ lasts: string; closes: Date | null }[]>`select (ends_at - starts_at)::text as lasts, registration_closes_at as closes from events where id = ${saved?.id ?? ""}`)[0];
    });
  };

  // On 2027-10-31 London's clocks show the hour from 1 to 2 twice.
  test.each([
    ["00:30", "01:30", null, "01:00:00"],
    ["01:30", "01:45", false, "00:15:00"],
    ["01:30", "01:45", true, "00:15:00"],
    ["01:45", "01:30", false, "00:45:00"],
  ])("from %s to %s ends at the first such moment after the start (later of two: %s)", async (from, to, isLater, lasts) => {
    expect((await save({ starts_local: `2027-10-31T${from}`, ends_local: `2027-10-31T${to}`, later_of_two: isLater }))?.lasts).toBe(lasts);
  });

  const evening = { starts_local: "2027-03-28T18:00", ends_local: "2027-03-28T20:00" };
  test.each<[string, Record<string, unknown>, string]>([
    ["an hour of closing that the clocks leave out", { registration_closes_local: "2027-03-28T01:30" }, "KA020"],
    ["a closing after the start", { registration_closes_local: "2027-03-28T19:00" }, "23514"],
    ["a zone that PostgreSQL makes up", { zone: "FOO3" }, "22023"],
    ["a year that no page can write", { ends_local: "10000-01-01T00:00" }, "23514"],
    ["a language that is none", { spoken: [null] }, "23514"],
    ["a status that is no word", { text_status: { en: 1 } }, "23514"],
    ["a title without an end", { title: { en: "x".repeat(3000) } }, "23514"],
  ])("%s is refused", async (_what, changed, code) => {
    await expect(save({ ...evening, ...changed })).rejects.toMatchObject({ code });
  });

  test("a closing before the start is kept as the clocks of the place say it", async () => {
    expect((await save({ ...evening, registration_closes_local: "2027-03-28T12:00" }))?.closes).toEqual(new Date("2027-03-28T11:00Z"));
  });
});

describe("an event that is over", () => {
  const asked = <T>(person: Person | null, ask: (tx: TransactionSql) => Promise<T>) =>
    rolledBack(database.sql, async (tx) => {
      await tx`update events set starts_at = now() - interval '2 days', ends_at = now() - interval '1 day' where id = ${events.open}`;
      await actAs(tx, person);
      return ask(tx);
    });
  const onItsPage = async (tx: TransactionSql) => (await tx`select event_page('open') -> 'taken' as taken, event_page('open') -> 'waiting' as waiting`)[0];

  test.each(Object.entries(askers))("tells %s on its page how many came and waited as figures are told", async (_name, person) => {
    expect(await asked(person, onItsPage)).toEqual({ taken: 0, waiting: 0 });
  });

  test.each(Object.entries(askers))("tells %s no number in its row", async (_name, person) => {
    for (const column of ["taken", "waiting", "events"])
      await expect(asked(person, (tx) => tx.unsafe(`select ${column} from events`))).rejects.toMatchObject({ code: "42501" });
  });

  test.each([["daniyar", daniyar, 2], ["timur", timur, 2], ["madina", madina, null], ["saule", saule, null], ["aigerim", aigerim, null]] as const)(
    "tells %s at the desk how many came exactly, or nothing", async (_name, person, taken) => {
      const desk = await asked(
        person,
        (tx) => tx`
          select led_event(${chapters.london}, ${events.open}) -> 'taken' as page, led_events(${chapters.london}, 'past', 1) #> '{rows,0,taken}' as list,
                 event_to_edit(${chapters.london}, ${events.open}, 'kk') #> '{event,taken}' as form`,
      );
      expect(desk).toEqual([{ page: taken, list: taken, form: taken }]);
    },
  );
});

test("an event that is ahead tells everybody how many places are taken", async () => {
  const told = await tryAs(database.sql, null, (tx) => tx`select event_page('open') -> 'taken' as taken, event_page('open') -> 'waiting' as waiting`);
  expect(told).toEqual([{ taken: 2, waiting: 1 }]);
});
