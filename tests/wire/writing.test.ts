import { randomUUID } from "node:crypto";

import type { Sql } from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";

import { sendRequest } from "../support/http-client";
import { publishEvent, signInMembers, type SignedIn } from "../support/members";
import { openDatabase, sharedSite, type Site } from "../support/site";

let site: Site;
let sql: Sql;
let people: SignedIn[];
beforeAll(async () => {
  site = sharedSite();
  sql = openDatabase(site.dataDir);
  people = await signInMembers(site, sql, 4);
});
afterAll(() => sql.end({ timeout: 1 }));

const next = () => {
  const person = people.pop();
  if (!person) throw new Error("Nobody is left.");
  return person;
};
/** The links in the page's main content, without its header and footer. */
const linksIn = (html: string) => [...(/<main[^]*<\/main>/.exec(html)?.[0] ?? "").matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));

/** Creates a group in London that takes members by invitation only. */
async function makeGroup(): Promise<{ id: string; slug: string }> {
  const [group] = await sql<{ id: string; slug: string }[]>`
    insert into chapters (slug, kind, parent_id, country_iso2, name, summary, zone, join_mode)
    select ${`wire-${randomUUID().slice(0, 8)}`}, 'interest', id, country_iso2, '{"kk": "Шахмат"}', '{"kk": "Топ"}', zone, 'invitation' from chapters where slug = 'london' returning id, slug`;
  if (!group) throw new Error("no group was made");
  return group;
}

test("a refusal that says to write leads there: too late to cancel, to who holds the event", async () => {
  const { reader, member } = next();
  const event = await publishEvent(sql, { taken: 1, starts_at: new Date(Date.now() - 60_000).toISOString() });
  await sql`insert into registrations (event_id, member_id, state) values (${event.id}, ${member}, 'registered')`;
  const refused = await reader.post(`/en/events/${event.slug}`, { intent: "give-back" });
  const way = `/en/chapters/london/write?event=${event.slug}`;
  expect([refused.status, linksIn(refused.text).filter((link) => link === way)]).toEqual([409, [way, way]]);
  expect((await reader.get(way)).text).toContain("Meeting");
});

test("by invitation, to the chapter’s leaders; its only leader, to the chapter above", async () => {
  const { reader, member } = next();
  const group = await makeGroup();
  const page = `/en/chapters/${group.slug}`;
  const uninvited = await reader.post(page, { intent: "guest" });
  expect([uninvited.status, linksIn(uninvited.text).filter((link) => link === `${page}/write`)]).toEqual([409, [`${page}/write`, `${page}/write`]]);

  await sql`insert into memberships (member_id, chapter_id, kind, during, start_reason) values (${member}, ${group.id}, 'guest', tstzrange(now(), null), 'guest_semester')`;
  await sql`insert into mandates (member_id, chapter_id, role, during) values (${member}, ${group.id}, 'president', tstzrange(now(), now() + interval '1 day'))`;
  const needed = await reader.post(`${page}?ask=leave`, { intent: "leave" });
  expect([needed.status, linksIn(needed.text)]).toEqual([409, expect.arrayContaining(["/en/chapters/london/write"])]);
});

test("suspended, or with a form that is none, to the association; what is not there says nothing of writing", async () => {
  const { reader, member } = next();
  const wrong = await reader.post("/en/write", { text: "" }, { "content-type": "text/plain" });
  expect([wrong.status, linksIn(wrong.text)]).toEqual([415, expect.arrayContaining(["/en/write"])]);
  expect(linksIn((await reader.get("/en/no-such-page")).text)).not.toContain("/en/write");

  await sql`update member_statuses set during = tstzrange(lower(during), now()) where member_id = ${member} and upper_inf(during)`;
  await sql`insert into member_statuses (member_id, status, during) values (${member}, 'suspended', tstzrange(now(), null))`;
  for (const page of ["/en/me", "/en/chapters/london/write"]) {
    const shut = await reader.get(page);
    expect([shut.status, linksIn(shut.text)], page).toEqual([403, expect.arrayContaining(["/en/write"])]);
  }
  expect(linksIn((await reader.get("/en/chapters/london")).text)).toContain("/en/write");
  expect((await reader.get("/en/write")).status).toBe(200);
});

test("the form works without scripts, is stored nowhere, and a visitor comes to the door first", async () => {
  const { reader, email } = next();
  const form = await reader.get("/en/write");
  expect([form.status, form.headers["cache-control"], form.text.includes(email)]).toEqual([200, expect.stringContaining("no-store"), true]);
  const number = /name="form" value="([0-9a-f-]{36})"/.exec(form.text)?.[1] ?? "";
  const sent = await reader.post("/en/write", { form: number, text: "Hello" });
  expect(sent.status).toBe(302);
  expect((await reader.get(sent.to ?? "")).text).toMatch(/<div class="notice notice-success" role="status">/);
  const stranger = await sendRequest(site.url, "/en/write");
  expect([stranger.status, stranger.to]).toEqual([302, `/en/sign-in?to=${encodeURIComponent("/en/write")}`]);
});
