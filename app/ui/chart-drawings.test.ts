import { expect, test } from "vitest";

import { anchor, spread } from "./chart-drawings";

test("labels are spread evenly, the first and the last among them", () => {
  expect(spread(25, 3)).toEqual([0, 12, 24]);
  expect(spread(24, 5)).toEqual([0, 6, 12, 17, 23]);
});

test("a short row has every label", () => {
  expect(spread(3, 5)).toEqual([0, 1, 2]);
});

test("labels at the edges stay inside the plot", () => {
  expect([0, 1, 2].map((index) => anchor(index, 3))).toEqual(["start", "middle", "end"]);
});
