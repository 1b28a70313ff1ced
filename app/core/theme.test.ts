import { expect, test } from "vitest";

import { readTheme } from "./theme";

test.each([
  ["theme=dark", "dark"],
  ["locale=kk; theme=light; x=1", "light"],
  ["theme=", null],
  ["theme=darker", null],
  ["mytheme=dark", null],
  [null, null],
])("the cookies %j ask for %s", (cookies, theme) => {
  expect(readTheme(cookies)).toBe(theme);
});
