import { z } from "zod";

import type { Locale } from "~/core/i18n/config";
import type { LanguageMap } from "~/core/i18n/language-map";
import type { Db } from "~/core/supabase/client.server";
import { words } from "~/core/supabase/rows";

import { coordinates, partsInside, placesPerPage, sliceOf, usualPeriod, type Dimension, type FigureMonth, type Flow, type PartsKind, type PlaceKind } from "./rules";
import type { AskedFigures } from "./schema";

const counts = {
  at_start: z.number(), joins: z.number(), leaves: z.number(), moved_in: z.number(), moved_out: z.number(), changed: z.number(), at_end: z.number(),
};
const flowOf = (row: z.output<z.ZodObject<typeof counts>>): Flow => ({
  start: row.at_start, joins: row.joins, leaves: row.leaves, movedIn: row.moved_in, movedOut: row.moved_out, changed: row.changed, end: row.at_end,
});

const month = z
  .object({ ...counts, month: z.string(), as_of: z.string(), is_closed: z.boolean(), is_kept: z.boolean() })
  .transform((row): FigureMonth => ({ month: row.month, asOf: Date.parse(row.as_of), isClosed: row.is_closed, isKept: row.is_kept, ...flowOf(row) }));

const part = z
  .object({ ...counts, dimension: z.enum(["degree", "field", "region"]), value: z.string() })
  .transform((row): FigurePart => ({ dimension: row.dimension, value: row.value, ...flowOf(row) }));

const listed = z
  .object({ ...counts, key: z.string(), name: words, country: z.string().nullable(), year_ago: z.number().nullable() })
  .transform((row): FigurePlace => ({ key: row.key, name: row.name, country: row.country, yearAgo: row.year_ago, ...flowOf(row) }));

const named = z.array(z.object({ key: z.string(), name: words }));

const page = z.object({
  place: z.object({
    kind: z.enum(["world", "country", "city", "chapter"]),
    name: words.nullable(),
    country: z.string().nullable(),
    city: z.string().nullable(),
    above: z.array(z.object({ kind: z.enum(["country", "chapter"]), key: z.string(), name: words })),
  }),
  first: z.string().nullable(),
  last: z.string().nullable(),
  months: z.array(month),
  places: z.object({
    are_kept: z.boolean(),
    total: z.number(),
    longest: z.number(),
    members: z.number(),
    joins: z.number(),
    leaves: z.number(),
    net: z.number(),
    year_ago: z.number().nullable(),
    rows: z.array(listed),
  }),
  made_of: z.array(part),
  members: z.number(),
  countries: named,
  cities: named,
  chapters: named,
  regions: named,
});

/** Members of one degree, field or home region; `value` may be "unknown". */
export type FigurePart = Flow & { dimension: Dimension; value: string };
/** A country, city or chapter inside the place shown. `yearAgo` null: not kept. */
export type FigurePlace = Flow & { key: string; name: LanguageMap; country: string | null; yearAgo: number | null };
type Named = { key: string; name: LanguageMap }[];
/** The figures of one place, one period and one slice. */
export type Figures = {
  place: { kind: PlaceKind; name: LanguageMap | null; country: string | null; city: string | null; above: { kind: "country" | "chapter"; key: string; name: LanguageMap }[] };
  /** The first and the last month there are, "2026-11"; null before the first count. */
  first: string | null;
  last: string | null;
  months: FigureMonth[];
  parts: PartsKind;
  /** Places inside: one page of them and the sums of all. */
  places: {
    areKept: boolean; total: number; longest: number; members: number; joins: number; leaves: number; net: number; yearAgo: number | null; rows: FigurePlace[];
  };
  madeOf: FigurePart[];
  /** All members at the end of the month, whatever the slice. */
  members: number;
  countries: Named;
  cities: Named;
  chapters: Named;
  regions: Named;
};

/** Without the names of home regions, which the page shows as slices. */
export type ShownFigures = Omit<Figures, "regions">;

type Asking = { asked: AskedFigures; scopes: readonly string[]; locale: Locale; /** Every place, as files hold them. */ hasEveryPlace?: boolean };

/**
 * The figures that an address asks for, exact, for a coordinator of these scopes: without a place in the address their own. Null when there is
 * no such place, or when it is not theirs: row level security answers nothing for those.
 */
export async function findFigures(db: Db, { asked, scopes, locale, hasEveryPlace }: Asking): Promise<Figures | null> {
  const isPlaced = asked.country ?? asked.city ?? asked.chapter;
  const country = isPlaced || scopes.includes("world") ? asked.country : scopes[0];
  const kind: PlaceKind = asked.chapter ? "chapter" : asked.city ? "city" : country ? "country" : "world";
  const parts = partsInside[kind].find((known) => known === asked.parts) ?? partsInside[kind][0];
  const { data } = await db
    .rpc("figures_page", {
      country,
      city: asked.city,
      chapter: asked.chapter,
      until: asked.year ? `${asked.year}-${String(asked.month ?? 12).padStart(2, "0")}-01` : undefined,
      months: asked.months ?? usualPeriod,
      ...sliceOf(asked.slice),
      parts,
      sort: asked.sort ?? "-members",
      page: hasEveryPlace ? 1 : (asked.page ?? 1),
      per_page: hasEveryPlace ? 100_000 : placesPerPage,
      locale,
    })
    .throwOnError();
  if (data === null) return null;
  const { made_of: madeOf, places: inside, countries, ...found } = page.parse(data);
  if (!coordinates(scopes, found.place)) return null;
  const { are_kept: areKept, year_ago: yearAgo, ...places } = inside;
  const own = countries.filter(({ key }) => coordinates(scopes, { country: key }));
  return { ...found, parts, places: { ...places, areKept, yearAgo }, madeOf, countries: own };
}
