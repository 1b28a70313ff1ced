import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { connectBackend } from "~/core/supabase/backend.server";
import * as overview from "~/routes/_lead.lead.$chapter._index";
import * as events from "~/routes/_lead.lead.$chapter.events._index";
import * as members from "~/routes/_lead.lead.$chapter.members";
import * as csv from "~/routes/_lead.lead.$chapter.members[.]csv";
import * as requests from "~/routes/_lead.lead.$chapter.requests";
import * as team from "~/routes/_lead.lead.$chapter.team";

import { chapters } from "../database/fixture";
import { submitSignIn, makeAccount } from "../support/accounts";
import { Browser } from "../support/browser";
import { freshBackend, type TestBackend } from "../support/database";
import { aigerim, daniyar, erlan, kamila, madina, ruslan, timur, zhanel, type Person } from "../support/people";

let backend: TestBackend;
const browsers = new Map<Person | null, Promise<Browser>>();

/** A person's browser, signed in once; its account replaces the fixture's, which has no password. */
function browserOf(person: Person | null): Promise<Browser> {
  const browser = browsers.get(person) ?? signIn(person);
  browsers.set(person, browser);
  return browser;
}

async function signIn(person: Person | null): Promise<Browser> {
  const browser = new Browser();
  if (!person) return browser;
  const { id, email } = await makeAccount(backend);
  await backend.sql`update members set user_id = ${id} where id = ${person.member}`;
  await submitSignIn(browser, email);
  return browser;
}

beforeAll(async () => {
  backend = await freshBackend("fixture");
});
beforeEach(() => connectBackend(backend.backend));
afterAll(() => backend.drop());

const pages = { overview: [overview.loader, ""], requests: [requests.loader, "/requests"], members: [members.loader, "/members"], team: [team.loader, "/team"] } as const;
const params = { chapter: "london" };
async function open(person: Person | null, page: keyof typeof pages, query = "", chapter = "london") {
  const [loader, path] = pages[page];
  return (await browserOf(person)).get(loader, `/kk/lead/${chapter}${path}${query}`, { params: { chapter } });
}
const statuses = async (person: Person | null) => Object.fromEntries(await Promise.all(Object.keys(pages).map(async (page) => [page, (await open(person, page as keyof typeof pages)).status])));
const answer = async (person: Person | null, fields: Record<string, string>, path = "/requests") =>
  (await browserOf(person)).post(requests.action, `/kk/lead/london${path}`, fields, { params });
const ask = async (person: Person) => String((await backend.sql`insert into join_requests (member_id, chapter_id) values (${person.member}, ${chapters.london}) returning id`)[0]?.id);
const lettersAbout = async (request: string) => (await backend.sql`select kind, payload from outbox where subject_id = ${request}`).map((row) => ({ kind: row.kind, ...row.payload }));
const said = ({ data }: { data: unknown }) => JSON.stringify((data as { error?: unknown }).error);

describe("the door of the desk", () => {
  test("a president sees every page", async () => {
    expect(await statuses(daniyar)).toEqual({ overview: 200, requests: 200, members: 200, team: 200 });
  });
  test("a treasurer, who decides nothing, sees no requests", async () => {
    expect(await statuses(timur)).toEqual({ overview: 200, requests: 404, members: 200, team: 200 });
    expect((await answer(timur, { intent: "approve", request: await ask(zhanel) })).status).toBe(404);
    await backend.sql`delete from join_requests where member_id = ${zhanel.member}`;
  });
  test("an events lead sees neither members nor requests", async () => {
    await backend.sql`insert into mandates (member_id, chapter_id, role, during) values (${zhanel.member}, ${chapters.london}, 'events_lead', tstzrange(now(), now() + interval '1 year'))`;
    expect(await statuses(zhanel)).toEqual({ overview: 200, requests: 404, members: 404, team: 200 });
  });
  test.each([
    ["a leader of another chapter", madina],
    ["a leader whose term has ended", kamila],
    ["a member", aigerim],
  ])("for %s it does not exist", async (_who, person) => {
    expect(await statuses(person)).toEqual({ overview: 404, requests: 404, members: 404, team: 404 });
    expect((await answer(person, { intent: "approve", request: crypto.randomUUID() })).status).toBe(404);
    const browser = await browserOf(person);
    expect((await browser.post(csv.action, "/kk/lead/london/members.csv", {}, { params })).status).toBe(404);
    expect((await browser.post(team.action, "/kk/lead/london/team", { mandate: crypto.randomUUID() }, { params })).status).toBe(404);
  });
  test("somebody suspended is told so", async () => {
    expect(await statuses(ruslan)).toEqual({ overview: 403, requests: 403, members: 403, team: 403 });
  });
  test("a visitor is led to the door and back", async () => {
    expect(await open(null, "requests")).toMatchObject({ status: 302, to: "/kk/sign-in?to=%2Fkk%2Flead%2Flondon%2Frequests" });
    expect((await answer(null, { untyped: "request from", intent: "approve", request: crypto.randomUUID() })).status).toBe(302);
  });
  test("pages of the desk are not for search engines", async () => {
    expect(JSON.stringify((await open(daniyar, "overview")).data)).toContain("noindex");
  });
});

describe("answering requests", () => {
  test("one press approves, leads back with the news, and sends one letter", async () => {
    const request = await ask(madina);
    expect(await answer(daniyar, { intent: "approve", request })).toMatchObject({ status: 302, to: "/kk/lead/london/requests?notice=approved" });
    expect(await lettersAbout(request)).toMatchObject([{ kind: "request_approved", slug: "london" }]);
    expect(await backend.sql`select kind from memberships where member_id = ${madina.member} and chapter_id = ${chapters.london} and upper_inf(during)`).toHaveLength(1);
  });

  test("from the overview it leads back to the overview", async () => {
    const request = await ask(erlan);
    expect((await answer(daniyar, { intent: "approve", request, from: "overview" })).to).toBe("/kk/lead/london?notice=approved");
  });

  test("a decline without a reason keeps the question open and says what is missing", async () => {
    const request = await ask(aigerim);
    const refused = await answer(daniyar, { intent: "decline", request, reason: "  " }, `/requests?decline=${request}`);
    expect(refused.status).toBe(422);
    expect(said(refused)).toContain("chapters:refusal.reason-missing");
    const tooLong = await answer(daniyar, { intent: "decline", request, reason: "ә".repeat(1001) });
    expect(tooLong.status).toBe(422);
    expect((tooLong.data as { initialValue: { reason: string } }).initialValue.reason).toHaveLength(1001);
    const unseen = await answer(daniyar, { intent: "decline", request, reason: "\u202E\u200B\u2069\u200B" });
    expect([unseen.status, said(unseen)]).toEqual([422, expect.stringContaining("chapters:refusal.reason-missing")]);
    expect(await lettersAbout(request)).toEqual([]);
    expect(await backend.sql`select state from join_requests where id = ${request}`).toMatchObject([{ state: "pending" }]);
  });

  test("the reason of a decline goes to the person; who answers second learns that it was answered", async () => {
    const [{ id: request } = { id: "" }] = await backend.sql`select id from join_requests where member_id = ${aigerim.member} and state = 'pending'`;
    expect((await answer(daniyar, { intent: "decline", request, reason: "Басқа қалада оқисыз" })).to).toBe("/kk/lead/london/requests?notice=declined");
    expect(await lettersAbout(request)).toMatchObject([{ kind: "request_declined", reason: "Басқа қалада оқисыз" }]);
    const late = await answer(daniyar, { intent: "approve", request });
    expect(late.status).toBe(409);
    expect(said(late)).toContain("chapters:refusal.already-decided");
    expect(await lettersAbout(request)).toHaveLength(1);
  });

  test("a reason of a thousand letters may have lines, which count one each", async () => {
    const request = await ask(kamila);
    expect((await answer(daniyar, { intent: "decline", request, reason: `${"ә".repeat(99)}\r\n`.repeat(10).slice(0, -2) })).to).toContain("notice=declined");
    expect(await backend.sql`select length(reason) as length from join_requests where id = ${request}`).toEqual([{ length: 999 }]);
  });

  test("a request to another chapter, or none at all, is not found", async () => {
    const [{ id } = { id: "" }] = await backend.sql`select id from join_requests where chapter_id = ${chapters.manchester}`;
    for (const request of [id, crypto.randomUUID()]) expect((await answer(daniyar, { intent: "approve", request })).status).toBe(404);
    expect((await answer(daniyar, { intent: "approve", request: "x" })).status).toBe(422);
    expect((await answer(daniyar, { intent: "delete", request: id })).status).toBe(422);
  });

  test("the answered ones can be read again, with the reason", async () => {
    const { data } = await open(daniyar, "requests", "?view=answered");
    expect(JSON.stringify(data)).toContain("Басқа қалада оқисыз");
    expect((await open(daniyar, "requests", "?page=9")).status).toBe(404);
  });
});

describe("the list of members", () => {
  const found = ({ data }: { data: unknown }) => (data as { found: { total: number; rows: { surname: string }[] } }).found;

  test("is searched and sorted by its address, without empty values", async () => {
    expect(found(await open(timur, "members", "?q=aige")).rows.map(({ surname }) => surname)).toEqual(["aigerim"]);
    expect((await open(timur, "members", "?q=&sort=name&degree=&page=1")).to).toBe("/kk/lead/london/members");
    expect((await open(timur, "members", "?q=a&kind=")).to).toBe("/kk/lead/london/members?q=a");
  });

  test("passes over what the address may not ask, and has no page beyond the last", async () => {
    expect((await open(timur, "members", "?sort=password&degree=x&university=';--&kind=all")).status).toBe(200);
    expect((await open(timur, "members", "?page=2")).status).toBe(404);
  });

  test("is taken away as a spreadsheet, by a form alone and written down", async () => {
    const browser = await browserOf(timur);
    await backend.sql`update members set surname = '=cmd()' where id = ${aigerim.member}`;
    const file = await browser.post(csv.action, "/kk/lead/london/members.csv", {}, { params });
    expect(file.headers.get("content-type")).toContain("text/csv");
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="london-members-\d{4}-\d{2}-\d{2}\.csv"$/);
    expect(file.headers.get("cache-control")).toContain("no-store");
    const lines = String(file.data).trim().split("\r\n");
    const journal = await backend.sql`select member_id from journal where action = 'member:exported' and actor_id = ${timur.member}`;
    expect(lines).toHaveLength(journal.length + 1);
    expect(file.data).toContain("'=cmd()");
    expect(file.data).not.toContain("@");
    expect(await browser.get(csv.loader, "/kk/lead/london/members.csv", { params })).toMatchObject({ status: 302, to: "/kk/lead/london/members" });
  });
});

describe("the team", () => {
  const save = async (person: Person, fields: Record<string, string>) => (await browserOf(person)).post(team.action, "/ru/lead/london/team", fields, { params });
  const mandateOf = async (person: Person) => String((await backend.sql`select id from mandates where member_id = ${person.member}`)[0]?.id);

  test("a leader chooses the name that strangers see, or none", async () => {
    const mandate = await mandateOf(timur);
    expect(await save(timur, { mandate, shownAs: "Ким Тимур" })).toMatchObject({ status: 302, to: "/ru/lead/london/team?notice=saved" });
    expect(await backend.sql`select shown_as from mandates where id = ${mandate}`).toMatchObject([{ shown_as: "Ким Тимур" }]);
    const unseen = await save(timur, { mandate, shownAs: "\u202E7\u200B" });
    expect([unseen.status, said(unseen)]).toEqual([422, expect.stringContaining("common:error.noLetter")]);
    expect((await save(timur, { mandate, shownAs: "\u200F" })).status).toBe(302);
    expect(await backend.sql`select shown_as from mandates where id = ${mandate}`).toMatchObject([{ shown_as: null }]);
  });

  test("for themselves only, and in 160 letters", async () => {
    const refused = await save(timur, { mandate: await mandateOf(daniyar), shownAs: "x" });
    expect(refused.status).toBe(409);
    expect(said(refused)).toContain("common:refusal.termEnded");
    expect((await save(timur, { mandate: await mandateOf(timur), shownAs: "ә".repeat(161) })).status).toBe(422);
  });
});

describe("the overview", () => {
  const seen = async (person: Person) => ((await open(person, "overview")).data as { overview: { requests: unknown; drafts: unknown; nextEvent: { slug: string } | null } }).overview;

  test("shows each leader what their mandate allows", async () => {
    expect(await seen(daniyar)).toMatchObject({ requests: { count: 1 }, drafts: { count: 1 }, hasPresident: true });
    expect(await seen(timur)).toMatchObject({ requests: null, drafts: null });
    expect(await seen(zhanel)).toMatchObject({ requests: null, drafts: { count: 1 } });
  });
});

test("whoever holds two offices in a chapter may do what either of them allows", async () => {
  const mayEdit = async () => ((await (await browserOf(timur)).get(events.loader, "/kk/lead/london/events", { params })).data as { mayEdit: boolean }).mayEdit;
  expect(await mayEdit()).toBe(false);
  await backend.sql`insert into mandates (member_id, chapter_id, role, during) values (${timur.member}, ${chapters.london}, 'events_lead', tstzrange(now(), now() + interval '1 day'))`;
  expect(await mayEdit()).toBe(true);
});
