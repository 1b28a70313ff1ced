import { expect, test } from "vitest";

import { passwordFault } from "./rules";

const email = "aigerim@demo.kazalliance.example";

test.each(["steppe-sky-2026", "көкжиек пен дала", "Ж".repeat(32) + "ә".repeat(31) + "!", "correct horse battery"])("%s is a password", (password) => {
  expect(passwordFault(password, email)).toBe(null);
});

test.each([
  ["short", "passwordShort"],
  ["қысқа12", "passwordShort"],
  ["x".repeat(100) + "y".repeat(101) + "z", "passwordLong"],
  ["password", "passwordCommon"],
  ["Password2026", "passwordCommon"],
  ["12345678", "passwordCommon"],
  ["87654321", "passwordCommon"],
  ["йцукенгш", "passwordCommon"],
  ["Қазақстан!", "passwordCommon"],
  ["aaaaaaaa", "passwordCommon"],
  ["abababab", "passwordCommon"],
  ["aigerim@demo.kazalliance.example", "passwordCommon"],
])("%s is refused: %s", (password, fault) => {
  expect(passwordFault(password, email)).toBe(fault);
});
