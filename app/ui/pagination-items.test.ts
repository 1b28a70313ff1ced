import { expect, test } from "vitest";

import { paginationItems } from "./pagination-items";

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 44, [1, 2, null, 44]],
  [5, 44, [1, null, 4, 5, 6, null, 44]],
  [44, 44, [1, null, 43, 44]],
])("on page %i of %i the way leads to %j", (page, pages, shown) => {
  expect(paginationItems(page, pages)).toEqual(shown);
});

test("a gap of one page is the page itself", () => {
  expect(paginationItems(4, 44)).toEqual([1, 2, 3, 4, 5, null, 44]);
});
