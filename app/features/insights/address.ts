import type { AskedFigures, FigureTable } from "./schema";

function query(asked: Record<string, string | number | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) if (value !== undefined && value !== "") search.set(name, String(value));
  return `?${search}`;
}

/** The address of the figures with some of it changed: "?country=GB&slice=degree.phd". Any change begins again at the first page of places. */
export const addressWith = ({ page: _page, ...kept }: AskedFigures, changed: Partial<AskedFigures>): string => query({ ...kept, ...changed });

/** Another place seen the same way: sorting, the kind of parts and the page belong to the place that is left. */
export const addressOfPlace = ({ year, month, months, slice }: AskedFigures, place: Pick<AskedFigures, "country" | "city" | "chapter">): string =>
  query({ ...place, year, month, months, slice });

/** The file of a table as it is asked for now. */
export const addressOfFile = ({ page: _page, ...kept }: AskedFigures, table: FigureTable): string => query({ ...kept, table });

/** The same search without empty values: browsers send empty selects along. Null when it has none. */
export function tidied(search: URLSearchParams): string | null {
  const kept = [...search].filter(([, value]) => value !== "");
  return kept.length === search.size ? null : new URLSearchParams(kept).toString();
}
