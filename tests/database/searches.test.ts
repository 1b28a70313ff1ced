import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { freshDatabase, tryAs, type TestDatabase } from "../support/database";
import { daniyar, type Person } from "../support/people";
import { chapters, events } from "./fixture";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase("fixture");
  const { sql } = database;
  await sql`insert into countries (iso2, name, region) values ('CN', '{"kk": "Қытай", "en": "China"}', 'East Asia')`;
  await sql`insert into cities (id, country_iso2, name, name_local, lat, lon, zone)
    values ('cn-beijing', 'CN', '{"kk": "Бейжің", "en": "Beijing"}', '北京', 39.9, 116.4, 'Asia/Shanghai')`;
  await sql`insert into universities (id, city_id, name, name_native) values ('cn-tsinghua', 'cn-beijing', 'Tsinghua University', '清华大学')`;
  const chapter = { summary: { kk: "Бөлімше" }, zone: "Asia/Shanghai", country_iso2: "CN", city_id: "cn-beijing" };
  const [beijing] = await sql`with china as (
      insert into chapters ${sql({ ...chapter, city_id: null, slug: "china", kind: "country", name: { kk: "Қытай" } })} returning id)
    insert into chapters (slug, kind, parent_id, country_iso2, city_id, name, summary, zone)
    select 'beijing', 'city', id, 'CN', 'cn-beijing', '{"kk": "Бейжің"}', '{"kk": "Бөлімше"}', 'Asia/Shanghai' from china returning id`;
  await sql`insert into chapters ${sql({ ...chapter, slug: "tsinghua", kind: "university", parent_id: beijing?.id, university_id: "cn-tsinghua", name: { en: "Tsinghua University" } })}`;
  await sql`insert into events ${sql({
    slug: "new-year", chapter_id: beijing?.id, kind: "meetup", title: { kk: "Жаңа жыл" }, zone: "Asia/Shanghai", starts_local: "2030-01-01T18:00", ends_local: "2030-01-01T20:00",
    starts_at: "2030-01-01T10:00Z", ends_at: "2030-01-01T12:00Z", format: "on_site", city_id: "cn-beijing", venue: "五道口", visibility: "everyone", state: "published",
  })}`;
});
afterAll(() => database.drop());

/** The four searches: who searches, and the names of everything that can be found. */
const searches: Record<string, { by: Person | null; call: string; name: string; all: string[] }> = {
  chapters: { by: null, call: "search_chapters('kk', 1, q => $1, country => 'CN')", name: "slug", all: ["beijing", "china", "tsinghua"] },
  events: { by: null, call: "list_events(q => $1)", name: "slug", all: ["new-year", "open"] },
  members: { by: daniyar, call: `chapter_members('${chapters.london}', q => $1)`, name: "surname", all: ["aigerim", "daniyar", "kamila", "timur"] },
  attendees: { by: daniyar, call: `event_attendees('${events.open}', q => $1)`, name: "surname", all: ["aigerim", "madina", "zhanel"] },
};
async function found(search: string, q: string | null): Promise<string[]> {
  const { by, call, name } = searches[search] ?? { by: null, call: "", name: "" };
  const [row] = await tryAs(database.sql, by, (tx) => tx.unsafe(`select public.${call} as answer`, [q]));
  const { total, rows } = row?.answer as { total: number; rows: Record<string, string>[] };
  expect(total).toBe(rows.length);
  return rows.map((entry) => entry[name] ?? "").sort();
}

describe.each(Object.entries(searches))("a search among %s", (search, { all }) => {
  test.each([null, "", "   ", "\t\n"])("finds all of them where nothing is typed: %j", async (q) => {
    expect(await found(search, q)).toEqual(all);
  });

  test.each(["zzzz", "Aa", "eee!", "ее"])("finds nothing by %j, one letter again and again", async (q) => {
    expect(await found(search, q)).toEqual([]);
  });

  test.each(["!!!", "-", "(", "! ! !", "🙂", "   ?   ", "ლონდონი", "復旦"])("finds nothing by %j, which stands in no name", async (q) => {
    expect(await found(search, q)).toEqual([]);
  });
});

describe("a name in a script of its own, or its first letters, is found as it is written", () => {
  test.each([
    ["chapters", "清华大学", ["tsinghua"]],
    ["chapters", "清华", ["tsinghua"]],
    ["chapters", "北京", ["beijing", "tsinghua"]],
    ["chapters", "Tsinghua 清华大学", ["tsinghua"]],
    ["chapters", "ТУ", ["tsinghua"]],
    ["events", "北京", ["new-year"]],
    ["events", " 五道口 ", ["new-year"]],
  ])("%s by «%s»", async (search, q, names) => {
    expect(await found(search, q)).toEqual(names);
  });

  test("of a member and of one who comes to an event", async () => {
    await database.sql`update members set latin_name = '阿依格琳' where surname = 'aigerim'`;
    expect([await found("members", "阿依"), await found("attendees", "阿依")]).toEqual([["aigerim"], ["aigerim"]]);
  });
});

test("what is looked for is folded in a time that grows with its length alone", async () => {
  const folded = await database.sql.begin(async (tx) => {
    await tx`set local statement_timeout = '5s'`;
    const [row] = await tx<{ long: number; doubled: string }[]>`select length(private.fold(repeat('x', 3000))) as long, private.fold('Aallaa 1000 ддд') as doubled`;
    return row;
  });
  expect(folded).toEqual({ long: 6000, doubled: "ala 1000 d" });
});

test.each([
  ["https://www.ucl.ac.uk", "ucl"],
  ["https://web.mit.edu/", "web.mit"],
  ["https://www.msu.ru", "msu"],
  ["http://www2.itu.edu.tr/en?a=b", "itu"],
  [null, null],
])("the university at %s calls itself %s", async (website, name) => {
  expect((await database.sql`select private.name_in_address(${website}) as name`)[0]?.name).toBe(name);
});

test.each([
  ["Московский государственный университет имени М. В. Ломоносова", "Мгу"],
  ["Технический университет имени Т. Г. Шевченко и музей имени", "Ту"],
  ["Санкт-Петербургский горный университет", "СПгу"],
  ["National Research University «Higher School of Economics»", "NRUHSE"],
  ["Orta Doğu Teknik Üniversitesi", "ODTÜ"],
  ["清华大学", null],
  [null, null],
])("%s is said as %s", async (name, initials) => {
  expect((await database.sql`select private.initials(${name}) as initials`)[0]?.initials).toBe(initials);
});

test("a university's chapter is found by the name that it has in its own address", async () => {
  const [row] = await tryAs(database.sql, null, (tx) => tx.unsafe("select search_chapters('kk', 1, q => 'KCL') #>> '{rows,0,slug}' as slug"));
  expect(row?.slug).toBe("kings");
});
