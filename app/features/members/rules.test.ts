import { expect, test } from "vitest";

import { hasRequiredConsents, currentConsents, isGraduationNear, suggestLatin, tasksOf } from "./rules";

test.each([
  ["Ахметова Айгерім", "Akhmetova Aigerim"],
  ["Нұрмағамбетова Жанель", "Nurmagambetova Zhanel"],
  ["Қуаныш", "Kuanysh"],
  ["Юсупов", "Yusupov"],
  ["Kim Timur", "Kim Timur"],
  [" Ъ Ь ", ""],
  ["Щ".repeat(80), "Shch".repeat(40)],
  [`${"a".repeat(159)}😀😀`, `${"a".repeat(159)}😀`],
])("%s is suggested as %s", (name, latin) => {
  expect(suggestLatin(name)).toBe(latin);
});

test("graduation is near ninety days before", () => {
  expect(isGraduationNear("2027-02-22", "2026-11-24")).toBe(true);
  expect(isGraduationNear("2027-02-23", "2026-11-24")).toBe(false);
});

const settled = { status: "student", hasHome: true, hasAsked: false, latinName: "Akhmetova Aigerim", endsOn: "2028-06-01" } as const;

test("whoever has a chapter, a Latin name and years to study has nothing to do", () => {
  expect(tasksOf(settled, "2026-11-24")).toEqual([]);
});

test("a newcomer is led to a chapter until one is asked", () => {
  const newcomer = { ...settled, status: "applicant", hasHome: false } as const;
  expect(tasksOf(newcomer, "2026-11-24")).toEqual(["chapter"]);
  expect(tasksOf({ ...newcomer, hasAsked: true }, "2026-11-24")).toEqual([]);
});

test("the question about what comes after is for those who study", () => {
  expect(tasksOf({ ...settled, status: "graduating", endsOn: "2027-01-31", latinName: null }, "2026-11-24")).toEqual(["graduation", "latin"]);
  expect(tasksOf({ ...settled, status: "alumni", endsOn: "2025-06-01" }, "2026-11-24")).toEqual([]);
});

test("whoever left is asked nothing but whether they come back", () => {
  expect(tasksOf({ ...settled, status: "left", hasHome: false, latinName: null, endsOn: "2026-12-01" }, "2026-11-24")).toEqual(["return"]);
});

test("the last word about a consent holds", () => {
  const ledger = [
    { purpose: "mailing", isGiven: false },
    { purpose: "publication", isGiven: true },
    { purpose: "mailing", isGiven: true },
    { purpose: "processing", isGiven: true },
  ] as const;
  expect(currentConsents(ledger)).toEqual(["processing", "publication"]);
  expect(hasRequiredConsents(ledger)).toBe(false);
  expect(hasRequiredConsents([{ purpose: "cross_border", isGiven: true }, ...ledger])).toBe(true);
});
