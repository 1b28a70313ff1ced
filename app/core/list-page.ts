/** How many pages a list fills; an empty one has its page too. */
export const pageCount = (total: number, perPage: number): number => Math.max(1, Math.ceil(total / perPage));

/** Which rows of the list stand on a page, counted from 1: the second of twenty a page, with seven on it, shows 21 to 27. */
export function rowsShown(page: number, perPage: number, rows: number): { from: number; to: number } {
  const before = (page - 1) * perPage;
  return { from: before + 1, to: before + rows };
}
