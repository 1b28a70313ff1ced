import { expect, test } from "vitest";
import type { z } from "zod";

import { singleLine, multiLine, properName } from "./text-schemas";

const said = (schema: z.ZodType, typed: unknown) => schema.safeParse(typed).error?.issues.map(({ message }) => message);

test("letters are counted as the database counts them, and a line end once", () => {
  expect(said(multiLine({ most: 5 }), "ә\r\n😀\r\nә")).toBeUndefined();
  expect(said(multiLine({ most: 4 }), "ә\r\n😀\r\nә")).toEqual(['common:error.tooLong|{"max":4}']);
  expect(said(singleLine({ most: 9, least: 2, missing: "short" }), "🎓")).toEqual(["short"]);
  expect(said(singleLine({ most: 9, least: 2, missing: "short" }), "🎓🎓")).toBeUndefined();
});

test("what cannot be seen is as good as nothing", () => {
  expect(singleLine({ most: 9 }).parse("\u202E\u200B")).toBe("");
  expect(said(multiLine({ most: 9, missing: "missing" }), " \r\n\u200B ")).toEqual(["missing"]);
  expect(said(multiLine({ most: 9, missing: "missing" }), undefined)).toEqual(["missing"]);
});

test("a name has a letter, of any script", () => {
  for (const typed of ["Ұ", "서", "Ó 2"]) expect(said(properName({ most: 9, missing: "missing" }), typed)).toBeUndefined();
  expect(said(properName({ most: 9, missing: "missing" }), "12 · 3")).toEqual(["common:error.noLetter"]);
  expect(said(properName({ most: 9, missing: "missing" }), "\u200F\u200B")).toEqual(["missing"]);
  expect(properName({ most: 9 }).parse(" ")).toBe("");
});
