import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { sendRequest, waitForRerender, HttpClient } from "../support/http-client";
import { waitForInvalidation, publishEvent, signInMembers, type SignedIn } from "../support/members";
import { openDatabase, sharedSite } from "../support/site";

const site = sharedSite();
const visitor = new HttpClient(site.url);
let sql: Sql;
let aru: SignedIn;
type Event = { id: string; slug: string };
let event: Event;
let other: Event;
const pageOf = ({ slug }: Event) => `/en/events/${slug}`;

beforeAll(async () => {
  sql = openDatabase(site.dataDir);
  [aru] = (await signInMembers(site, sql, 1)) as [SignedIn];
});
beforeEach(async () => {
  [event, other] = [await publishEvent(sql), await publishEvent(sql, { chapter_id: sql`(select id from chapters where slug = 'prague')` })];
  await waitForInvalidation(site, sql, event);
});
afterAll(() => sql.end());

/** Only stored pages have an ETag. */
const etagOf = async (path: string, headers: Record<string, string> = {}) => (await sendRequest(site.url, path, { headers })).headers.etag;

describe("a page for visitors", () => {
  test("is made once: the second reader gets the same bytes, and who has it gets none", async () => {
    const [first, second] = [await sendRequest(site.url, pageOf(event)), await sendRequest(site.url, pageOf(event))];
    expect(second.body.equals(first.body)).toBe(true);
    expect([second.headers.etag, second.headers["cache-control"]]).toEqual([first.headers.etag, "public, max-age=0, must-revalidate"]);
    const again = await sendRequest(site.url, pageOf(event), { headers: { "if-none-match": first.headers.etag ?? "" } });
    expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, first.headers.etag]);
    expect((await sendRequest(site.url, pageOf(event), { headers: { "if-none-match": '"another"' } })).status).toBe(200);
  });

  test("who brings no cookie is answered by a shorter way, and told the same", async () => {
    const told = async (headers: Record<string, string> = {}) => {
      const { status, headers: heads, text } = await sendRequest(site.url, pageOf(event), { headers });
      // Each request has its own number and time.
      return { status, text, heads: Object.fromEntries(Object.entries(heads).filter(([name]) => !["x-request-id", "server-timing", "date"].includes(name))) };
    };
    await told();
    const [short, long] = [await told(), await told({ cookie: "any=thing" })];
    expect(short).toEqual(long);
    expect((await sendRequest(site.url, pageOf(event))).headers["x-request-id"]).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    expect((await sendRequest(site.url, pageOf(event), { headers: { host: "a b" } })).status).toBe(400);
    expect((await sendRequest(site.url, pageOf(event), { method: "POST", headers: { origin: "https://evil.example" } })).status).toBe(403);
  });

  test("is the same in every packing, each with a fingerprint of its own", async () => {
    const [plain, gzip, br] = await Promise.all([undefined, "gzip", "br, gzip"].map((encoding) => sendRequest(site.url, pageOf(event), { headers: encoding ? { "accept-encoding": encoding } : {} })));
    expect([plain?.headers["content-encoding"], gzip?.headers["content-encoding"], br?.headers["content-encoding"]]).toEqual([undefined, "gzip", "br"]);
    expect([gzip?.text, br?.text]).toEqual([plain?.text, plain?.text]);
    expect(new Set([plain, gzip, br].map((answer) => answer?.headers.etag)).size).toBe(3);
    expect(br?.body.length).toBeLessThan((plain?.body.length ?? 0) / 3);
    expect(br?.headers.vary).toBe("Accept-Encoding, Cookie");
  });

  test("is another one by theme, whoever sends which cookies in front of it", async () => {
    const themed = (cookie: string) => sendRequest(site.url, pageOf(event), { headers: { cookie } });
    expect((await themed("theme=dark")).text).toContain('data-theme="dark"');
    for (const cookie of ["theme=; theme=dark", "theme=x; theme=dark", "theme=dark; theme=", "theme=dark"]) await themed(cookie);
    expect((await sendRequest(site.url, pageOf(event))).text).not.toContain("data-theme");
    expect((await themed("theme=light")).text).toContain('data-theme="light"');
  });

  test("is never one that was made for somebody: with a session, however it is written", async () => {
    const name = "Pagestore Nobody";
    await sql`update members set surname = ${name} where id = ${aru.member}`;
    const { slug } = await publishEvent(sql);
    const token = aru.reader.jar.get("ka-auth-token") ?? "";
    let seenAsMember = 0;
    for (const cookie of [`ka-auth-token=${token}`, `ka-auth-token =${token}`, `x=1;ka-auth-token\t=${token}`, ` ka-auth-token=${token}`, `ka-auth-token.0=${token}`]) {
      const answer = await sendRequest(site.url, pageOf({ id: "", slug }), { headers: { cookie } });
      if (answer.text.includes(name)) {
        seenAsMember += 1;
        expect(answer.headers.etag).toBeUndefined();
      }
      expect((await sendRequest(site.url, pageOf({ id: "", slug }))).text).not.toContain(name);
    }
    expect(seenAsMember).toBeGreaterThan(2);
  });

  test("is none that sets cookies, failed, is not there or answers a form", async () => {
    for (const path of ["/en/join", "/en/nothing", "/en/events/nothing", "/en/sign-in", "/en/mailbox"]) expect([path, await etagOf(path)]).toEqual([path, undefined]);
    const answer = await visitor.post("/en/sign-in", { email: "x", password: "" });
    expect([answer.status, answer.headers.etag, answer.headers["cache-control"]]).toEqual([422, undefined, "private, no-cache"]);
  });

  test("is not kept for members only: the address tells a visitor nothing", async () => {
    const closed = await publishEvent(sql, { visibility: "members" });
    expect((await aru.reader.get(pageOf(closed))).status).toBe(200);
    const answer = await sendRequest(site.url, pageOf(closed));
    expect([answer.status, answer.headers.etag]).toEqual([404, undefined]);
  });

  test("stands for any order of what is asked, and not for what else is asked", async () => {
    const list = (query: string) => etagOf(`/en/events?${query}`);
    expect(await list("kind=meetup&when=month")).toBe(await list("kind=meetup&when=month"));
    expect(await list("kind=meetup")).not.toBe(await list("kind=sports"));
    expect(await list(`q=${"x".repeat(400)}`)).toBeUndefined();
  });
});

describe("a change", () => {
  test("of one event empties its page, and no other event's", async () => {
    const [before, beside] = [await etagOf(pageOf(event)), await etagOf(pageOf(other))];
    await sql`update events set venue = 'Senate House' where id = ${event.id}`;
    await waitForRerender(site.url, pageOf(event), before);
    expect((await sendRequest(site.url, pageOf(event))).text).toContain("Senate House");
    expect(await etagOf(pageOf(other))).toBe(beside);
  });

  test("of the places left reaches the page and the list, through the form itself", async () => {
    const event = await publishEvent(sql, { venue: "Only Here" });
    await waitForInvalidation(site, sql, event);
    const listed = "/en/events?q=only+here";
    const [page, list] = [await etagOf(pageOf(event)), await etagOf(listed)];
    expect((await sendRequest(site.url, listed)).text).toContain(event.slug);
    expect((await aru.reader.post(pageOf(event), { intent: "register" })).status).toBe(302);
    await waitForRerender(site.url, pageOf(event), page);
    await waitForRerender(site.url, listed, list);
  });

  test("of a chapter empties the pages that name it", async () => {
    const [before, beside] = [await etagOf(pageOf(event)), await etagOf(pageOf(other))];
    await sql`update chapters set name = name || '{"en": "London by the sea"}' where slug = 'london'`;
    await waitForRerender(site.url, pageOf(event), before);
    expect((await sendRequest(site.url, pageOf(event))).text).toContain("London by the sea");
    expect(await etagOf(pageOf(other))).toBe(beside);
  });

  test("of who leads a chapter empties its pages", async () => {
    const [before, beside] = [await etagOf(pageOf(event)), await etagOf(pageOf(other))];
    await sql`update mandates set shown_as = 'Another Name' where chapter_id = (select id from chapters where slug = 'london') and role = 'president' and during @> now()`;
    await waitForRerender(site.url, pageOf(event), before);
    expect(await etagOf(pageOf(other))).toBe(beside);
  });

  test("that publishes an event puts it into the list", async () => {
    const draft = await publishEvent(sql, { state: "draft", kind: "kvn" });
    const list = "/en/events?kind=kvn&when=month";
    expect((await sendRequest(site.url, list)).text).not.toContain(draft.slug);
    expect(await etagOf(list)).toBeDefined();
    await sql`update events set state = 'published', starts_at = now() + interval '3 days', starts_local = now() + interval '3 days', ends_at = now() + interval '4 days', ends_local = now() + interval '4 days' where id = ${draft.id}`;
    await vi.waitUntil(async () => (await sendRequest(site.url, list)).text.includes(draft.slug), { timeout: 15_000, interval: 100 });
  });

  test("among thousands at once is not lost", async () => {
    const before = await etagOf(pageOf(event));
    // The import's changes are slightly older, so that ours comes last.
    await sql`insert into page_versions (tag) select 'event:import-' || n from generate_series(1, 2500) n`;
    await sql`select private.touch_page(${`event:${event.id}`})`;
    await waitForRerender(site.url, pageOf(event), before);
    await sql`delete from page_versions where tag like 'event:import-%'`;
  });

  test("whose transaction ends long after it wrote is seen all the same", async () => {
    const before = await etagOf(pageOf(event));
    await sql.begin(async (tx) => {
      await tx`update events set venue = 'Late Hall' where id = ${event.id}`;
      await sql`select private.touch_page(${`event:${other.id}`})`;
      await new Promise((done) => setTimeout(done, 2500));
    });
    await waitForRerender(site.url, pageOf(event), before);
    expect((await sendRequest(site.url, pageOf(event))).text).toContain("Late Hall");
  });
});
