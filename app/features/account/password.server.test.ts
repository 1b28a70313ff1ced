import { expect, test } from "vitest";

import { normalizePassword } from "./password.server";

test("what the auth server can read is handed over as it is", () => {
  for (const password of ["steppe-sky-2026", "дала мен аспан 2026", "Ж".repeat(36), "x".repeat(72)]) expect(normalizePassword(password)).toBe(password);
});

test("of a longer one every letter counts, and the auth server can read all of it", () => {
  const long = "ә".repeat(64);
  const handed = [long, `${long.slice(0, -1)}ң`, `${long} `, "x".repeat(73)].map(normalizePassword);
  expect(new Set(handed).size).toBe(4);
  for (const text of handed) expect(Buffer.byteLength(text)).toBeLessThanOrEqual(72);
});

test("one letter has one spelling", () => {
  expect(normalizePassword("и\u0306од")).toBe(normalizePassword("йод"));
  expect(normalizePassword("и\u0306".repeat(40))).toBe(normalizePassword("й".repeat(40)));
});
