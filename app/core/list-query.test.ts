import { expect, test } from "vitest";

import { toQueryString, columnSort } from "./list-query";

type Sort = "name" | "-name" | "members" | "-members";

test.each<[Sort | undefined, Sort, { sortTo: string; sort: string | undefined }]>([
  [undefined, "-members", { sortTo: "?sort=members", sort: "descending" }],
  ["members", "-members", { sortTo: "?", sort: "ascending" }],
  [undefined, "name", { sortTo: "?sort=name", sort: undefined }],
  ["name", "name", { sortTo: "?sort=-name", sort: "ascending" }],
])("a list sorted by %s answers a press on %s", (sort, first, expected) => {
  expect(columnSort({ sort, page: 3 }, first, "-members")).toEqual(expected);
});

test("an address says no first page and nothing empty", () => {
  expect(toQueryString({ q: "", when: "past", page: 1 })).toBe("?when=past");
  expect(toQueryString({ page: 2 })).toBe("?page=2");
});
