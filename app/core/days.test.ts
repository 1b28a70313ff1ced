import { expect, test } from "vitest";

import { addDays, daysUntil } from "./days";

test("days are counted across months and leap years", () => {
  expect(daysUntil("2026-12-01", "2026-11-24")).toBe(7);
  expect(daysUntil("2028-03-01", "2028-02-28")).toBe(2);
  expect(daysUntil("2026-11-01", "2026-11-24")).toBe(-23);
});

test("a week later is the same weekday, over the end of a year too", () => {
  expect(addDays("2026-12-28", 7)).toBe("2027-01-04");
  expect(addDays("2027-03-25", 7)).toBe("2027-04-01");
});
