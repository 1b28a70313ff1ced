import { scaleLinear } from "d3-scale";
import { describe, expect, test } from "vitest";

import { anchor, scaleStart, evenIndexes } from "./chart-sizes";

test("labels are spread evenly, the first and the last among them", () => {
  expect(evenIndexes(25, 3)).toEqual([0, 12, 24]);
  expect(evenIndexes(24, 5)).toEqual([0, 6, 12, 17, 23]);
});

test("a short row has every label", () => {
  expect(evenIndexes(3, 5)).toEqual([0, 1, 2]);
});

test("labels at the edges stay inside the plot", () => {
  expect([0, 1, 2].map((index) => anchor(index, 3))).toEqual(["start", "middle", "end"]);
});

describe("the scale of a line", () => {
  test("begins at nought where the values are near it", () => {
    expect(scaleStart([17_500, 30_000, 44_000])).toBe(0);
    expect(scaleStart([0, 0])).toBe(0);
    expect(scaleStart([3, 4, 7])).toBe(0);
  });

  test("begins at a round number below them where they are far from it", () => {
    expect(scaleStart([24_350, 27_000, 30_000])).toBe(22_000);
    expect(scaleStart([1000, 1006])).toBe(998);
    expect(scaleStart([640, 640])).toBe(640);
  });

  test("begins where the chart, which rounds once more, draws its first line", () => {
    for (const values of [[24_350, 30_000], [911, 1204], [77, 101], [5011, 5390], [88_001, 99_777]]) {
      const start = scaleStart(values);
      expect(scaleLinear([start, Math.max(...values)], [0, 1]).nice(4).domain()[0]).toBe(start);
    }
  });
});
