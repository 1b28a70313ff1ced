import { addressWith, searchOf } from "~/core/list-address";

import type { AskedFigures, FigureTable } from "./schema";

/** Another place seen the same way: sorting, the kind of parts and the page belong to the place that is left. */
export const addressOfPlace = ({ year, month, months, slice }: AskedFigures, place: Pick<AskedFigures, "country" | "city" | "chapter">): string =>
  searchOf({ ...place, year, month, months, slice });

/** The file of a table as it is asked for now. */
export const addressOfFile = (asked: AskedFigures, table: FigureTable): string => addressWith<AskedFigures & { table?: FigureTable }>(asked, { table });
