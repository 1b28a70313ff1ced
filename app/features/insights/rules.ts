/** What figures can be sliced by; without a slice they are of all members. */
export const dimensions = ["degree", "field", "region"] as const;
export type Dimension = (typeof dimensions)[number];
export type PlaceKind = "world" | "country" | "city" | "chapter";
export type PartsKind = Exclude<PlaceKind, "world">;
/** How many months a page may show, up to the chosen one. */
export const periods = [12, 24, 36, 60, 120] as const;
export const defaultPeriod = 24;
export const placesPerPage = 20;
export const sortings = ["name", "members", "joins", "leaves", "net", "growth"] as const;
export type Sorting = (typeof sortings)[number] | `-${(typeof sortings)[number]}`;

/** Members of one place in one month: start + joins − leaves + moved in − moved out + changed = end. `changed`: by a new degree, field or region, net. */
export type Flow = { start: number; joins: number; leaves: number; movedIn: number; movedOut: number; changed: number; end: number };
/** `month` is "2026-11". A month is not kept where its slice was never counted: its zeros mean nothing. */
export type FigureMonth = Flow & { month: string; asOf: number; isClosed: boolean; isKept: boolean };

export const isBalanced = ({ start, joins, leaves, movedIn, movedOut, changed, end }: Flow): boolean =>
  start + joins - leaves + movedIn - movedOut + changed === end;
export const netOf = ({ start, end }: Pick<Flow, "start" | "end">): number => end - start;
/** The part of the net change that is neither joins nor leaves: moved in minus moved out and, in a slice, changed into it minus changed out of it. */
export const movedOf = ({ joins, leaves }: Pick<Flow, "joins" | "leaves">, net: number): number => net - joins + leaves;

/**
 * Months that do not add up, or do not begin where the month before ended. Slices are not chained: somebody who corrects their home region is
 * counted under the new one from the current month on, and closed months stay as they were.
 */
export function unbalanced(months: FigureMonth[], isChained: boolean): string[] {
  return months.filter((month, index) => !isBalanced(month) || (isChained && index > 0 && months[index - 1]?.end !== month.start)).map(({ month }) => month);
}

/** Consecutive months as one: its start is that of the first, its end that of the last; a gap between two months of a slice counts as changed. */
export function sumOf(months: Flow[]): Flow {
  const added = (name: keyof Flow) => months.reduce((sum, month) => sum + month[name], 0);
  const between = months.reduce((sum, month, index) => sum + (index > 0 ? month.start - (months[index - 1]?.end ?? 0) : 0), 0);
  return {
    start: months[0]?.start ?? 0,
    joins: added("joins"),
    leaves: added("leaves"),
    movedIn: added("movedIn"),
    movedOut: added("movedOut"),
    changed: added("changed") + between,
    end: months.at(-1)?.end ?? 0,
  };
}

/** Of fewer people no percentage is given: it would say more than is known. */
export const smallestBase = 23;
/** Growth as a fraction (0.232 is 23.2 %); null on a base that is too small, or not kept. */
export const growthOf = (from: number | null, to: number): number | null => (from === null || from < smallestBase ? null : (to - from) / from);
/** Part of a whole, 0 to 1; null where the whole is too small. */
export const shareOf = (part: number, whole: number): number | null => (whole < smallestBase ? null : part / whole);

/** The number of members a year before the end of the last month shown; null where that is not known. */
export function membersYearAgo(months: FigureMonth[]): number | null {
  const first = months.at(-12);
  return first?.isKept ? first.start : null;
}

/** The five largest parts, and the sum of all others. */
export function largestParts<Part extends { end: number }>(parts: Part[]): { largest: Part[]; others: number } {
  const sorted = parts.filter(({ end }) => end > 0).sort((a, b) => b.end - a.end);
  return { largest: sorted.slice(0, 5), others: sorted.slice(5).reduce((sum, { end }) => sum + end, 0) };
}

/** Which kinds of places inside a place can be listed, the default first. */
export const partsInside: Record<PlaceKind, readonly [PartsKind, ...PartsKind[]]> = {
  world: ["country", "city", "chapter"],
  country: ["city", "chapter"],
  city: ["chapter"],
  chapter: ["chapter"],
};

/** "degree.bachelor" → what to count; all members when it is not the name of a slice. */
export function sliceOf(slice: string | undefined): { part: "all" | Dimension; wanted: string } {
  const [part, wanted = ""] = slice?.split(/\.(.*)/s) ?? [];
  const dimension = dimensions.find((known) => known === part);
  return dimension && wanted ? { part: dimension, wanted } : { part: "all", wanted: "" };
}

/** Whether a coordinator of these scopes ("world" or country codes) coordinates that place. */
export const isCoordinatorOf = (scopes: readonly string[], { country }: { country: string | null }): boolean =>
  scopes.includes("world") || (country !== null && scopes.includes(country));

/** "2026-01" → "2025-12". */
export function monthBefore(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, "0")}`;
}
