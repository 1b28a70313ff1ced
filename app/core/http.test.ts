import { expect, test } from "vitest";

import { safePath } from "./http";

test.each(["/kk/events", "/kk/events?city=gb-london&page=2", "/ru/join#study", "/kk/chapters?q=%D0%9B%D0%BE%D0%BD"])("%s is a way back", (path) => {
  expect(safePath(path, "/kk")).toBe(path);
});

test.each([
  "//evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example", "https://evil.example", "javascript:alert(1)", "/\t/evil.example", "/\n/evil.example",
  "\t//evil.example", " //evil.example", "/%09/evil.example", "/%2f/evil.example", "/%5cevil.example", "/%5C/evil.example", "kk/events", "", "/.//evil.example", "/a/..//evil.example", `/${"a".repeat(2000)}`,
])("%j leads somewhere else and is refused", (path) => {
  expect(safePath(path, "/kk")).toBe("/kk");
});

test("what is no text is refused", () => {
  expect(safePath(null, "/kk")).toBe("/kk");
  expect(safePath(undefined, "/kk")).toBe("/kk");
});
