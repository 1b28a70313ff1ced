import { z } from "zod";

import type { Locale } from "~/core/i18n/config";
import type { Db } from "~/core/supabase/client.server";
import { timestamp, fromSnakeCase, languageMap } from "~/core/supabase/row-schemas";

import { isCoordinatorOf, dimensions, partsInside, placesPerPage, sliceOf, defaultPeriod, type PartsKind, type PlaceKind } from "./rules";
import type { FiguresParams } from "./schema";

const counts = {
  atStart: z.number(), joins: z.number(), leaves: z.number(), movedIn: z.number(), movedOut: z.number(), changed: z.number(), atEnd: z.number(),
};
const named = z.object({ key: z.string(), name: languageMap });

const month = fromSnakeCase(z.object({ ...counts, month: z.string(), asOf: timestamp, isClosed: z.boolean(), isKept: z.boolean() })).transform(asFlow);
const part = fromSnakeCase(z.object({ ...counts, dimension: z.enum(dimensions), value: z.string() })).transform(asFlow);
const placeRow = fromSnakeCase(
  z.object({ ...counts, key: z.string(), name: languageMap, country: z.string().nullable(), yearAgo: z.number().nullable() }),
).transform(asFlow);

/** "end" is a reserved word in SQL, so rows call the two ends of a flow `at_start` and `at_end`. */
function asFlow<Row extends { atStart: number; atEnd: number }>({ atStart: start, atEnd: end, ...row }: Row) {
  return { ...row, start, end };
}

const page = fromSnakeCase(
  z.object({
    place: z.object({
      kind: z.enum(["world", "country", "city", "chapter"]),
      name: languageMap.nullable(),
      country: z.string().nullable(),
      city: z.string().nullable(),
      above: z.array(named.extend({ kind: z.enum(["country", "chapter"]) })),
    }),
    /** The first and the last month that were counted, "2026-11"; null before the first count. */
    first: z.string().nullable(),
    last: z.string().nullable(),
    months: z.array(month),
    /** Places inside: one page of them and the sums of all. */
    places: fromSnakeCase(
      z.object({
        areKept: z.boolean(),
        total: z.number(),
        longest: z.number(),
        members: z.number(),
        joins: z.number(),
        leaves: z.number(),
        net: z.number(),
        yearAgo: z.number().nullable(),
        rows: z.array(placeRow),
      }),
    ),
    madeOf: z.array(part),
    /** All members at the end of the month, whatever the slice. */
    members: z.number(),
    countries: z.array(named),
    cities: z.array(named),
    chapters: z.array(named),
    regions: z.array(named),
  }),
);

/** Members of one degree, field or home region; `value` may be "unknown". */
export type FigurePart = z.output<typeof part>;
/** A country, city or chapter inside the place shown. `yearAgo` null: not kept. */
export type FigurePlace = z.output<typeof placeRow>;
/** The figures of one place, one period and one slice. */
export type Figures = z.output<typeof page> & { parts: PartsKind };

/** Without the names of home regions, which the page gets as labels of slices. */
export type ShownFigures = Omit<Figures, "regions">;

type FiguresQuery = {
  query: FiguresParams;
  scopes: readonly string[];
  locale: Locale;
  /** Every place instead of one page, for files. */
  hasEveryPlace?: boolean;
};

function placeKindOf({ country, city, chapter }: Pick<FiguresParams, "country" | "city" | "chapter">): PlaceKind {
  if (chapter) return "chapter";
  if (city) return "city";
  return country ? "country" : "world";
}

/**
 * The exact figures for the query in a URL, for a coordinator of `scopes`; without a place in the query, those of their own. Null when there is
 * no such place, or when it is not theirs: row level security returns no figures for those.
 */
export async function findFigures(db: Db, { query, scopes, locale, hasEveryPlace }: FiguresQuery): Promise<Figures | null> {
  const namesPlace = Boolean(query.country ?? query.city ?? query.chapter);
  const country = namesPlace || scopes.includes("world") ? query.country : scopes[0];
  const kind = placeKindOf({ ...query, country });
  const parts = partsInside[kind].find((known) => known === query.parts) ?? partsInside[kind][0];
  const { data } = await db
    .rpc("figures_page", {
      country,
      city: query.city,
      chapter: query.chapter,
      until: query.year ? `${query.year}-${String(query.month ?? 12).padStart(2, "0")}-01` : undefined,
      months: query.months ?? defaultPeriod,
      ...sliceOf(query.slice),
      parts,
      sort: query.sort ?? "-members",
      page: hasEveryPlace ? 1 : (query.page ?? 1),
      per_page: hasEveryPlace ? 100_000 : placesPerPage,
      locale,
    })
    .throwOnError();
  if (data === null) return null;
  const found = page.parse(data);
  if (!isCoordinatorOf(scopes, found.place)) return null;
  const countries = found.countries.filter(({ key }) => isCoordinatorOf(scopes, { country: key }));
  return { ...found, parts, countries };
}
