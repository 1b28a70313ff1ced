/** How many pages a list fills; an empty list has one page. */
export const pageCount = (total: number, perPage: number): number => Math.max(1, Math.ceil(total / perPage));

/** Which rows are on a page, counted from 1: page 2, at 20 per page and with 7 rows on it, shows 21 to 27. */
export function rowRange(page: number, perPage: number, rows: number): { from: number; to: number } {
  const before = (page - 1) * perPage;
  return { from: before + 1, to: before + rows };
}
