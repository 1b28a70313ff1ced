import { expect, test } from "vitest";

import { alternates, localePath, splitLocale } from "./paths";

test("a path and its language come apart and together again", () => {
  expect(localePath("kk", "/")).toBe("/kk");
  expect(localePath("ru", "/events?page=2")).toBe("/ru/events?page=2");
  expect(splitLocale("/ru/events?page=2")).toEqual({ locale: "ru", path: "/events?page=2" });
  expect(splitLocale("/kk")).toEqual({ locale: "kk", path: "/" });
  expect(splitLocale("/kk?x=1")).toEqual({ locale: "kk", path: "/?x=1" });
});

test("a page has the same page in every language", () => {
  expect(alternates("/ru/events").map(({ path }) => path)).toEqual(["/kk/events", "/ru/events", "/en/events"]);
  expect(alternates("/kk").map(({ path }) => path)).toEqual(["/kk", "/ru", "/en"]);
  expect(alternates("/en/kkcity").map(({ path }) => path)).toEqual(["/kk/kkcity", "/ru/kkcity", "/en/kkcity"]);
});
