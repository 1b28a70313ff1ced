import { expect, test } from "vitest";

import { searchTerm } from "./query-params";

test("nonsense is not looked for", () => {
  expect(["  Айгерім\r", "", "\u200B", "ә".repeat(101), undefined].map((asked) => searchTerm.parse(asked))).toEqual(["Айгерім", undefined, undefined, undefined, undefined]);
});
