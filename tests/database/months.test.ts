import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { actAs, freshDatabase, tryAs, rolledBack, type TestDatabase } from "../support/database";
import { aigerim, type Person } from "../support/people";
import { chapters, events } from "./fixture";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase("fixture");
});
afterAll(() => database.drop());

type Fields = { slug: string; at: string; zone?: string } & Record<string, unknown>;
/** Inserts a public two-hour event in London; `at` is its local time. */
const hold = (tx: TransactionSql, { at, zone = "Europe/London", ...fields }: Fields) =>
  tx`insert into events ${tx({
    kind: "meetup", title: { kk: fields.slug }, chapter_id: chapters.london, format: "on_site", venue: "King’s College London", visibility: "everyone", state: "published", zone,
    starts_local: at, ends_local: tx`${at}::timestamp + interval '2 hours'` as never, starts_at: tx`${at}::timestamp at time zone ${zone}` as never,
    ends_at: tx`(${at}::timestamp + interval '2 hours') at time zone ${zone}` as never, ...fields,
  } as never)}`;

/** What somebody sees when these events exist; they are rolled back. */
const asking = <T>(person: Person | null, held: Fields[], ask: (tx: TransactionSql) => Promise<T>): Promise<T> =>
  rolledBack(database.sql, async (tx) => {
    for (const event of held) await hold(tx, event);
    await actAs(tx, person);
    return ask(tx);
  });

type Month = { first: string | null; last: string | null; days: { day: string; total: number; rows: { slug: string; time: string }[] }[] };
const monthOf = async (tx: TransactionSql, month: string, filters = "") =>
  (await tx.unsafe(`select events_month_page('kk', '${month}-01' ${filters}) -> 'month' as month`))[0]?.month as Month;
const held = ({ days }: Month) => Object.fromEntries(days.map(({ day, rows }) => [day, rows.map(({ slug, time }) => `${time} ${slug}`)]));

describe("a month of events", () => {
  test("has each on the day and at the hour that its own clock says, on both edges of the month", async () => {
    const month = await asking(null, [
      { slug: "kiritimati", at: "2031-05-01T00:30", zone: "Pacific/Kiritimati" },
      { slug: "honolulu", at: "2031-05-31T23:30", zone: "Pacific/Honolulu" },
      { slug: "before", at: "2031-04-30T23:59" },
      { slug: "after", at: "2031-06-01T00:00" },
    ], (tx) => monthOf(tx, "2031-05"));
    expect(held(month)).toEqual({ "2031-05-01": ["00:30 kiritimati"], "2031-05-31": ["23:30 honolulu"] });
  });

  test("has three lines for a day: three events, or two and how many there are", async () => {
    const at = (day: string, hours: string[]) => hours.map((hour) => ({ slug: `at-${day}-${hour.slice(0, 2)}`, at: `2031-05-${day}T${hour}` }));
    const { days } = await asking(null, [...at("10", ["18:00", "09:00", "12:00", "20:00"]), ...at("11", ["18:00", "09:00", "12:00"])], (tx) => monthOf(tx, "2031-05"));
    expect(days.map(({ day, total, rows }) => [day, total, rows.map(({ time }) => time)])).toEqual([
      ["2031-05-10", 4, ["09:00", "12:00"]],
      ["2031-05-11", 3, ["09:00", "12:00", "18:00"]],
    ]);
  });

  test("shows what is over too, and neither drafts nor what was called off", async () => {
    const month = await asking(null, [
      { slug: "over", at: "2024-02-29T18:00" },
      { slug: "drafted", at: "2024-02-29T18:00", state: "draft" },
      { slug: "off", at: "2024-02-29T18:00", state: "cancelled", cancel_reason: "Ауа райы" },
    ], (tx) => monthOf(tx, "2024-02"));
    expect(held(month)).toEqual({ "2024-02-29": ["18:00 over"] });
  });

  test("is to each who asks what they may see", async () => {
    const slugs = async (person: Person | null) => held(await tryAs(database.sql, person, (tx) => monthOf(tx, "2030-03")));
    expect(await slugs(null)).toEqual({ "2030-03-01": ["18:00 open"] });
    expect(Object.values(await slugs(aigerim)).flat().sort()).toEqual(["18:00 chapter", "18:00 members", "18:00 open"]);
  });

  test("answers to the filters, and still offers the country that was chosen", async () => {
    const events = [{ slug: "quiz", at: "2031-05-10T18:00", kind: "kvn" }, { slug: "run", at: "2031-05-11T10:00", kind: "sports" }];
    expect(held(await asking(null, events, (tx) => monthOf(tx, "2031-05", ", kind => 'kvn'")))).toEqual({ "2031-05-10": ["18:00 quiz"] });
    expect(held(await asking(null, events, (tx) => monthOf(tx, "2031-05", ", country => 'CZ'")))).toEqual({});
    const [row] = await asking(null, events, (tx) => tx`select events_month_page('kk', '2031-05-01', country => 'CZ') #> '{places,countries}' as countries`);
    expect((row?.countries as { id: string }[]).map(({ id }) => id).sort()).toEqual(["CZ", "GB"]);
  });

  test("knows from which month to which there are any, whatever the filters", async () => {
    const months = [{ slug: "long-ago", at: "2019-08-31T18:00" }, { slug: "far", at: "2033-01-01T00:00" }, { slug: "farther", at: "2040-01-01T00:00", visibility: "members" }];
    expect(await asking(null, months, (tx) => monthOf(tx, "2030-03", ", q => 'zzz'"))).toEqual({ first: "2019-08", last: "2033-01", total: 0, days: [] });
  });

  test("reads no more among very many events of other months, nor do the list of what is ahead and the calendar", async () => {
    const questions = { all: "select count(search) from events", month: "select events_month_page('kk', '2031-05-01')", list: "select events_page('kk', '2031-05-01')", calendar: "select events_calendar()" };
    const grown = await asking(null, [{ slug: "quiz", at: "2031-05-10T18:00" }], async (tx) => {
      /** How many database pages a query reads the second time it runs. */
      const read = async (query: string) => {
        await tx.unsafe(query);
        const [row] = await tx.unsafe(`explain (analyze, buffers, format json) ${query}`);
        const [{ Plan: plan }] = row?.["QUERY PLAN"] as [{ Plan: { "Shared Hit Blocks": number; "Shared Read Blocks": number } }];
        return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
      };
      const readAll = async () => {
        await tx`reset role`;
        await tx`analyze events`;
        await actAs(tx, null);
        const sums: [string, number][] = [];
        for (const [name, query] of Object.entries(questions)) sums.push([name, await read(query)]);
        return Object.fromEntries(sums);
      };
      const before = await readAll();
      await tx`reset role`;
      await tx`alter table events disable trigger events_touch_their_pages`;
      await tx`insert into events (slug, chapter_id, kind, title, zone, starts_local, ends_local, starts_at, ends_at, format, venue, state)
        select 'many-' || n, ${chapters.london}, 'meetup', '{"kk": "Кездесу"}', 'Etc/UTC', day, day + interval '2 hours', day, day + interval '2 hours', 'on_site', 'Strand', 'published'
        from generate_series(1, 8000) n, lateral (select '2015-01-01'::timestamp + n * interval '12 hours' as day) at`;
      const after = await readAll();
      return Object.fromEntries(Object.keys(questions).map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]));
    });
    expect(grown.all).toBeGreaterThan(200);
    for (const name of ["month", "list", "calendar"]) expect([name, grown[name]]).toEqual([name, expect.toSatisfy((pages: number) => pages < 50)]);
  });
});

describe("a list of days", () => {
  test("holds what begins on them by the clock of its own place, over or not", async () => {
    const [row] = await asking(null, [
      { slug: "tokyo", at: "2024-05-10T00:30", zone: "Asia/Tokyo" },
      { slug: "vancouver", at: "2024-05-10T23:30", zone: "America/Vancouver" },
      { slug: "next-day", at: "2024-05-11T00:00" },
    ], (tx) => tx`select list_events(first_day => '2024-05-10', last_day => '2024-05-10') as list`);
    const { total, rows } = row?.list as { total: number; rows: { slug: string }[] };
    expect([total, ...rows.map(({ slug }) => slug)]).toEqual([2, "tokyo", "vancouver"]);
  });
});

describe("a calendar that people subscribe to", () => {
  const calendarOf = async (person: Person | null, held: Fields[], asked = "") => {
    const [row] = await asking(person, held, (tx) => tx.unsafe(`select events_calendar(${asked}) as calendar`));
    return row?.calendar as { chapter: unknown; rows: { slug: string; state: string }[] } | null;
  };
  const days = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 16);

  test("holds what is everybody's, whoever asks", async () => {
    for (const person of [null, aigerim]) expect((await calendarOf(person, []))?.rows.map(({ slug }) => slug)).toEqual(["open"]);
  });

  test("keeps what is over for a month, and says of what was called off that it is off", async () => {
    const calendar = await calendarOf(null, [
      { slug: "last-week", at: days(-7) },
      { slug: "last-season", at: days(-40) },
      { slug: "called-off", at: days(7), state: "cancelled", cancel_reason: "Ауа райы" },
      { slug: "drafted", at: days(7), state: "draft" },
    ]);
    expect(calendar?.rows.map(({ slug, state }) => `${slug} ${state}`)).toEqual(["last-week published", "called-off cancelled", "open published"]);
  });

  test("holds five hundred, and what is ahead before what is over", async () => {
    const rows = await asking(null, [{ slug: "tomorrow", at: days(1) }], async (tx) => {
      await tx`reset role`;
      await tx`alter table events disable trigger events_touch_their_pages`;
      await tx`insert into events (slug, chapter_id, kind, title, zone, starts_local, ends_local, starts_at, ends_at, format, venue, state)
        select 'over-' || n, ${chapters.london}, 'meetup', '{"kk": "Кездесу"}', 'Etc/UTC', at, at + interval '1 hour', at at time zone 'UTC', at at time zone 'UTC' + interval '1 hour', 'on_site', 'Strand', 'published'
        from generate_series(1, 600) n, lateral (select date_trunc('minute', now() at time zone 'UTC') - n * interval '1 hour' as at) moment`;
      await actAs(tx, null);
      const [row] = await tx`select events_calendar() -> 'rows' as rows`;
      return (row?.rows as { slug: string }[]).map(({ slug }) => slug);
    });
    expect(rows).toHaveLength(500);
    expect(rows.slice(-4)).toEqual(["over-2", "over-1", "tomorrow", "open"]);
    expect(rows[0]).toBe("over-498");
  });

  test("of a chapter holds it and those below; of none there is none", async () => {
    const held = [{ slug: "at-kings", at: days(7), chapter_id: chapters.kings }, { slug: "in-prague", at: days(7), chapter_id: chapters.prague }];
    const slugs = async (chapter: string) => (await calendarOf(null, held, `chapter => '${chapter}'`))?.rows.map(({ slug }) => slug);
    expect(await slugs("london")).toEqual(["at-kings", "open"]);
    expect(await slugs("prague")).toEqual(["in-prague"]);
    expect(await slugs("manchester")).toEqual([]);
    expect(await slugs("nothing")).toBeUndefined();
  });

  test("names what was chosen, and tells nothing that only some may know", async () => {
    const [row] = await tryAs(database.sql, aigerim, (tx) => tx`select events_calendar(country => 'GB', city => 'gb-london', chapter => 'london') as calendar`);
    expect(row?.calendar).toMatchObject({ chapter: { name: { kk: "Лондон" }, kind: "city" }, country: { kk: "Ұлыбритания" }, city: { kk: "Лондон" }, rows: [{ id: events.open }] });
    expect(JSON.stringify(row?.calendar)).not.toContain("meet.example");
  });
});
