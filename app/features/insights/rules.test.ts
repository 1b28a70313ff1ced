import { describe, expect, test } from "vitest";

import { isCoordinatorOf, growthOf, isBalanced, largestParts, monthBefore, movedOf, netOf, shareOf, sliceOf, sumOf, unbalanced, membersYearAgo, type FigureMonth, type Flow } from "./rules";

const flow = (start: number, joins: number, leaves: number, movedIn: number, movedOut: number, end: number, changed = 0): Flow => ({
  start, joins, leaves, movedIn, movedOut, changed, end,
});
const month = (name: string, counts: Flow, kept = true): FigureMonth => ({ month: name, asOf: 0, isClosed: true, isKept: kept, ...counts });

describe("a month", () => {
  test("adds up: start, joins, leaves, transfers, changes and end", () => {
    expect(isBalanced(flow(100, 10, 4, 3, 2, 107))).toBe(true);
    expect(isBalanced(flow(100, 10, 4, 3, 2, 105, -2))).toBe(true);
    expect(isBalanced(flow(100, 10, 4, 3, 2, 108))).toBe(false);
  });

  test("its net change is what lies between its ends", () => {
    expect(netOf(flow(100, 10, 4, 3, 2, 107))).toBe(7);
    expect(movedOf(flow(100, 10, 4, 3, 2, 107), 7)).toBe(1);
    expect(netOf(flow(107, 0, 9, 0, 0, 98))).toBe(-9);
  });
});

describe("months in a row", () => {
  const autumn = [month("2026-09", flow(50, 30, 1, 2, 0, 81)), month("2026-10", flow(81, 9, 0, 0, 3, 87)), month("2026-11", flow(87, 4, 2, 1, 0, 90))];

  test("add up as one", () => {
    expect(sumOf(autumn)).toEqual(flow(50, 43, 3, 3, 3, 90));
    expect(isBalanced(sumOf(autumn))).toBe(true);
    expect(unbalanced(autumn, true)).toEqual([]);
  });

  test("a month that does not add up, or does not begin where the last one ended, is named", () => {
    const [september, , november] = autumn;
    const wrongSum = month("2026-10", flow(81, 9, 0, 0, 3, 88));
    expect(unbalanced([september!, wrongSum, november!], true)).toEqual(["2026-10", "2026-11"]);
    expect(unbalanced([september!, month("2026-10", flow(80, 10, 0, 0, 3, 87))], true)).toEqual(["2026-10"]);
  });

  test("a slice is not chained: what lies between two of its months counts as changed", () => {
    const phd = [month("2026-10", flow(20, 1, 0, 0, 0, 21)), month("2026-11", flow(19, 2, 0, 0, 0, 21))];
    expect(unbalanced(phd, false)).toEqual([]);
    expect(sumOf(phd)).toEqual(flow(20, 3, 0, 0, 0, 21, -2));
    expect(isBalanced(sumOf(phd))).toBe(true);
  });
});

describe("percentages", () => {
  test("growth is a part of the number before", () => {
    expect(growthOf(1000, 1232)).toBeCloseTo(0.232);
    expect(growthOf(1000, 988)).toBeCloseTo(-0.012);
    expect(growthOf(40, 40)).toBe(0);
  });

  test("none is said of fewer than 23 people, nor of what was not kept", () => {
    expect(growthOf(22, 44)).toBeNull();
    expect(growthOf(23, 46)).toBe(1);
    expect(growthOf(0, 12)).toBeNull();
    expect(growthOf(null, 500)).toBeNull();
    expect(shareOf(11, 22)).toBeNull();
    expect(shareOf(0, 0)).toBeNull();
    expect(shareOf(6, 24)).toBe(0.25);
  });

  test("a year ago is the start of the twelfth month back, where it was kept", () => {
    const year = Array.from({ length: 12 }, (_month, index) => month(`m${index}`, flow(100 + index, 1, 0, 0, 0, 101 + index)));
    expect(membersYearAgo(year)).toBe(100);
    expect(membersYearAgo(year.slice(1))).toBeNull();
    expect(membersYearAgo([month("m", flow(0, 0, 0, 0, 0, 0), false), ...year.slice(1)])).toBeNull();
  });
});

test("the five largest parts are shown, and the rest is one", () => {
  const parts = [3, 90, 0, 41, 12, 7, 5, 1].map((end) => ({ end }));
  expect(largestParts(parts)).toEqual({ largest: [90, 41, 12, 7, 5].map((end) => ({ end })), others: 4 });
  expect(largestParts(parts.slice(0, 3))).toEqual({ largest: [{ end: 90 }, { end: 3 }], others: 0 });
});

test("an address names a slice by dimension and value; anything else means everybody", () => {
  expect(sliceOf("degree.phd")).toEqual({ part: "degree", wanted: "phd" });
  expect(sliceOf("region.kz-abai")).toEqual({ part: "region", wanted: "kz-abai" });
  for (const wild of [undefined, "", "degree", "degree.", "all.x", "age.20", "toString.x"]) expect(sliceOf(wild)).toEqual({ part: "all", wanted: "" });
});

test("a coordinator of the world coordinates everything, one of a country that country", () => {
  expect(isCoordinatorOf(["world"], { country: null })).toBe(true);
  expect(isCoordinatorOf(["world"], { country: "CZ" })).toBe(true);
  expect(isCoordinatorOf(["GB", "CZ"], { country: "CZ" })).toBe(true);
  expect(isCoordinatorOf(["GB"], { country: "CZ" })).toBe(false);
  expect(isCoordinatorOf(["GB"], { country: null })).toBe(false);
});

test("before January comes December of the year before", () => {
  expect(monthBefore("2026-01")).toBe("2025-12");
  expect(monthBefore("2026-11")).toBe("2026-10");
});
