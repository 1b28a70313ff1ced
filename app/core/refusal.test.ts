import { expect, test } from "vitest";

import { commandResult, refused } from "./refusal";

test("a refusal of the database that the caller can explain is its reason", () => {
  expect(refused({ code: "KA001", message: "closed" }, ["closed", "cancelled"])).toEqual({ ok: false, reason: "closed" });
});

test.each([
  { code: "KA002", message: "cancelled" },
  { code: "42501", message: "closed" },
  { code: "", message: "fetch failed" },
])("anything else is a failure: $code $message", (error) => {
  expect(() => refused(error, ["closed"])).toThrow(expect.objectContaining(error));
});

test("a command of which nothing else is to be told was done, or is refused", () => {
  expect(commandResult({ error: null }, ["closed"])).toEqual({ ok: true });
  expect(commandResult({ error: { code: "KA001", message: "closed" } }, ["closed"])).toEqual({ ok: false, reason: "closed" });
});
