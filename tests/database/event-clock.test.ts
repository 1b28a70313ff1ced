import { afterAll, beforeAll, expect, test } from "vitest";

import { freshDatabase, type TestDatabase } from "../support/database";
import { fill } from "./fixture";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await fill(database.sql);
});
afterAll(() => database.drop());

test.each([
  ["2026-12-01 18:30", "2026-12-01 18:30Z", "UTC"],
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
  expect(shown).toMatchObject({ clock: "UTC+1", ends_clock: "UTC", closes_clock: "UTC+1" });
});
