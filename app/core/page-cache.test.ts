import { expect, test } from "vitest";

import { cacheable, pageHeaders } from "./page-cache";

const none = new Headers();
const tagged = (headers: Record<string, string>) => ({ loaderHeaders: new Headers(headers), parentHeaders: none, actionHeaders: none });

test("a page names what it shows, each once, and when it changes by itself", () => {
  expect(cacheable(["events", "event:1", "events"])).toEqual({ "X-Page-Tags": "events event:1" });
  expect(cacheable(["events"], Date.UTC(2026, 10, 24, 18, 30))).toEqual({ "X-Page-Tags": "events", "X-Page-Until": "2026-11-24T18:30:00.000Z" });
  expect(cacheable(["events"], null)).toEqual({ "X-Page-Tags": "events" });
});

test("its names travel with the page", () => {
  expect([...pageHeaders(tagged(cacheable(["events"], Date.UTC(2026, 10, 24, 18, 30))))]).toEqual([
    ["x-page-tags", "events"],
    ["x-page-until", "2026-11-24T18:30:00.000Z"],
  ]);
});

test("a page that failed, or answers a form, or sets another header, hands on no name", () => {
  const page = tagged(cacheable(["events"]));
  expect([...pageHeaders({ ...page, errorHeaders: none })]).toEqual([]);
  expect([...pageHeaders({ ...page, actionHeaders: new Headers({ "Content-Language": "kk" }) })]).toEqual([]);
  expect([...pageHeaders(tagged({ "Set-Cookie": "a=b" }))]).toEqual([]);
});
