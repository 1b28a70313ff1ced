import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { loadDemo } from "../../supabase/seed/load-demo";
import { freshDatabase, type TestDatabase } from "../support/database";
import { flowsOf, isBalanced, nothing, readMonths, readPlaces, readSpells, scopesOf, type Flow, type Month, type Place, type Spell } from "./timeline";

let database: TestDatabase;
let spells: Spell[];
let months: Month[];
let places: Map<string, Place>;
let scopes: (chapter: string) => string[];
let told: Map<string, Map<string, Flow>>;

beforeAll(async () => {
  database = await freshDatabase();
  await loadDemo({ databaseUrl: database.url, projectDir: process.cwd(), members: 3000, events: 40, log: () => {} });
  [spells, months] = [await readSpells(database.sql), await readMonths(database.sql)];
  places = new Map((await readPlaces(database.sql)).map((place) => [place.id, place]));
  const known = new Map([...places.keys()].map((id) => [id, scopesOf(id, places)]));
  scopes = (chapter) => known.get(chapter) ?? [];
  told = new Map(months.map((month) => [month.name, flowsOf(spells, month, scopes)]));
}, 120_000);
afterAll(() => database.drop());

/** Chapters and months whose sums do not add up, with the members recounted at both ends. */
function unbalanced(timeline: Spell[], counted: Month[]): string[] {
  const own = (chapter: string) => [chapter];
  return counted.flatMap((month) =>
    [...flowsOf(timeline, month, own)].filter(([, flow]) => !isBalanced(flow)).map(([chapter, flow]) => `${month.name} ${chapter} ${JSON.stringify(flow)}`),
  );
}

describe("membership adds up", () => {
  test("for ten years and more, and for thousands of lives", () => {
    expect(months.length).toBeGreaterThan(120);
    expect(spells.length).toBeGreaterThan(4000);
    expect(new Set(spells.map(({ startReason, endReason }) => `${startReason} ${endReason}`)).size).toBeGreaterThan(6);
  });

  test("in every chapter and month: start + joins − leaves ± transfers = end", () => {
    expect(unbalanced(spells, months)).toEqual([]);
  });

  test("a life with a hole in it is noticed: the transfer that never arrived", () => {
    const lost = spells.find(({ startReason, from }) => startReason === "transferred" && from < (months.at(-3)?.from ?? 0));
    expect(lost).toBeDefined();
    const world = (timeline: Spell[]) => months.map((month) => flowsOf(timeline, month, () => ["world"]).get("world") ?? nothing());
    const strays = (timeline: Spell[]) => world(timeline).filter(({ movedIn, movedOut }) => movedIn !== movedOut).length;
    expect(strays(spells)).toBe(0);
    expect(strays(spells.filter((spell) => spell !== lost))).toBe(1);
  });

  test("the end of a month is the start of the next, as PostgreSQL counts at that moment", async () => {
    for (const month of months.filter((_month, index) => index % 17 === 3)) {
      const rows = await database.sql<{ chapter: string; here: number }[]>`
        select chapter_id as chapter, count(*)::int as here from public.memberships
        where kind = 'home' and during @> to_timestamp(${month.from / 1000}) group by chapter_id`;
      const flows = flowsOf(spells, month, (chapter) => [chapter]);
      const here = [...flows].filter(([, { start }]) => start > 0).map(([chapter, { start }]) => `${chapter} ${start}`);
      expect(here.sort()).toEqual(rows.map(({ chapter, here: count }) => `${chapter} ${count}`).sort());
    }
  });
});

type Figure = Flow & { month: string; scope: string };
const readFigures = () => database.sql<Figure[]>`
  select to_char(month, 'YYYY-MM') as month, scope_kind || ' ' || scope_id as scope, at_start as start, joins, leaves, moved_in as "movedIn",
         moved_out as "movedOut", at_end as "end"
  from public.figures where dimension = 'all'`;

/** Summary rows that differ from the timeline, and rows missing on either side. */
function differences(figures: Figure[]): string[] {
  const seen = new Set<string>();
  const wrong = figures.flatMap(({ month, scope, ...figure }) => {
    seen.add(`${month} ${scope}`);
    const flow = told.get(month)?.get(scope) ?? nothing();
    return JSON.stringify(flow) === JSON.stringify({ ...nothing(), ...figure }) ? [] : [`${month} ${scope}: ${JSON.stringify({ figure, flow })}`];
  });
  const absent = [...told].flatMap(([month, flows]) =>
    [...flows].filter(([scope, flow]) => !seen.has(`${month} ${scope}`) && Object.values(flow).some((value) => value > 0)).map(([scope]) => `${month} ${scope}: absent`),
  );
  return [...wrong, ...absent];
}

describe("summaries", () => {
  test("say of the world, each country, city and chapter what the timeline says", async () => {
    expect(differences(await readFigures())).toEqual([]);
  });

  test("a summary off by one is noticed", async () => {
    const figures = await readFigures();
    const [first, ...others] = figures;
    if (!first) throw new Error("no figures");
    expect(differences([{ ...first, joins: first.joins + 1 }, ...others])).toHaveLength(1);
    expect(differences(others)).toHaveLength(1);
  });

  test("by degree, field and region add up to all, in the world and in each country", async () => {
    const rows = await database.sql`
      select total.month, total.scope_id, part.dimension
      from public.figures total
      join lateral (
        select dimension, sum(at_start)::int as at_start, sum(joins)::int as joins, sum(leaves)::int as leaves, sum(at_end)::int as at_end, sum(changed)::int as changed
        from public.figures where month = total.month and scope_kind = total.scope_kind and scope_id = total.scope_id and dimension <> 'all' group by dimension
      ) part on (part.at_start, part.joins, part.leaves, part.at_end, part.changed) is distinct from (total.at_start, total.joins, total.leaves, total.at_end, 0)
      where total.dimension = 'all' and total.scope_kind in ('world', 'country')`;
    expect(rows).toEqual([]);
  });

  test("a closed month stays as it is when a fact arrives late", async () => {
    const before = await database.sql`select md5(string_agg(figures::text, '|' order by figures::text)) as print from public.figures where month < date_trunc('month', now())`;
    await database.sql`delete from public.memberships where id in (select id from public.memberships where kind = 'home' and upper(during) < now() - interval '2 years' limit 20)`;
    await database.sql`select private.refresh_figures()`;
    const after = await database.sql`select md5(string_agg(figures::text, '|' order by figures::text)) as print from public.figures where month < date_trunc('month', now())`;
    expect(after).toEqual(before);
  });
});
