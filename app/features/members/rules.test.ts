import { expect, test } from "vitest";

import { daysUntil, isGraduationNear, suggestLatin } from "./rules";

test.each([
  ["Ахметова Айгерім", "Akhmetova Aigerim"],
  ["Нұрмағамбетова Жанель", "Nurmagambetova Zhanel"],
  ["Қуаныш", "Kuanysh"],
  ["Юсупов", "Yusupov"],
  ["Kim Timur", "Kim Timur"],
])("%s is suggested as %s", (name, latin) => {
  expect(suggestLatin(name)).toBe(latin);
});

test("days are counted across months and leap years", () => {
  expect(daysUntil("2026-12-01", "2026-11-24")).toBe(7);
  expect(daysUntil("2028-03-01", "2028-02-28")).toBe(2);
  expect(daysUntil("2026-11-01", "2026-11-24")).toBe(-23);
});

test("graduation is near ninety days before", () => {
  expect(isGraduationNear("2027-02-22", "2026-11-24")).toBe(true);
  expect(isGraduationNear("2027-02-23", "2026-11-24")).toBe(false);
});
