import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { connectBackend } from "~/core/supabase/backend.server";
import { refreshFigures } from "~/features/insights/jobs.server";
import type { ShownFigures } from "~/features/insights/queries.server";
import { isBalanced, unbalanced } from "~/features/insights/rules";
import * as figuresPage from "~/routes/_coordinate.figures";
import * as figuresFile from "~/routes/_coordinate.figures[.]csv";

import { chapters } from "../database/fixture";
import { submitSignIn, makeAccount } from "../support/accounts";
import { Browser } from "../support/browser";
import { runAs, freshBackend, type TestBackend } from "../support/database";
import { aigerim, asel, daniyar, erlan, madina, people, saule, timur, zhanel, type Person } from "../support/people";

let backend: TestBackend;
const browsers = new Map<Person | null, Browser>();

/** Creates this month's changes among the ten people of the fixture. */
async function tellTheMonth(): Promise<void> {
  const { sql } = backend;
  const ends = (person: Person, reason: string) =>
    sql`update memberships set during = tstzrange(lower(during), now()), end_reason = ${reason} where member_id = ${person.member} and kind = 'home' and upper_inf(during)`;
  // A transfer between chapters of different countries: King's College London → Prague.
  await ends(zhanel, "transferred");
  await sql`insert into memberships (member_id, chapter_id, kind, during, start_reason) values (${zhanel.member}, ${chapters.prague}, 'home', tstzrange(now(), null), 'transferred')`;
  await ends(timur, "left");
  await ends(madina, "graduated");
  // A guest membership; her home stays London.
  await sql`insert into memberships (member_id, chapter_id, kind, during, start_reason) values (${aigerim.member}, ${chapters.manchester}, 'guest', tstzrange(now(), null), 'guest_semester')`;
  const [bolat] = await sql<{ id: string }[]>`insert into members (surname, given_name) values ('Сейіт', 'Болат') returning id`;
  await sql`insert into memberships (member_id, chapter_id, kind, during, start_reason) values (${bolat?.id ?? null}, ${chapters.manchester}, 'home', tstzrange(now(), null), 'joined')`;
  await sql`select refresh_figures()`;
}

/** A browser for a person of the fixture, signed in once. */
async function browserOf(person: Person | null): Promise<Browser> {
  const known = browsers.get(person);
  if (known) return known;
  const browser = new Browser();
  browsers.set(person, browser);
  if (!person) return browser;
  const { id, email } = await makeAccount(backend);
  if (person.member) await backend.sql`update members set user_id = ${id} where id = ${person.member}`;
  expect((await submitSignIn(browser, email)).status).toBe(302);
  return browser;
}

const open = async (person: Person | null, search = "") => (await browserOf(person)).get(figuresPage.loader, `/kk/figures${search}`);
const take = async (person: Person | null, search: string, lang = "kk") => (await browserOf(person)).get(figuresFile.loader, `/${lang}/figures.csv${search}`);
async function see(person: Person, search = ""): Promise<ShownFigures> {
  const answer = await open(person, search);
  expect(answer.status).toBe(200);
  return (answer.data as { figures: ShownFigures }).figures;
}
const lastOf = ({ months }: ShownFigures) => {
  const { start, joins, leaves, movedIn, movedOut, changed, end } = months.at(-1) ?? fail();
  return { start, joins, leaves, movedIn, movedOut, changed, end };
};
const fail = (): never => {
  throw new Error("no month was answered");
};
const flow = (start: number, joins: number, leaves: number, movedIn: number, movedOut: number, end: number) => ({ start, joins, leaves, movedIn, movedOut, changed: 0, end });

beforeAll(async () => {
  backend = await freshBackend("fixture");
  connectBackend(backend.backend);
  await tellTheMonth();
});
afterAll(() => backend.drop());

describe("who sees the figures", () => {
  test("a visitor is asked to sign in, and comes back to the same choice", async () => {
    const answer = await open(null, "?country=GB&slice=degree.master");
    expect(answer.status).toBe(302);
    expect(answer.to).toBe(`/kk/sign-in?to=${encodeURIComponent("/kk/figures?country=GB&slice=degree.master")}`);
    expect((await take(null, "?table=months")).status).toBe(302);
  });

  test.each([
    ["a member", aigerim],
    ["a president of one chapter", daniyar],
    ["the president of a country, who is no coordinator", asel],
  ])("for %s there is no such page and no such file", async (_who, person) => {
    expect((await open(person)).status).toBe(404);
    expect((await open(person, "?chapter=london")).status).toBe(404);
    expect((await take(person, "?table=months&chapter=london")).status).toBe(404);
  });

  test("a coordinator of the world lands on the world and opens every place", async () => {
    const world = await see(saule);
    expect(world.place).toMatchObject({ kind: "world", country: null });
    expect(world.countries.map(({ key }) => key).sort()).toEqual(["CZ", "GB"]);
    expect((await see(saule, "?country=CZ")).place).toMatchObject({ kind: "country", country: "CZ" });
    expect((await see(saule, "?city=gb-london")).place).toMatchObject({ kind: "city", country: "GB", city: "gb-london" });
    expect((await see(saule, "?chapter=kings")).place).toMatchObject({ kind: "chapter", above: [{ key: "GB" }, { key: "london" }] });
  });

  test("a coordinator of a country lands on it, and other places do not exist", async () => {
    const own = await see(erlan);
    expect(own.place).toMatchObject({ kind: "country", country: "GB" });
    expect(own.countries.map(({ key }) => key)).toEqual(["GB"]);
    expect((await see(erlan, "?chapter=manchester")).place.kind).toBe("chapter");
    for (const foreign of ["?country=CZ", "?city=cz-prague", "?chapter=prague", "?country=XX", "?chapter=atlantis"]) {
      expect((await open(erlan, foreign)).status).toBe(404);
      expect((await take(erlan, `${foreign}&table=months`)).status).toBe(404);
    }
    // A chapter that is left over from another country's selection is ignored.
    expect((await see(erlan, "?country=GB&chapter=prague")).place).toMatchObject({ kind: "country", country: "GB" });
  });
});

describe("the numbers of a known month", () => {
  test("of the world: ten people, one joins, one leaves, one graduates, one moves; a guest counts nowhere", async () => {
    expect(lastOf(await see(saule))).toEqual(flow(10, 1, 2, 1, 1, 9));
  });

  test("of the country that was left, and of the one that was reached", async () => {
    expect(lastOf(await see(saule, "?country=GB"))).toEqual(flow(8, 1, 2, 0, 1, 6));
    expect(lastOf(await see(saule, "?country=CZ"))).toEqual(flow(2, 0, 0, 1, 0, 3));
  });

  test("of a city with its university, and of chapters with what is below them", async () => {
    expect(lastOf(await see(saule, "?city=gb-london"))).toEqual(flow(5, 0, 1, 0, 1, 3));
    expect(lastOf(await see(saule, "?chapter=london"))).toEqual(flow(5, 0, 1, 0, 1, 3));
    expect(lastOf(await see(saule, "?chapter=kings"))).toEqual(flow(1, 0, 0, 0, 1, 0));
    expect(lastOf(await see(saule, "?chapter=manchester"))).toEqual(flow(1, 1, 1, 0, 0, 1));
  });

  test("months follow one another, closed but for the one that runs", async () => {
    const { months } = await see(saule, "?months=60");
    expect(unbalanced(months, true)).toEqual([]);
    expect(months.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
    expect(months.at(-1)?.isClosed).toBe(false);
    expect(months[0]).toMatchObject({ month: "2025-09", start: 0, joins: 10, end: 10 });
  });

  test("until a month that is over, nothing later is in it", async () => {
    const { months } = await see(saule, "?year=2025&month=12");
    expect(months.map(({ month }) => month)).toEqual(["2025-09", "2025-10", "2025-11", "2025-12"]);
    expect(lastOf({ months } as ShownFigures)).toEqual(flow(10, 0, 0, 0, 0, 10));
  });

  test("by degree, field and home region add up to all members", async () => {
    const { madeOf, members } = await see(saule);
    expect(members).toBe(9);
    expect(madeOf.every(isBalanced)).toBe(true);
    for (const dimension of ["degree", "field", "region"] as const) {
      const parts = madeOf.filter((part) => part.dimension === dimension);
      expect(parts.reduce((sum, { end }) => sum + end, 0)).toBe(9);
      expect(parts.find(({ value }) => value === "unknown")).toMatchObject({ joins: 1, end: 1 });
    }
  });
});

describe("filters", () => {
  test("a slice counts its own people alone", async () => {
    expect(lastOf(await see(saule, "?slice=degree.master"))).toEqual(flow(10, 0, 2, 1, 1, 8));
    expect(lastOf(await see(saule, "?slice=degree.phd"))).toEqual(flow(0, 0, 0, 0, 0, 0));
    expect(lastOf(await see(erlan, "?slice=region.kz-abai"))).toEqual(flow(8, 0, 2, 0, 1, 5));
  });

  test("what was not kept is said, and is no nought", async () => {
    const city = await see(saule, "?city=gb-london&slice=degree.master");
    expect(city.months.slice(0, -1).every(({ isKept }) => !isKept)).toBe(true);
    expect(city.months.at(-1)).toMatchObject({ isKept: true, end: 3 });
    const past = await see(saule, "?country=GB&parts=city&slice=degree.master&year=2026&month=1");
    expect(past.places).toMatchObject({ areKept: false, rows: [] });
    expect((await see(saule, "?city=gb-london&year=2026&month=1")).madeOf).toEqual([]);
  });

  test("places are listed inside the place shown, by numbers or by the Kazakh alphabet", async () => {
    const names = ({ places }: ShownFigures) => places.rows.map(({ name }) => name.kk);
    expect(names(await see(saule))).toEqual(["Ұлыбритания", "Чехия"]);
    expect(names(await see(saule, "?sort=members"))).toEqual(["Чехия", "Ұлыбритания"]);
    expect(names(await see(saule, "?sort=-name"))).toEqual(["Чехия", "Ұлыбритания"]);
    expect(names(await see(erlan, "?parts=city"))).toEqual(["Лондон", "Манчестер"]);
    expect(names(await see(erlan, "?parts=chapter&sort=name"))).toEqual(["Лондон", "Манчестер", "Ұлыбритания", "King’s College London"]);
    expect(names(await see(saule, "?chapter=london"))).toEqual(["King’s College London"]);
  });

  test("growth is measured from the end of the same month a year before, and only where that is known", async () => {
    const [britain] = (await see(saule)).places.rows;
    expect(britain).toMatchObject({ key: "GB", end: 6, yearAgo: 8 });
    expect((await see(saule, "?year=2026&month=1")).places.rows[0]?.yearAgo).toBeNull();
  });

  test("nonsense in the address is passed over, and empty selects are tidied away", async () => {
    expect((await see(saule, "?months=7&slice=age.20&sort=drop&year=x&parts=galaxy")).place.kind).toBe("world");
    expect(await open(saule, "?country=GB&city=&chapter=&slice=")).toMatchObject({ status: 302, to: "/kk/figures?country=GB" });
  });
});

describe("a table to take along", () => {
  const rowsOf = (text: unknown, delimiter = ";") => parse(String(text), { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true }) as string[][];

  test("holds the months of the page, and above them what they are", async () => {
    const [page, file] = [await see(erlan), await take(erlan, "?table=months")];
    expect(file.headers.get("content-type")).toContain("text/csv");
    expect(file.headers.get("cache-control")).toContain("no-store");
    expect(file.headers.get("content-disposition")).toMatch(/filename="kazalliance-months-gb-\d{4}-\d{2}\.csv"/);
    const rows = rowsOf(file.data);
    expect(rows.slice(1, 3).map(([, value]) => value)).toEqual(["Ұлыбритания", "Барлық мүше"]);
    expect(rows.some(([, value]) => value === new Date(page.months.at(-1)?.asOf ?? 0).toISOString())).toBe(true);
    const numbers = rows.slice(-page.months.length).map(([name, ...cells]) => [name, ...cells.slice(0, 7).map(Number)]);
    expect(numbers).toEqual(page.months.map((each) => [each.month, each.start, each.joins, each.leaves, each.movedIn, each.movedOut, each.changed, each.end]));
  });

  test("holds the places of the page in its order, and every one of them", async () => {
    const [page, file] = [await see(saule, "?parts=chapter&sort=name"), await take(saule, "?parts=chapter&sort=name&table=places")];
    const rows = rowsOf(file.data).slice(-page.places.total);
    expect(rows.map(([, code, , , , , , , , end]) => [code, Number(end)])).toEqual(page.places.rows.map(({ key, end }) => [key, end]));
  });

  test.each(["degree", "field", "region"] as const)("holds the members by %s", async (table) => {
    const [page, file] = [await see(saule), await take(saule, `?table=${table}`, "en")];
    const parts = page.madeOf.filter(({ dimension }) => dimension === table);
    const rows = rowsOf(file.data, ",").slice(-parts.length);
    expect(rows.map(([, code, ...cells]) => [code, Number(cells[6])])).toEqual(parts.map(({ value, end }) => [value, end]));
  });

  test.each([
    ["?country=CZ&chapter=london", "cz"],
    ["?city=gb-manchester&chapter=london", "gb-manchester"],
    ["?country=GB&chapter=london", "london"],
    ["?city=gb-london", "gb-london"],
    ["", "world"],
  ])("of %s is named after the place in it", async (search, place) => {
    const file = await take(saule, `${search}${search ? "&" : "?"}table=places`);
    expect(file.headers.get("content-disposition")).toMatch(new RegExp(`filename="kazalliance-places-${place}-\\d{4}-\\d{2}\\.csv"`));
  });

  test("of another name does not exist", async () => {
    expect((await take(saule, "?table=members")).status).toBe(404);
    expect((await take(saule, "")).status).toBe(404);
  });
});

describe("counting anew", () => {
  const membersNow = async () => lastOf(await see(saule));

  test("a member who joins moves the figures by one, once they are counted again", async () => {
    await refreshFigures(new Date());
    const before = await membersNow();
    await runAs(backend.sql, { ...people.timur, account: await accountOf(timur) }, (tx) => tx`select join_chapter(${chapters.kings}, 'home', null)`);
    expect(await membersNow()).toEqual(before);
    expect(await refreshFigures(new Date())).toBe(true);
    expect(await membersNow()).toEqual({ ...before, joins: before.joins + 1, end: before.end + 1 });
    expect(await refreshFigures(new Date())).toBe(false);
  });

  test("a month that has ended is counted once more when it closes, although nobody comes or goes", async () => {
    const counts = (moment: string) => refreshFigures(new Date(moment));
    await counts("2031-01-31T23:59:00Z");
    expect(await counts("2031-01-31T23:59:50Z")).toBe(false);
    // The new month begins; the old one closes a minute later, by the database's clock.
    expect([await counts("2031-02-01T00:00:10Z"), await counts("2031-02-01T00:00:40Z")]).toEqual([true, false]);
    expect([await counts("2031-02-01T00:06:00Z"), await counts("2031-02-01T00:06:30Z")]).toEqual([true, false]);
  });

  test("two counts at once do no harm, and closed months stay as they are", async () => {
    const prints = async () =>
      (await backend.sql`select md5(string_agg(f::text, '|' order by f::text)) as print from figures f join figure_months m using (month) where m.is_closed`)[0]?.print as string;
    const [before, page] = [await prints(), await membersNow()];
    // A fact entered late: somebody was a member last winter.
    const [late] = await backend.sql<{ id: string }[]>`insert into members (surname, given_name) values ('Кеш', 'Ерен') returning id`;
    await backend.sql`insert into memberships (member_id, chapter_id, kind, during, start_reason, end_reason)
      values (${late?.id ?? null}, ${chapters.prague}, 'home', '[2026-01-10,2026-02-10)', 'joined', 'left')`;
    await Promise.all(Array.from({ length: 4 }, () => backend.sql`select refresh_figures()`));
    expect(await prints()).toBe(before);
    expect(await membersNow()).toEqual(page);
    expect((await backend.sql`select scope_kind, scope_id, dimension, value, month from figures group by 1, 2, 3, 4, 5 having count(*) > 1`).length).toBe(0);
  });

  const accountOf = async ({ member }: Person) => {
    const [row] = await backend.sql<{ account: string }[]>`select user_id as account from members where id = ${member}`;
    return row?.account ?? fail();
  };
});

describe("before anybody joins", () => {
  test("the page says that there is nothing yet", async () => {
    const empty = await freshBackend();
    connectBackend(empty.backend);
    try {
      const { id, email } = await makeAccount(empty);
      const [member] = await empty.sql<{ id: string }[]>`insert into members (user_id, surname, given_name) values (${id}, 'Омар', 'Сәуле') returning id`;
      await empty.sql`insert into coordinators (member_id, scope, during) values (${member?.id ?? null}, 'world', tstzrange(now() - interval '1 hour', now() + interval '1 day'))`;
      const browser = new Browser();
      await submitSignIn(browser, email);
      const answer = await browser.get(figuresPage.loader, "/kk/figures");
      expect(answer.status).toBe(200);
      expect((answer.data as { figures: ShownFigures }).figures).toMatchObject({ first: null, last: null, months: [], members: 0, madeOf: [] });
    } finally {
      connectBackend(backend.backend);
      await empty.drop();
    }
  });
});
