import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { connectBackend } from "~/core/supabase/backend.server";
import * as chapterCalendar from "~/routes/_site.chapters.$slug[.]ics";
import * as list from "~/routes/_site.events._index";
import * as calendar from "~/routes/_site.events[.]ics";

import { chapters, events } from "../database/fixture";
import { Browser } from "../support/browser";
import { freshBackend, type TestBackend } from "../support/database";
import { newMember } from "../support/newcomers";

let backend: TestBackend;
let calls: string[] = [];
beforeAll(async () => {
  backend = await freshBackend("fixture");
  const { fetch } = backend.backend;
  connectBackend({
    ...backend.backend,
    fetch: (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : String(input));
      if (pathname.startsWith("/rest/")) calls.push(pathname);
      return fetch(input, init);
    },
  });
});
afterAll(() => backend.drop());

type Page = {
  query: Record<string, string | undefined>;
  list: { total: number; rows: { slug: string }[] } | null;
  month: { name: string; bounds: { first: string; last: string }; total: number; days: { day: string; total: number; rows: { slug: string; time: string | null }[] }[] };
  calendar: string;
  head: { title?: string }[];
};
const open = async (search: string, browser = new Browser()) => {
  calls = [];
  const answer = await browser.get(list.loader, `/kk/events${search}`);
  return { ...answer, page: answer.data as Page };
};
const thisMonth = new Date().toISOString().slice(0, 7);

describe("the month of events", () => {
  test("is drawn instead of the list, this one unless another is asked for", async () => {
    const { page } = await open("?view=month");
    expect([page.list, page.month.name]).toEqual([null, thisMonth]);
    const march = (await open("?view=month&month=2030-03")).page;
    expect(march.month.days).toEqual([{ day: "2030-03-01", total: 1, rows: [expect.objectContaining({ slug: "open", time: "18:00" })] }]);
    expect(march.head.map(({ title }) => title).join("")).toContain("2030 ж. наурыз");
  });

  test("keeps the filters, and passes over a time that belongs to the list", async () => {
    const { page } = await open("?view=month&month=2030-03&country=CZ&when=past&page=7");
    expect([page.query.country, page.query.when, page.query.page, page.month.days]).toEqual(["CZ", undefined, undefined, []]);
    expect((await open("?view=month&day=2030-03-01")).page.month.name).toBe("2030-03");
  });

  test.each(["month=2030-13", "month=2030-3", "month=x", "month=1999-12", "month=2100-01", "month=2030-03-01", "view=week", "day=2030-02-30", "day=x"])("passes over %s, which is none", async (asked) => {
    const { status, page } = await open(`?${asked}`);
    expect([status, page.month.name]).toEqual([200, thisMonth]);
  });

  test("ends where the events end: no address beyond is a page", async () => {
    const { bounds } = (await open("?view=month")).page.month;
    expect(bounds).toEqual({ first: thisMonth, last: "2030-03" });
    for (const beyond of ["?view=month&month=2030-04", "?month=2030-04", "?day=2030-04-01", "?view=month&month=2000-01"]) expect([beyond, (await open(beyond)).status]).toEqual([beyond, 404]);
    expect((await open("?view=month&month=2029-07")).page.month.days).toEqual([]);
  });

  test("is kept until an event, a chapter or a place changes, or the day ends", async () => {
    const { headers } = await open("?view=month&month=2030-03");
    expect(headers.get("X-Page-Tags")).toBe("events chapters places");
    const until = headers.get("X-Page-Until") ?? "";
    expect(until).toMatch(/T00:00:00\.000Z$/);
    expect(Date.parse(until) - Date.now()).toBeLessThanOrEqual(24 * 60 * 60 * 1000);
  });

  test.each(["", "?view=month", "?day=2030-03-01", "?month=2030-03&country=GB"])("asks the database once: /events%s", async (search) => {
    await open(search);
    expect(calls).toHaveLength(1);
  });
});

describe("an event of several days", () => {
  const hold = (slug: string, starts: string, ends: string) => backend.sql`
    insert into events (slug, chapter_id, kind, title, zone, starts_local, ends_local, starts_at, ends_at, format, venue, state)
    values (${slug}, ${chapters.london}, 'forum', '{"kk": "Форум"}', 'Asia/Tokyo', ${starts}, ${ends}, ${starts}::timestamp at time zone 'Asia/Tokyo',
            ${ends}::timestamp at time zone 'Asia/Tokyo', 'on_site', 'Strand', 'published')`;
  beforeAll(async () => {
    await hold("long", "2029-04-28T18:00", "2029-05-01T14:00");
    await hold("to-midnight", "2029-05-04T09:00", "2029-05-06T00:00");
    await hold("night", "2029-05-12T22:00", "2029-05-13T06:00");
  });
  afterAll(() => backend.sql`delete from events where slug in ('long', 'to-midnight', 'night')`);
  const drawn = async (month: string) => {
    const { total, days } = (await open(`?view=month&month=${month}`)).page.month;
    return { total, days: days.map(({ day, rows }) => [day.slice(-2), ...rows.map(({ slug, time }) => `${slug} ${time}`)].join(" ")) };
  };

  test("stands on each of them in the month, and is one event; a night belongs to its evening", async () => {
    expect(await drawn("2029-04")).toEqual({ total: 1, days: ["28 long 18:00", "29 long null", "30 long null"] });
    expect(await drawn("2029-05")).toEqual({ total: 3, days: ["01 long null", "04 to-midnight 09:00", "05 to-midnight null", "12 night 22:00"] });
  });

  test.each([["27", 0], ["28", 1], ["30", 1]])("answers to each of its days: April %s has %i", async (day, total) => {
    const { page } = await open(`?day=2029-04-${day}`);
    expect(page.list?.total).toBe(total);
    expect(page.month.days.map((marked) => marked.day.slice(-2))).toEqual(["28", "29", "30"]);
  });
});

describe("the list of events", () => {
  test("is kept until the next event is over, whichever it shows: it is one of the past then", async () => {
    const [london] = await backend.sql`
      insert into events (slug, chapter_id, kind, title, zone, starts_local, ends_local, starts_at, ends_at, format, venue, state)
      select 'runs', ${chapters.london}, 'meetup', '{"kk": "Кездесу"}', 'Etc/UTC', at, at + interval '2 hours', at at time zone 'UTC', (at + interval '2 hours') at time zone 'UTC',
             'on_site', 'Strand', 'published'
      from (select now() at time zone 'UTC' - interval '115 minutes' as at) begun returning ends_at`;
    for (const search of ["", "?when=past", "?country=CZ", "?day=2030-03-01"]) {
      const until = Date.parse((await open(search)).headers.get("X-Page-Until") ?? "");
      expect([search, until <= london?.ends_at.getTime()]).toEqual([search, true]);
    }
    await backend.sql`delete from events where slug = 'runs'`;
  });

  test.each(["week", "month"])("of a %s is kept until a day begins somewhere", async (when) => {
    const until = Date.parse((await open(`?when=${when}`)).headers.get("X-Page-Until") ?? "");
    expect(until - Date.now()).toBeLessThanOrEqual(15 * 60 * 1000);
  });

  test("of a day or of a month holds theirs, and shows the month beside it", async () => {
    for (const asked of ["?day=2030-03-01", "?month=2030-03"]) {
      const { page } = await open(asked);
      expect([page.list?.rows.map(({ slug }) => slug), page.month.name]).toEqual([["open"], "2030-03"]);
    }
    expect((await open("?day=2030-03-02")).page.list).toMatchObject({ total: 0 });
    expect((await open("")).page.month.name).toBe(thisMonth);
  });

  test("names the calendar of what it shows, whenever it is", async () => {
    const { page } = await open("?kind=meetup&country=GB&city=gb-london&when=past");
    expect(new URL(page.calendar).pathname + new URL(page.calendar).search).toBe("/kk/events.ics?country=GB&city=gb-london&kind=meetup");
    expect(new URL((await open("?view=month&month=2030-03")).page.calendar).search).toBe("");
  });
});

describe("the calendar", () => {
  const linesOf = (data: unknown) => String(data).replace(/\r\n[ \t]/g, "").split("\r\n");
  const take = async (search = "", browser = new Browser(), locale = "kk") => {
    const { status, headers, data } = await browser.get(calendar.loader, `/${locale}/events.ics${search}`);
    return { status, headers, lines: linesOf(data) };
  };
  const uids = (lines: string[]) => lines.filter((line) => line.startsWith("UID:"));
  const ofOpen = [`UID:${events.open}@kazalliance`];

  test("holds the events that the filters let through, in the language of the address", async () => {
    const { lines, headers } = await take("?country=GB");
    expect(headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    expect(uids(lines)).toEqual(ofOpen);
    expect(lines).toEqual(expect.arrayContaining(["SUMMARY:Кездесу", "X-WR-CALNAME:ҚазАльянс · Ұлыбритания", "DTSTART:20300301T180000Z"]));
    expect(lines.find((line) => line.startsWith("URL:"))).toMatch(/\/kk\/events\/open$/);
    expect(uids((await take("?country=CZ")).lines)).toEqual([]);
    expect((await take("?kind=meetup&format=on_site&language=kk", undefined, "en")).lines).toContain("X-WR-CALNAME:KazAlliance · Meet-up · In person · Kazakh");
  });

  test("passes over what is no filter", async () => {
    expect((await take("?country=&kind=nothing&page=9&month=2020-01&x=1")).lines).toEqual((await take()).lines);
  });

  test("holds what is everybody's, also for a member who may see more", async () => {
    const { browser: member } = await newMember(backend, { home: chapters.london });
    expect((await open("", member)).page.list?.total).toBeGreaterThan(1);
    expect(uids((await take("", member)).lines)).toEqual(ofOpen);
  });

  test("is kept as the events are, and not emptied by places that are taken", async () => {
    const { headers } = await take();
    expect(headers.get("X-Page-Tags")).toBe("events chapters places");
    expect(headers.get("X-Page-Until")).toMatch(/T00:00:00\.000Z$/);
  });

  test("of a chapter holds it and those below, under its name; of none there is none", async () => {
    const ofChapter = async (slug: string) => {
      const { status, data } = await new Browser().get(chapterCalendar.loader, `/kk/chapters/${slug}.ics`, { params: { slug } });
      return { status, lines: linesOf(data) };
    };
    await backend.sql`update events set chapter_id = ${chapters.kings} where id = ${events.open}`;
    expect((await ofChapter("london")).lines).toContain("X-WR-CALNAME:ҚазАльянс · Лондон бөлімшесі");
    expect((await ofChapter("kings")).lines).toContain("X-WR-CALNAME:ҚазАльянс · King’s College London");
    for (const slug of ["united-kingdom", "london", "kings"]) expect(uids((await ofChapter(slug)).lines)).toEqual(ofOpen);
    expect(uids((await ofChapter("prague")).lines)).toEqual([]);
    expect((await ofChapter("nothing")).status).toBe(404);
    await backend.sql`update events set chapter_id = ${chapters.london} where id = ${events.open}`;
  });
});
