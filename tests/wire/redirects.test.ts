import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";

import { HttpClient } from "../support/http-client";
import { signInMembers, type SignedIn } from "../support/members";
import { openDatabase, sharedSite } from "../support/site";

const site = sharedSite();
let sql: Sql;
let aru: SignedIn;

beforeAll(async () => {
  sql = openDatabase(site.dataDir);
  [aru] = (await signInMembers(site, sql, 1)) as [SignedIn];
});
afterAll(() => sql.end());

const elsewhere = [
  "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "\\/evil.example", "https://evil.example", "https:evil.example", "HTTPS:/evil.example", "//evil.example/en/me",
  "/\t/evil.example", "\t//evil.example", "/\n/evil.example", "/\r\n/evil.example", "/%09/evil.example", "/%0a/evil.example", "/%2f/evil.example", "/%2fevil.example", "/%5cevil.example", "/en/%2f%2fevil.example/..",
  "/./\\evil.example", "/.//evil.example", "/..//evil.example", "/en/..//evil.example", "javascript:alert(1)", "data:text/html,x", "evil.example", "@evil.example", "", " ", "/\u0000/evil.example", "/ /evil.example\\@x",
  "/\u2028/evil.example", `${site.url}@evil.example`, `//127.0.0.1:${site.port}@evil.example`, "/en\r\nSet-Cookie: x=1", "/".repeat(5), `/${"x".repeat(5000)}`,
];
/** The host that a browser would go to from this site. */
const landsOn = (to: string | null) => new URL(to ?? "", `${site.url}/en/sign-in`).host;
const own = new URL(site.url).host;

test.each(elsewhere.map((to) => [JSON.stringify(to).slice(0, 60), to]))("asked to lead to %s, nobody is led away", async (_name, to) => {
  // The sign-in page redirects people who are already signed in at once.
  const query = new URLSearchParams({ to }).toString();
  const answers = [
    ...(query.length < 1900 ? [await aru.reader.get(`/en/sign-in?${query}`), await aru.reader.get(`/en/sign-in/code?${query}`)] : []),
    await new HttpClient(site.url).post("/api/theme", { theme: "dark", to }),
  ];
  for (const { status, to: target, cookies } of answers) {
    // A form with a zero byte is refused.
    if (to.includes("\0") && status === 400) continue;
    expect([status, landsOn(target)]).toEqual([302, own]);
    expect(target).toMatch(/^\/(?![/\\])/);
    expect(cookies.filter((cookie) => cookie.startsWith("x="))).toEqual([]);
  }
});

test.each([
  ["/kk/%65vents", "/kk/events"],
  ["/kk/%65vents?q=%65%20b&when=past", "/kk/events?q=%65%20b&when=past"],
  ["/%6Bk/chapters/united%2Dkingdom", "/kk/chapters/united-kingdom"],
])("%s leads to its plain spelling for good, and is no page of its own", async (path, plain) => {
  expect(await new HttpClient(site.url).get(path)).toMatchObject({ status: 301, to: plain });
  expect((await new HttpClient(site.url).get(plain)).status).toBe(200);
});

test.each(["/kk/%2F%2Fevil.example", "/kk/%D2%9B", "/kk/%2565vents"])("%s, which has no plainer spelling, is answered as it is", async (path) => {
  expect((await new HttpClient(site.url).get(path)).status).toBe(404);
});

test("a form that would lead away does not carry it on", async () => {
  for (const to of ["//evil.example", "/\\evil.example", "https:evil.example"]) {
    for (const path of ["/en/sign-in", "/en/sign-in/code", "/en/auth/confirm"]) {
      const { status, text } = await new HttpClient(site.url).get(`${path}?${new URLSearchParams({ to, token_hash: "x".repeat(40), type: "email" })}`);
      // The language menu repeats the requested address inside a query parameter.
      const led = [...text.matchAll(/(?:href|action|value)="([^"]*)"/g)].map(([, value = ""]) => value).filter((value) => landsOn(value.replaceAll("&amp;", "&")) !== own && !/^(https?:\/\/www\.w3\.org|mailto:)/.test(value));
      expect([path, status, led.filter((value) => value.includes("evil"))]).toEqual([path, 200, []]);
    }
  }
});

test("signing in leads to the page that was asked for, and to no other site", async () => {
  const password = "steppe-sky-2026";
  const signIn = (to: string) => new HttpClient(site.url).signIn("zhanel@demo.kazalliance.example", password, to);
  expect((await signIn("/en/events?when=past")).to).toBe("/en/events?when=past");
  expect((await signIn("//evil.example")).to).toBe("/en/me");
});
