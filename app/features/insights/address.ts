import { queryWith, toQueryString } from "~/core/list-query";

import type { AskedFigures, FigureTable } from "./schema";

/** The query for another place, with the same month, period and slice; sorting, kind of parts and page belong to the place that is left, and are dropped. */
export const addressOfPlace = ({ year, month, months, slice }: AskedFigures, place: Pick<AskedFigures, "country" | "city" | "chapter">): string =>
  toQueryString({ ...place, year, month, months, slice });

/** The query for a table as a file, filtered as now. */
export const addressOfFile = (asked: AskedFigures, table: FigureTable): string => queryWith<AskedFigures & { table?: FigureTable }>(asked, { table });
