import { expect, test } from "vitest";

import { routeWords, loggedPath } from "./logged-path";

const route = (path: string) => ({ id: path, path, module: {} as never });
const words = routeWords({ site: route(":lang"), event: route("events/:slug"), settings: route("settings/account"), other: route("*"), nameless: { id: "", module: {} as never } });
const id = "0b8f5c1e-6a0e-4d39-9a53-1f7a3c2d4e5f";

test.each([
  ["/kk/aigerim@mail.example", 404, "/kk/…"],
  ["/kk/events/aigerim%40mail.example", 404, "/kk/events/…"],
  ["/events/Айгерім/settings.data", 404, "/events/…/settings.data"],
  ["/aigerim@mail.example/", 301, "/…/"],
  [`/kk/events/${id}`, 500, `/kk/events/${id}`],
  ["/kk/settings/account", 503, "/kk/settings/account"],
  ["*", 400, "…"],
  ["/:lang", 404, "/…"],
])("of %s, answered with %i, the log tells %s", (path, status, told) => {
  expect(loggedPath(path, status, words)).toBe(told);
});

test.each([200, 204, 304])("what was found (%i) is told whole", (status) => {
  expect(loggedPath("/kk/events/nauryz-london", status, words)).toBe("/kk/events/nauryz-london");
});
