import { expect, test } from "vitest";

import { lookedFor } from "./asked";

test("nonsense is not looked for", () => {
  expect(["  Айгерім\r", "", "\u200B", "ә".repeat(101), undefined].map((asked) => lookedFor.parse(asked))).toEqual(["Айгерім", undefined, undefined, undefined, undefined]);
});
