import { afterAll, beforeEach, describe, expect, test } from "vitest";

import { freshDatabase, tryAs, type TestDatabase } from "../support/database";
import { aigerim, daniyar, saule, type Person } from "../support/people";
import { chapters } from "./fixture";

let database: TestDatabase;
beforeEach(async () => {
  await database?.drop();
  database = await freshDatabase("fixture");
});
afterAll(() => database.drop());

/** The result of an API call made by a visitor. */
const ask = async <T>(call: string) => (await tryAs(database.sql, null, (tx) => tx.unsafe(`select public.${call} as answer`)))[0]?.answer as T;
/** Gives a place of the fixture that many members. */
const count = (scope: string, members: number) => database.sql`
  update figures set at_start = ${members}, joins = 0, leaves = 0, moved_in = 0, moved_out = 0, at_end = ${members} where scope_id = ${scope} and dimension = 'all'`;

describe("a place with ten members or fewer looks like one where nobody is", () => {
  type Place = { members: number | null };
  const told = async () => {
    const map = await ask<Place & { countries: Place[]; cities: (Place & { id: string })[] }>("world_map('kk')");
    const finder = await ask<{ groups: (Place & { shown: Place[] })[] }>("chapters_by_country('kk', 1)");
    return { world: [map], country: [...map.countries, ...finder.groups], city: map.cities, chapter: finder.groups.flatMap(({ shown }) => shown) };
  };

  test.each(["world", "country", "city", "chapter"] as const)("among the figures of each %s", async (kind) => {
    const places = (await told())[kind];
    expect(places.length).toBeGreaterThan(0);
    expect(places.map(({ members }) => members)).toEqual(places.map(() => null));
  });

  test("and eleven are told, rounded", async () => {
    await count("gb-london", 11);
    expect((await told()).city.filter(({ members }) => members !== null)).toMatchObject([{ id: "gb-london", members: 10 }]);
  });
});

describe("an order tells no more than the numbers beside it", () => {
  const inOrder = async () => {
    const [finder, page] = [
      await ask<{ groups: { iso2: string; shown: { slug: string }[] }[] }>("chapters_by_country('kk', 1)"),
      await ask<{ below: { slug: string }[] }>("chapter_page('united-kingdom')"),
    ];
    const slugs = (rows: { slug: string }[] = []) => rows.map(({ slug }) => slug);
    return { finder: slugs(finder.groups.find(({ iso2 }) => iso2 === "GB")?.shown), page: slugs(page.below) };
  };
  const counts = async (members: [kings: number, london: number, manchester: number]) => {
    for (const [index, chapter] of [chapters.kings, chapters.london, chapters.manchester].entries()) await count(chapter, members[index] ?? 0);
  };

  test.each([
    ["ten or fewer", [1, 5, 9]],
    ["what is rounded to the same number", [13, 14, 17]],
  ] satisfies [string, [number, number, number]][])("chapters with %s stand by their names", async (_case, members) => {
    await counts(members);
    expect(await inOrder()).toEqual({ finder: ["kings", "london", "manchester"], page: ["london", "manchester"] });
  });

  test("the largest as published comes first", async () => {
    await counts([3, 13, 18]);
    expect(await inOrder()).toEqual({ finder: ["manchester", "london", "kings"], page: ["manchester", "london"] });
  });
});

describe("a count of the figures", () => {
  const pageVersions = () => tryAs(database.sql, null, (tx) => tx`select tag, version, changed_at from page_versions order by tag`);
  const seen = async () => [await pageVersions(), await ask("world_map('kk')"), await ask("chapter_page('london')")];
  const recount = () => database.sql`select private.refresh_figures()`;
  /** Adds that many members in Prague. */
  const comeToPrague = (people: number) => database.sql`
    with fresh as (insert into members (surname, given_name) select 'Жаңа', 'Мүше' from generate_series(1, ${people}) returning id)
    insert into memberships (member_id, chapter_id, kind, during, start_reason) select id, ${chapters.prague}, 'home', tstzrange(now(), null), 'joined' from fresh`;

  test("leaves no trace for a visitor while no published number is another: who asks again and again counts no single change", async () => {
    await comeToPrague(13);
    await recount();
    const before = await seen();
    for (let one = 0; one < 2; one += 1) {
      await comeToPrague(1);
      await recount();
    }
    // Prague goes from fifteen to seventeen members, both published as fifteen; the world from twenty-three to twenty-five, both published as twenty-five.
    expect(await seen()).toEqual(before);
    await comeToPrague(1);
    await recount();
    expect(await seen()).not.toEqual(before);
  });

  test("says its moment to those alone who read figures", async () => {
    const moments = (person: Person | null) => tryAs(database.sql, person, (tx) => tx`select as_of from figure_months`);
    await expect(moments(null)).rejects.toMatchObject({ code: "42501" });
    expect([(await moments(aigerim)).length, (await moments(daniyar)).length > 0, (await moments(saule)).length > 0]).toEqual([0, true, true]);
  });
});
