import { createHash } from "node:crypto";

import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { sendRequest, HttpClient, type HttpResponse } from "../support/http-client";
import { publishEvent, signInMembers, type SignedIn } from "../support/members";
import { openDatabase, removeData, sharedSite, startSite, type OwnSite } from "../support/site";

const site = sharedSite();
const password = "steppe-sky-2026";
const aigerim = "aigerim@demo.kazalliance.example";
let sql: Sql;
let aru: SignedIn;
let event: { id: string; slug: string };

beforeAll(async () => {
  sql = openDatabase(site.dataDir);
  [aru] = (await signInMembers(site, sql, 1)) as [SignedIn];
  event = await publishEvent(sql);
});
afterAll(() => sql.end());

const policyOf = ({ headers }: HttpResponse) =>
  new Map(String(headers["content-security-policy"]).split("; ").map((directive) => [directive.split(" ")[0] ?? "", directive.split(" ").slice(1)]));
/** The inline scripts of a page: their attributes and text. */
const inlineScripts = (html: string) =>
  [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    .map(([, attributes = "", text = ""]) => ({ attributes, text }))
    .filter(({ attributes }) => !attributes.includes("src=") && !attributes.includes('type="application/json"'));

describe("the policy of a page's content", () => {
  const firm = { "object-src": ["'none'"], "base-uri": ["'none'"], "frame-ancestors": ["'none'"], "form-action": ["'self'"], "default-src": ["'self'"], "connect-src": ["'self'"] };

  test("on a page that is made for one reader names a nonce, another one each time", async () => {
    const seen = new Set<string>();
    for (const path of ["/en/sign-in", "/en/sign-in", "/en/nothing", `/en/events/${event.slug}`]) {
      const answer = await aru.reader.get(path);
      const policy = policyOf(answer);
      expect(Object.fromEntries(policy)).toMatchObject(path.endsWith("sign-in") && answer.status === 302 ? {} : firm);
      if (answer.status === 302) continue;
      const [, nonce = ""] = /^'nonce-(.+)'$/.exec(policy.get("script-src")?.[1] ?? "") ?? [];
      expect(policy.get("script-src")).toEqual(["'self'", `'nonce-${nonce}'`]);
      expect(inlineScripts(answer.text).length).toBeGreaterThan(1);
      expect(inlineScripts(answer.text).filter(({ attributes }) => !attributes.includes(`nonce="${nonce}"`))).toEqual([]);
      seen.add(nonce);
    }
    expect(seen.size).toBe(2);
  });

  test.each(["/kk/events", "/ru/events?when=past", "/en/events"])("on the stored page %s names exactly its scripts", async (path) => {
    for (const answer of [await sendRequest(site.url, path), await sendRequest(site.url, path, { headers: { "accept-encoding": "br" } })]) {
      const policy = policyOf(answer);
      const scripts = inlineScripts(answer.text);
      const hashes = new Set(scripts.map(({ text }) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`));
      expect(scripts.length).toBeGreaterThan(1);
      expect(policy.get("script-src")).toEqual(["'self'", ...hashes]);
      expect(Object.fromEntries(policy)).toMatchObject(firm);
      expect(answer.text).not.toContain("nonce");
    }
  });

  test("lets no text of a stranger close a script: an event's title is only text", async () => {
    const title = "</script><script>alert(1)</script><img src=x onerror=alert(1)>";
    const { slug } = await publishEvent(sql, { title: { kk: title, en: title } });
    for (const answer of [await sendRequest(site.url, `/en/events/${slug}`), await aru.reader.get(`/en/events/${slug}`)]) {
      expect(answer.status).toBe(200);
      expect(answer.text).not.toContain("<script>alert(1)");
      expect(answer.text).not.toContain("<img src=x");
    }
  });
});

describe("every answer", () => {
  test("says how it may be read and under which number it went", async () => {
    for (const path of ["/", "/en/events", "/en/nothing", "/en/sign-in", "/healthz", "/readyz", "/favicon.svg", "/api/theme", `/${"a/".repeat(30)}`]) {
      const { headers } = await sendRequest(site.url, path);
      expect({ path, ...headers }).toMatchObject({
        path,
        "x-content-type-options": "nosniff",
        "cross-origin-opener-policy": "same-origin",
        "referrer-policy": "strict-origin-when-cross-origin",
        "x-frame-options": "DENY",
        "x-request-id": expect.stringMatching(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/),
      });
      expect([headers["strict-transport-security"], headers["x-powered-by"], headers["access-control-allow-origin"]]).toEqual([undefined, undefined, undefined]);
    }
  });

  test("for somebody signed in is kept nowhere", async () => {
    for (const path of ["/en/events", `/en/events/${event.slug}`, "/en/events.data", `/en/events/${event.slug}.ics`, "/en/nothing", "/en/settings/account", "/en/sign-out"]) {
      const { headers } = await aru.reader.get(path);
      expect([path, headers["cache-control"], headers.etag]).toEqual([path, "private, no-store", undefined]);
      expect(headers.vary).toContain("Cookie");
    }
  });

  test("that is named by its content may be kept for a year", async () => {
    const [, path = ""] = /"(\/assets\/shell-[^"]+\.js)"/.exec((await sendRequest(site.url, "/en/events")).text) ?? [];
    const { status, headers } = await sendRequest(site.url, path, { headers: { "accept-encoding": "br" } });
    expect([status, headers["cache-control"], headers["content-encoding"], headers.vary]).toEqual([200, "public, max-age=31536000, immutable", "br", "Accept-Encoding"]);
    const plain = await sendRequest(site.url, path);
    expect([plain.headers["content-encoding"], plain.headers.vary]).toEqual([undefined, "Accept-Encoding"]);
  });
});

const attributesOf = (cookie: string) => cookie.split("; ").slice(1).map((attribute) => attribute.toLowerCase());
const nameOf = (cookie: string) => cookie.split("=")[0] ?? "";
/** The session cookies of a sign-in, without the one by which this browser is recognised when strangers guess at the account. */
const sessionIn = (cookies: string[]) => cookies.filter((cookie) => nameOf(cookie) !== "ka-known");
const daysOf = (cookie: string) => Number(/max-age=(\d+)/i.exec(cookie)?.[1] ?? Number.NaN) / 86_400;

describe("the cookies", () => {
  test("of a session are out of a script's reach, for our own pages, for thirty days", async () => {
    const { status, cookies } = await new HttpClient(site.url).signIn(aigerim, password);
    expect(status).toBe(302);
    expect(cookies.map(nameOf).sort()).toEqual(["ka-auth-token", "ka-known"]);
    for (const cookie of cookies) expect(attributesOf(cookie)).toEqual(expect.arrayContaining(["httponly", "samesite=lax", "path=/"]));
    for (const cookie of sessionIn(cookies)) {
      expect(daysOf(cookie)).toBeLessThanOrEqual(30);
      // It contains the tokens, and nothing about the person.
      expect(Buffer.from(cookie.split(";")[0]?.split("=base64-")[1] ?? "", "base64url").toString()).not.toContain('"user"');
    }
    const [join = ""] = (await sendRequest(site.url, "/en/join")).cookies;
    expect(attributesOf(join)).toEqual(expect.arrayContaining(["httponly", "samesite=lax"]));
    expect(daysOf(join)).toBeLessThan(1);
  });

  test("of a session end with it: the one who kept a copy is a visitor", async () => {
    const reader = new HttpClient(site.url);
    await reader.signIn("timur@demo.kazalliance.example", password);
    const copy = reader.cookie;
    expect((await reader.get("/en/settings/account")).status).toBe(200);
    expect((await reader.post("/en/sign-out", {})).to).toBe("/en/sign-in?notice=signed-out");
    expect([...reader.jar.keys()]).toEqual(["ka-known"]);
    const answer = await sendRequest(site.url, "/en/settings/account", { headers: { cookie: copy } });
    expect([answer.status, answer.to]).toEqual([302, "/en/sign-in?to=%2Fen%2Fsettings%2Faccount"]);
  });
});

describe("a site behind TLS", () => {
  let secure: OwnSite;
  beforeAll(async () => {
    secure = await startSite({ SITE_URL: "https://kazalliance.example", TRUST_PROXY: "1" });
  });
  afterAll(async () => {
    await secure.stop();
    removeData(secure.dataDir);
  });
  // As a proxy passes it on: the inner host differs from the outer one.
  const forwarded = { "x-forwarded-proto": "https", "x-forwarded-host": "kazalliance.example", "x-forwarded-for": "203.0.113.9" };
  const form = { ...forwarded, origin: "https://kazalliance.example", "content-type": "application/x-www-form-urlencoded" };

  test("says so to browsers, and binds its session to its host", async () => {
    const page = await sendRequest(secure.url, "/en/events", { headers: forwarded });
    expect(page.headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    expect(page.headers["content-security-policy"]).toContain("upgrade-insecure-requests");
    expect(page.text).toContain('"https://kazalliance.example/en/events"');
    const answer = await sendRequest(secure.url, "/en/sign-in", { method: "POST", headers: form, body: new URLSearchParams({ email: aigerim, password }).toString() });
    expect([answer.status, answer.to]).toEqual([302, "/en/me"]);
    for (const cookie of answer.cookies) {
      expect(attributesOf(cookie)).toEqual(expect.arrayContaining(["secure", "httponly", "samesite=lax", "path=/"]));
      expect(cookie).not.toMatch(/domain=/i);
    }
    const [own = ""] = sessionIn(answer.cookies);
    expect(own).toMatch(/^__Host-ka-auth-token=/);
    expect((await sendRequest(secure.url, "/en/settings/account", { headers: { ...forwarded, cookie: own.split(";")[0] ?? "" } })).status).toBe(200);
    const unbound = (own.split(";")[0] ?? "").replace("__Host-", "");
    expect((await sendRequest(secure.url, "/en/settings/account", { headers: { ...forwarded, cookie: unbound } })).status).toBe(302);
    expect((await sendRequest(secure.url, "/en/join", { headers: forwarded })).cookies.map(attributesOf).flat()).toContain("secure");
  });

  test("refuses the forms of its own name without TLS", async () => {
    const answer = await sendRequest(secure.url, "/en/sign-in", { method: "POST", headers: { ...form, origin: "http://kazalliance.example" }, body: "" });
    expect(answer.status).toBe(403);
  });
});

test("the log says which page, how it went and how long it took, and nothing of the reader", async () => {
  const reader = new HttpClient(site.url);
  const secrets = ["secret-word", "wrong-password-7", "nobody-known@student.example", "10.11.12.13", "Mozilla/Own"];
  const headers = { "user-agent": "Mozilla/Own", "x-forwarded-for": "10.11.12.13", referer: `${site.url}/en/secret-word` };
  await reader.get("/en/events?q=secret-word", headers);
  await reader.get("/en/chapters/secret-word/nobody-known@student.example", headers);
  await reader.get("/en/auth/confirm?token_hash=secret-word&type=email", headers);
  await reader.post("/en/sign-in?x=secret-word", { email: "nobody-known@student.example", password: "wrong-password-7" }, headers);
  const answer = await reader.get("/en/sign-in?to=/en/secret-word", headers);
  const line = await vi.waitUntil(() => site.log().find(({ requestId }) => requestId === answer.headers["x-request-id"]));
  expect(Object.keys(line).sort()).toEqual(["level", "method", "ms", "path", "requestId", "status", "time"]);
  expect(line).toMatchObject({ method: "GET", path: "/en/sign-in", status: 200 });
  const words = site.output().split("Sign in as")[1]?.split("\n\n").slice(1).join("\n\n") ?? "";
  for (const secret of [...secrets, aigerim, "127.0.0.1", "eyJ"]) expect(words).not.toContain(secret);
});
