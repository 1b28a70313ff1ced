import { expect, test } from "vitest";

import { describeFault } from "./fault";

const row = "Failing row contains (Әлібекова, Айгерім, 2026-11-26)";
const said = { message: "new row violates check constraint", code: "23514" };

test.each([
  ["as it comes", { ...said, details: row, hint: row }],
  ["as an error", Object.assign(new Error(said.message), { code: said.code, details: row, hint: row, detail: row })],
])("a database's error %s is told by its code and sentence, without the row that it would not take", (_how, error) => {
  const told = JSON.stringify(describeFault(error));
  expect(told).not.toMatch(/Әлібекова/);
  expect(JSON.parse(told)).toMatchObject(said);
});

test("an error is told with the place where it happened", () => {
  expect(describeFault(new TypeError("not a function"))).toEqual({ name: "TypeError", message: "not a function", stack: expect.stringContaining("fault.test.ts") });
});

test.each(["a word", null, undefined, 42])("whatever else is thrown is told as it is: %s", (thrown) => {
  expect(describeFault(thrown)).toBe(String(thrown));
});
