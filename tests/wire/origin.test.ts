import { createHmac, randomUUID } from "node:crypto";

import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { sendRequest, sendBytes } from "../support/http-client";
import { publishEvent, signInMembers, type SignedIn } from "../support/members";
import { openDatabase, sharedSite } from "../support/site";
import { hookSecret } from "../support/wire-setup";

const site = sharedSite();
const form = { "content-type": "application/x-www-form-urlencoded" };
let sql: Sql;
let aru: SignedIn;
let event: { id: string; slug: string };

beforeAll(async () => {
  sql = openDatabase(site.dataDir);
  [aru] = (await signInMembers(site, sql, 1)) as [SignedIn];
  event = await publishEvent(sql);
});
afterAll(() => sql.end());

const places = async () => (await sql`select 1 from registrations where event_id = ${event.id} and state <> 'cancelled'`).length;
const sessions = async () => (await sql`select 1 from auth.sessions where user_id = ${aru.account}`).length;

const strangers: [string, Record<string, string>][] = [
  ["another site", { origin: "https://evil.example" }],
  ["a sibling host", { origin: `http://sub.127.0.0.1:${site.port}` }],
  ["another port", { origin: "http://127.0.0.1:1" }],
  ["another scheme", { origin: `https://127.0.0.1:${site.port}` }],
  ["a host that begins like ours", { origin: `${site.url}.evil.example` }],
  ["a sandboxed frame", { origin: "null" }],
  ["a browser that says cross-site and no Origin", { "sec-fetch-site": "cross-site" }],
  ["a browser that says same-site", { "sec-fetch-site": "same-site", origin: site.url }],
  ["another site that claims a proxy", { origin: "https://evil.example", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", forwarded: "host=evil.example;proto=https" }],
];
const doors = (slug: string): [string, string][] => [
  ["a page", `/en/events/${slug}`],
  ["a page, as data", `/en/events/${slug}.data`],
  ["a page's route by ?_data", `/en/events/${slug}?_data=routes%2F_site.events.%24slug`],
  ["a page by ?index", `/en/events/${slug}?index`],
  ["the door", "/en/sign-in"],
  ["signing out", "/en/sign-out"],
  ["signing out, written otherwise", "/EN/sign-out/"],
  ["signing out, as data", "/en/sign-out.data"],
  ["a resource route", "/api/theme"],
];

describe("a request that another site made", () => {
  test.each(strangers)("by %s changes nothing, wherever it goes", async (_who, headers) => {
    const body = "intent=register&theme=dark&to=/";
    const answers = await Promise.all(
      doors(event.slug).flatMap(([door, path]) =>
        ["POST", "PUT", "PATCH", "DELETE"].map(async (method) => {
          const { status, cookies } = await sendRequest(site.url, path, { method, headers: { ...form, cookie: aru.reader.cookie, ...headers }, body });
          return { door, method, status, cookies };
        }),
      ),
    );
    expect(answers.filter(({ status, cookies }) => status !== 403 || cookies.length > 0)).toEqual([]);
    expect([await places(), await sessions()]).toEqual([0, 1]);
  });

  test.each(["/api/hooks/../../en/sign-out", "/api/hooks/%2E%2e/%2e%2e/en/sign-out", "//evil.example/en/sign-out", "/api/hooks/auth-mail/../../../en/sign-out"])(
    "that is written as %s is not believed to be the signed one",
    async (path) => {
      const lines = [`POST ${path} HTTP/1.1`, `Host: 127.0.0.1:${site.port}`, "Origin: https://evil.example", `Cookie: ${aru.reader.cookie}`, "Content-Length: 0", "Connection: close"];
      expect(await sendBytes(site.url, `${lines.join("\r\n")}\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
      expect(await sessions()).toBe(1);
    },
  );
});

describe("a form of our own", () => {
  test("passes, with and without what newer browsers add", async () => {
    const asked = { method: "POST", body: "intent=register", headers: { ...form, cookie: aru.reader.cookie } };
    const path = `/en/events/${event.slug}`;
    const shapes: Record<string, string>[] = [{ origin: site.url }, { origin: site.url, "sec-fetch-site": "same-origin" }, { "sec-fetch-site": "none" }, {}];
    for (const headers of shapes) {
      const answer = await sendRequest(site.url, path, { ...asked, headers: { ...asked.headers, ...headers } });
      expect([answer.status, answer.to]).toEqual([302, `${path}?notice=registered`]);
    }
    expect(await places()).toBe(1);
  });

  test("passes whatever a client says of proxies: nobody configured one", async () => {
    const headers = { ...form, cookie: aru.reader.cookie, origin: site.url, "x-forwarded-host": "evil.example", "x-forwarded-proto": "https", "x-forwarded-for": "1.2.3.4" };
    const answer = await sendRequest(site.url, `/en/events/${event.slug}`, { method: "POST", headers, body: "intent=give-back" });
    expect([answer.status, answer.to]).toEqual([302, `/en/events/${event.slug}?notice=given-back`]);
    const page = await sendRequest(site.url, "/en/sign-in", { headers });
    expect(page.text).not.toContain("evil.example");
    expect([page.headers["strict-transport-security"], page.headers["set-cookie"]]).toEqual([undefined, undefined]);
  });
});

describe("a signed call", () => {
  const call = (secret: string) => {
    const [id, timestamp, body] = [randomUUID(), String(Math.floor(Date.now() / 1000)), JSON.stringify({ user: { email: "aru@student.example" }, email_data: { token: "123456", token_hash: "x", email_action_type: "magiclink" } })];
    const key = Buffer.from(secret.replace("v1,whsec_", ""), "base64");
    const signature = `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
    const headers = { "content-type": "application/json", "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature };
    return sendRequest(site.url, "/api/hooks/auth-mail", { method: "POST", headers, body });
  };

  test("needs no Origin, and fails with another signature", async () => {
    expect((await call(hookSecret)).status).toBe(200);
    expect((await call(`v1,whsec_${Buffer.from("some other key of that length").toString("base64")}`)).status).toBe(401);
    expect((await sendRequest(site.url, "/api/hooks/auth-mail", { method: "POST", body: "{}" })).status).toBe(401);
    expect((await sendRequest(site.url, "/api/hooks/auth-mail")).status).toBe(405);
  });
});
