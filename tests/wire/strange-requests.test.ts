import { afterEach, describe, expect, test } from "vitest";

import { sendRequest, sendBytes } from "../support/http-client";
import { sharedSite } from "../support/site";

const site = sharedSite();
const form = { "content-type": "application/x-www-form-urlencoded", origin: site.url };
const post = (path: string, body: string | string[], headers: Record<string, string> = {}) => sendRequest(site.url, path, { method: "POST", headers: { ...form, ...headers }, body });
const raw = async (...lines: string[]) => Number(/^HTTP\/1\.1 (\d{3})/.exec(await sendBytes(site.url, `${lines.join("\r\n")}\r\n\r\n`))?.[1] ?? 0);
const host = `Host: 127.0.0.1:${site.port}`;

let known = site.log().length;
// Whatever was sent, the same process still serves, and has logged no fault of its own.
afterEach(async () => {
  expect((await sendRequest(site.url, "/healthz")).text).toBe("ok");
  const log = site.log();
  expect(log.slice(known).filter(({ status }) => status >= 500)).toEqual([]);
  known = log.length;
});

describe("a body that is meant to burst something", () => {
  const bombs = {
    "a far index": "a[1000000000]=x",
    "a far index deep inside": "a.b[999999999].c=x",
    "an order to Conform": `__intent__=${encodeURIComponent('{"type":"insert","payload":{"name":"a","index":1000000000}}')}`,
    "a state for Conform": "__state__=x",
    "a thousand fields": Array.from({ length: 1000 }, (_, at) => `f${at}=1`).join("&"),
    "a deep nest": `${"a.".repeat(200)}b=x`,
  };
  test.each(Object.entries(bombs))("%s is refused", async (_name, body) => {
    for (const path of ["/en/sign-in", "/en/join", "/en/reset", "/api/theme"]) expect((await post(path, body)).status).toBe(400);
  });

  test("what would reach the prototype of all objects changes nothing", async () => {
    const answer = await post("/en/sign-in", "__proto__.isAdmin=1&constructor.prototype.x=1&email=a@b.example");
    expect(answer.status).toBeLessThan(500);
  });

  test("a large one is not read: said to be large, or found to be", async () => {
    const [declared, found] = await Promise.all([post("/en/sign-in", "a=" + "x".repeat(2_000_000)), post("/en/sign-in", ["a=", ...Array.from({ length: 40 }, () => "x".repeat(64_000))])]);
    expect([declared.status, found.status]).toEqual([413, 413]);
    const hook = await sendRequest(site.url, "/api/hooks/auth-mail", { method: "POST", body: Array.from({ length: 40 }, () => "x".repeat(64_000)) });
    expect(hook.status).toBe(413);
  });

  test.each(["/en/sign-in", "/en/events"])("one that nobody reads at %s does not stand before the next request on its connection", async (path) => {
    const large = `a=${"x".repeat(600_000)}`;
    const head = [`POST ${path} HTTP/1.1`, host, `Content-Type: ${form["content-type"]}`, `Content-Length: ${large.length}`].join("\r\n");
    const next = ["GET /healthz HTTP/1.1", host, "Connection: close"].join("\r\n");
    const heard = await sendBytes(site.url, `${head}\r\n\r\n${large}${next}\r\n\r\n`, { toEnd: true });
    expect(heard.match(/HTTP\/1\.1 \d{3}/g)?.map((line) => line.slice(-3))).toEqual([path === "/en/sign-in" ? "413" : "405", "200"]);
  });

  test("one that is no form, or a broken one, is said to be so", async () => {
    expect((await post("/en/sign-in", "{}", { "content-type": "application/json" })).status).toBe(415);
    expect((await post("/en/sign-in", "--nothing", { "content-type": "multipart/form-data; boundary=x" })).status).toBe(400);
    expect((await post("/en/sign-in", "--x", { "content-type": "multipart/form-data" })).status).toBe(400);
    expect((await post("/en/sign-in", "email=%FF%FE&password=%")).status).toBe(422);
    expect((await post("/en/sign-in", "email=a@b.example&password=%00")).status).toBe(400);
  });
});

describe("an address", () => {
  test("that is too long, or of too many parts, is refused before anything reads it", async () => {
    expect((await sendRequest(site.url, `/en/${"x".repeat(2100)}`)).status).toBe(414);
    expect((await sendRequest(site.url, `/en/events?q=${"x".repeat(2100)}`)).status).toBe(414);
    expect((await sendRequest(site.url, `/${"a/".repeat(25)}`)).status).toBe(414);
    expect((await sendRequest(site.url, `/${"a/".repeat(18)}`)).status).toBe(404);
  });

  test.each(["/%", "/%zz", "/en/%E0%A4%A", "/en/events/%", "/en/events/%00", "/en/events?q=%00", "/en/events/%FF", "/assets/%", "/assets/%00.js", "/en/events?q=%FF", "/en/events?page=%", "/locales/..%2f..%2fpackage.json", "/assets/../../package.json", "/.env", "/en/events/..%5c..%5c"])(
    "such as %s is no page",
    async (path) => {
      const { status, text } = await sendRequest(site.url, path);
      expect([200, 302, 400, 404]).toContain(status);
      expect(text).not.toContain("@remix-run");
    },
  );

  test("that names another host is refused: it would be rendered, and kept, as ours", async () => {
    for (const path of ["//evil.example/en/events", "///en/events", "/\\evil.example/en/events", "http://evil.example/en/events", "evil"]) {
      expect([path, await raw(`GET ${path} HTTP/1.1`, host, "Connection: close")]).toEqual([path, 400]);
    }
  });
});

describe("a request that no browser makes", () => {
  test("by an odd method is told which there are", async () => {
    for (const method of ["OPTIONS", "PROPFIND", "TRACE", "LOCK"]) {
      const answer = await sendRequest(site.url, "/en/events", { method });
      expect([answer.status, answer.headers.allow]).toEqual([405, "GET, HEAD, POST, PUT, PATCH, DELETE"]);
    }
    expect(await raw("BREW /en/events HTTP/1.1", host)).toBe(400);
    const refused = await sendRequest(site.url, "/en/events", { method: "DELETE" });
    expect([refused.status, refused.headers.allow]).toEqual([405, "GET, HEAD"]);
  });

  test("by HEAD gets the head of what GET answers, and no body", async () => {
    for (const path of ["/", "/en/events", "/en/nothing", "/healthz", "/favicon.svg"]) {
      const [head, get] = [await sendRequest(site.url, path, { method: "HEAD" }), await sendRequest(site.url, path)];
      expect([path, head.status, head.body.length, head.headers["content-type"]]).toEqual([path, get.status, 0, get.headers["content-type"]]);
    }
  });

  test.each([
    "ka-auth-token=", "ka-auth-token=base64-", "ka-auth-token=base64-%%%", "ka-auth-token=base64-e30", "ka-auth-token=base64-bnVsbA", "ka-auth-token={}", "ka-auth-token.0=base64-eyJ; ka-auth-token.1=x",
    `ka-auth-token=base64-${Buffer.from(JSON.stringify({ access_token: "a.b.c", refresh_token: "x", expires_at: 1 })).toString("base64url")}`,
    `ka-auth-token=base64-${Buffer.from(JSON.stringify({ access_token: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", refresh_token: "x", expires_at: 9_999_999_999 })).toString("base64url")}`,
    "join=e30; theme=%00; any=%", "join=%%%", "theme=neon", "=;=;;;", "a".repeat(9000),
  ])("with the cookie %.40s is a visitor's", async (cookie) => {
    for (const path of ["/en/events", "/en/join", "/en/sign-in"]) {
      const { status, text } = await sendRequest(site.url, path, { headers: { cookie } });
      expect([path, status]).toEqual([path, 200]);
      expect(text).toContain("/en/sign-in");
    }
  });

  test("with absurd heads is answered or refused", async () => {
    const odd = { "accept-language": `${"x,".repeat(3000)}`, "accept-encoding": ";;q=,br;q=x,*;q=0", "user-agent": "", "if-none-match": "\"", "content-type": "nonsense", range: "bytes=5-1", accept: ";;;" };
    expect((await sendRequest(site.url, "/", { headers: odd })).status).toBe(302);
    expect((await sendRequest(site.url, "/en/events", { headers: odd })).status).toBe(200);
    expect(await raw("GET /en/events HTTP/1.1", host, `X-Long: ${"x".repeat(40_000)}`)).toBe(431);
    expect(await raw("GET /en/events HTTP/1.1")).toBe(400);
    expect(await raw("GET /en/events HTTP/1.1", "Host: a b<>", "Connection: close")).toBe(400);
    expect(await raw("GET /en/events HTTP/1.1", host, "Bad Header: x")).toBe(400);
    expect(await raw("POST /en/sign-in HTTP/1.1", host, "Content-Length: 5", "Transfer-Encoding: chunked")).toBe(400);
    expect(await raw("\u0016\u0003\u0001 TLS")).toBe(400);
  });
});
