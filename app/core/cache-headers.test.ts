import { expect, test } from "vitest";

import { cacheHeaders, forwardCacheHeaders } from "./cache-headers";

const none = new Headers();
const tagged = (headers: Record<string, string>) => ({ loaderHeaders: new Headers(headers), parentHeaders: none, actionHeaders: none });

test("a page names what it shows, each once, and when it changes by itself", () => {
  expect(cacheHeaders(["events", "event:1", "events"])).toEqual({ "X-Page-Tags": "events event:1" });
  expect(cacheHeaders(["events"], Date.UTC(2026, 10, 24, 18, 30))).toEqual({ "X-Page-Tags": "events", "X-Page-Until": "2026-11-24T18:30:00.000Z" });
  expect(cacheHeaders(["events"], null)).toEqual({ "X-Page-Tags": "events" });
});

test("its names travel with the page", () => {
  expect([...forwardCacheHeaders(tagged(cacheHeaders(["events"], Date.UTC(2026, 10, 24, 18, 30))))]).toEqual([
    ["x-page-tags", "events"],
    ["x-page-until", "2026-11-24T18:30:00.000Z"],
  ]);
});

test("a page that failed, or answers a form, or sets another header, hands on no name", () => {
  const page = tagged(cacheHeaders(["events"]));
  expect([...forwardCacheHeaders({ ...page, errorHeaders: none })]).toEqual([]);
  expect([...forwardCacheHeaders({ ...page, actionHeaders: new Headers({ "Content-Language": "kk" }) })]).toEqual([]);
  expect([...forwardCacheHeaders(tagged({ "Set-Cookie": "a=b" }))]).toEqual([]);
});
