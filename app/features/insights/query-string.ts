import { queryWith, toQueryString } from "~/core/list-query";

import type { FiguresParams, FigureTable } from "./schema";

/** The query for another place, with the same month, period and slice; sorting, kind of parts and page belong to the place that is left, and are dropped. */
export const placeQuery = ({ year, month, months, slice }: FiguresParams, place: Pick<FiguresParams, "country" | "city" | "chapter">): string =>
  toQueryString({ ...place, year, month, months, slice });

/** The query for a table as a file, filtered as now. */
export const csvQuery = (query: FiguresParams, table: FigureTable): string => queryWith<FiguresParams & { table?: FigureTable }>(query, { table });
