import { describe, expect, test } from "vitest";

import { boundsOf, isWithin, lastDayOf, monthAfter, weeksOf } from "./month";

describe("a month", () => {
  test.each([
    ["2026-12", 1, "2027-01"],
    ["2026-01", -1, "2025-12"],
    ["2026-11", 11, "2027-10"],
    ["2026-11", -23, "2024-12"],
  ])("%s and %i months are %s", (month, months, other) => {
    expect(monthAfter(month, months)).toBe(other);
  });

  test.each([["2026-02", "2026-02-28"], ["2028-02", "2028-02-29"], ["2026-12", "2026-12-31"], ["2026-11", "2026-11-30"]])("%s ends on %s", (month, day) => {
    expect(lastDayOf(month)).toBe(day);
  });

  test("is drawn in weeks that begin on Monday, with places left empty before and after", () => {
    const weeks = weeksOf("2026-11");
    expect(weeks).toHaveLength(6);
    expect(weeks[0]).toEqual([null, null, null, null, null, null, "2026-11-01"]);
    expect(weeks[4]?.[1]).toBe("2026-11-24");
    expect(weeks[5]).toEqual(["2026-11-30", null, null, null, null, null, null]);
  });

  test("of four whole weeks has no empty place", () => {
    expect(weeksOf("2027-02")).toHaveLength(4);
    expect(weeksOf("2027-02").flat()).not.toContain(null);
  });

  test("holds each of its days once, in order, for forty years", () => {
    for (let month = "2010-01"; month < "2050-01"; month = monthAfter(month, 1)) {
      const days = weeksOf(month).flat().filter((day) => day !== null);
      expect(days).toEqual([...new Set(days)].sort());
      expect(days).toHaveLength(Number(lastDayOf(month).slice(-2)));
    }
  });
});

describe("the months that can be turned to", () => {
  const now = "2026-11";

  test("reach from the first event to the last", () => {
    expect(boundsOf({ first: "2024-09", last: "2028-03" }, now)).toEqual({ first: "2024-09", last: "2028-03" });
  });

  test("are a year from now on where nothing is planned that far, or nothing at all", () => {
    expect(boundsOf({ first: "2024-09", last: "2026-12" }, now)).toEqual({ first: "2024-09", last: "2027-10" });
    expect(boundsOf({ first: null, last: null }, now)).toEqual({ first: "2026-11", last: "2027-10" });
    expect(boundsOf({ first: "2027-02", last: "2027-03" }, now)).toEqual({ first: "2026-11", last: "2027-10" });
  });

  test("are those two and all between", () => {
    const bounds = boundsOf({ first: "2024-09", last: "2026-12" }, now);
    expect(["2024-08", "2024-09", "2026-11", "2027-10", "2027-11", "0001-01", "9999-12"].map((month) => isWithin(month, bounds))).toEqual([false, true, true, true, false, false, false]);
  });
});
