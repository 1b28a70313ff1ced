import { join } from "node:path";

import type { Sql } from "postgres";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import { startProject } from "../support/hosted";
import { sendRequest, waitForRerender, HttpClient } from "../support/http-client";
import { waitForInvalidation, publishEvent } from "../support/members";
import { makeFolder, openDatabase, removeData, startSite, type OwnSite } from "../support/site";

let project: Awaited<ReturnType<typeof startProject>>;
let sql: Sql;
/** Two web nodes on one database; neither has the secret key. */
let nodes: [OwnSite, OwnSite];

beforeAll(async () => {
  project = await startProject();
  sql = openDatabase(project.dataDir);
  const settings = { SUPABASE_URL: project.url, SUPABASE_PUBLISHABLE_KEY: project.publishableKey, SUPABASE_SECRET_KEY: "", LIMIT_PEPPER: "the same on every node" };
  const start = () => startSite(settings, join(makeFolder(), "data"));
  nodes = await Promise.all([start(), start()]);
});
afterAll(async () => {
  await sql.end({ timeout: 1 });
  await Promise.all(nodes.map((node) => node.stop()));
  for (const { dataDir } of nodes) removeData(dataDir);
  await project.stop();
});

describe("without the secret key", () => {
  test("every page works: for visitors, at the door, for somebody signed in, and their forms", async () => {
    const [node] = nodes;
    const event = await publishEvent(sql);
    const page = `/en/events/${event.slug}`;
    const reader = new HttpClient(node.url);
    for (const path of ["/en/events", page, `${page}.ics`, "/en/sign-in", "/en/join", "/en/reset", "/readyz"]) expect([path, (await reader.get(path)).status]).toEqual([path, 200]);
    expect((await reader.signIn("aigerim@demo.kazalliance.example", "steppe-sky-2026")).to).toBe("/en/me");
    expect((await reader.get("/en/settings/account")).status).toBe(200);
    expect((await reader.post(page, { intent: "register" })).to).toBe(`${page}?notice=registered`);
    expect((await reader.post(page, { intent: "give-back" })).to).toBe(`${page}?notice=given-back`);
    expect((await reader.post("/en/sign-out", {})).to).toBe("/en/sign-in?notice=signed-out");
  });

  test("jobs and webhooks say once what they miss", async () => {
    const missing = "No SUPABASE_SECRET_KEY: letters wait in the outbox and the figures are not counted anew. Everything else works.";
    for (const node of nodes) {
      await vi.waitUntil(() => node.output().includes(missing));
      expect(node.output().split(missing)).toHaveLength(2);
      const hook = await sendRequest(node.url, "/api/hooks/auth-mail", { method: "POST", body: "{}" });
      expect([hook.status, hook.text]).toEqual([503, expect.stringContaining("SEND_EMAIL_HOOK_SECRET is not set")]);
      // The response to that call is the only fault in the log.
      const faults = node.output().split("\n").filter((line) => line.startsWith('{"level":50'));
      expect(faults.filter((line) => !line.includes('"path":"/api/hooks/auth-mail","status":503'))).toEqual([]);
    }
    expect((await sql`select from outbox where sent_at is not null`).length).toBe(0);
  });
});

describe("two web nodes over one database", () => {
  test("both throw away a page that changed, and neither another one", async () => {
    const [event, other] = [await publishEvent(sql), await publishEvent(sql, { chapter_id: sql`(select id from chapters where slug = 'prague')` })];
    const etags = (slug: string) => Promise.all(nodes.map(async (node) => (await sendRequest(node.url, `/kk/events/${slug}`)).headers.etag));
    for (const node of nodes) await waitForInvalidation(node, sql, event);
    const [before, beside] = [await etags(event.slug), await etags(other.slug)];
    await sql`update events set venue = 'Senate House' where id = ${event.id}`;
    const anew = await Promise.all(nodes.map((node, at) => waitForRerender(node.url, `/kk/events/${event.slug}`, before[at])));
    for (const { text } of anew) expect(text).toContain("Senate House");
    expect(await etags(other.slug)).toEqual(beside);
  });

  test("a session opened on one is known to the other, and ended on one is ended on both", async () => {
    const [one, two] = nodes.map((node) => new HttpClient(node.url)) as [HttpClient, HttpClient];
    await one.signIn("zhanel@demo.kazalliance.example", "steppe-sky-2026");
    for (const [name, value] of one.jar) two.jar.set(name, value);
    expect((await two.get("/en/settings/account")).status).toBe(200);
    await one.post("/en/sign-out", {});
    expect((await two.get("/en/settings/account")).to).toBe("/en/sign-in?to=%2Fen%2Fsettings%2Faccount");
  });

  test("wrong passwords count together", async () => {
    const guess = async (node: OwnSite) => (await new HttpClient(node.url).signIn("erlan@demo.kazalliance.example", "wrong-word-1")).status;
    const statuses = await Promise.all([...nodes, ...nodes, ...nodes, ...nodes, ...nodes, ...nodes].map(guess));
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });
});
