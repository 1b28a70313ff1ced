import { expect, test } from "vitest";

import { searchOf, sortedBy } from "./list-address";

type Sort = "name" | "-name" | "members" | "-members";

test.each<[Sort | undefined, Sort, { sortTo: string; sort: string | undefined }]>([
  [undefined, "-members", { sortTo: "?sort=members", sort: "descending" }],
  ["members", "-members", { sortTo: "?", sort: "ascending" }],
  [undefined, "name", { sortTo: "?sort=name", sort: undefined }],
  ["name", "name", { sortTo: "?sort=-name", sort: "ascending" }],
])("a list sorted by %s answers a press on %s", (sort, first, expected) => {
  expect(sortedBy({ sort, page: 3 }, first, "-members")).toEqual(expected);
});

test("an address says no first page and nothing empty", () => {
  expect(searchOf({ q: "", when: "past", page: 1 })).toBe("?when=past");
  expect(searchOf({ page: 2 })).toBe("?page=2");
});
