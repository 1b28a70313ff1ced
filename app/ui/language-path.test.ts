import { expect, test } from "vitest";

import { languagePath } from "./language-path";

test.each([
  ["/kk", "", "ru", "/ru"],
  ["/kk/events", "?q=1", "ru", "/ru/events?q=1"],
  ["/en/kkcity", "", "kk", "/kk/kkcity"],
])("%s%s in %s is %s", (pathname, search, language, address) => {
  expect(languagePath(pathname, search, language)).toBe(address);
});

test("an address without a language is left alone", () => {
  expect(languagePath("/kkx/events", "", "ru")).toBe("/kkx/events");
});
