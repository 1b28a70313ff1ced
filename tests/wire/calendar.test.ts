import type { Sql } from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { sendRequest, waitForRerender } from "../support/http-client";
import { waitForInvalidation, publishEvent, signInMembers, type SignedIn } from "../support/members";
import { openDatabase, sharedSite } from "../support/site";

const site = sharedSite();
const address = "/kk/chapters/london.ics";
let sql: Sql;
let aru: SignedIn;
let event: { id: string; slug: string };

beforeAll(async () => {
  sql = openDatabase(site.dataDir);
  [aru] = (await signInMembers(site, sql, 1)) as [SignedIn];
});
beforeEach(async () => {
  event = await publishEvent(sql);
  await waitForInvalidation(site, sql, event);
});
afterAll(() => sql.end());

const take = (headers: Record<string, string> = {}) => sendRequest(site.url, address, { headers });

describe("a calendar that people subscribe to", () => {
  test("lies in the store, and whoever has it is told so in a few bytes", async () => {
    const [first, second] = [await take(), await take()];
    expect([first.status, first.headers["content-type"], first.headers["cache-control"]]).toEqual([200, "text/calendar; charset=utf-8", "public, max-age=0, must-revalidate"]);
    expect(first.text).toContain(`UID:${event.id}@kazalliance`);
    expect(second.headers.etag).toBe(first.headers.etag);
    const again = await take({ "if-none-match": first.headers.etag ?? "" });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect((await sendRequest(site.url, "/kk/events.ics?country=GB")).headers.etag).toBeDefined();
  });

  test("stays the same for whoever has it while places are taken, and changes with the event", async () => {
    const { etag } = (await take()).headers;
    expect((await aru.reader.post(`/en/events/${event.slug}`, { intent: "register" })).status).toBe(302);
    await waitForInvalidation(site, sql, event);
    expect((await take({ "if-none-match": etag ?? "" })).status).toBe(304);
    await sql`update events set venue = 'Senate House', version = version + 1 where id = ${event.id}`;
    expect((await waitForRerender(site.url, address, etag)).text).toContain("Senate House");
  });

  test("says of an event that was called off that it is off, and forgets one for members only", async () => {
    const { etag } = (await take()).headers;
    await sql`update events set state = 'cancelled', cancel_reason = 'Rain', version = version + 1 where id = ${event.id}`;
    const off = await waitForRerender(site.url, address, etag);
    expect(off.text.split("BEGIN:VEVENT").find((entry) => entry.includes(event.id))).toMatch(/STATUS:CANCELLED/);
    await sql`update events set visibility = 'members' where id = ${event.id}`;
    expect((await waitForRerender(site.url, address, off.headers.etag)).text).not.toContain(event.id);
  });

  test("is drawn as a month that is emptied with its events", async () => {
    const month = `/kk/events?view=month&month=${new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 7)}&q=${event.slug.slice(-6)}`;
    const { etag } = (await sendRequest(site.url, month)).headers;
    expect(etag).toBeDefined();
    await sql`update events set title = ${sql.json({ kk: `Тың ${event.slug.slice(-6)}` })} where id = ${event.id}`;
    expect((await waitForRerender(site.url, month, etag)).text).toContain(`/kk/events/${event.slug}`);
  });
});
