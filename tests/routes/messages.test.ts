import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";

import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";

import { env } from "~/core/env.server";
import { listMailbox } from "~/core/mail/mailbox.server";
import { sendLetters } from "~/core/outbox/send.server";
import { adminClient } from "~/core/supabase/admin.server";
import { connectBackend } from "~/core/supabase/backend.server";
import { messageLetters } from "~/features/messages/letters.server";
import * as toLeaders from "~/routes/_site.chapters.$slug_.write";
import * as toUs from "~/routes/_site.write";

import { events } from "../database/fixture";
import { signedIn } from "../support/accounts";
import { Browser } from "../support/browser";
import { freshBackend, type TestBackend } from "../support/database";
import { people } from "../support/people";

let backend: TestBackend;
beforeAll(async () => {
  backend = await freshBackend("fixture");
  connectBackend(backend.backend);
});
beforeEach(async () => {
  await backend.sql`truncate outbox restart identity`;
  await rm(`${process.env.DATA_DIR}/mailbox`, { recursive: true, force: true });
  env().CONTACT_EMAIL = null;
});
afterAll(() => backend.drop());

type Page = typeof toUs | typeof toLeaders;
const us = "/kk/write";
const london = "/kk/chapters/london/write";
const params = { slug: "london" };
const pages: [string, Page, string][] = [["to the association", toUs, us], ["to a chapter", toLeaders, london]];

const text = "Сәлеметсіз бе!\nКеле алмаймын.";
const open = (browser: Browser, page: Page, path: string) => browser.get(page.loader, path, { params });
const send = (browser: Browser, page: Page, path: string, fields: Record<string, string> = {}) =>
  browser.post(page.action, path, { form: randomUUID(), text, ...fields }, { params });
const errorsOf = ({ data }: { data: unknown }) => (data as { error: Record<string, string[]> }).error;
const typedIn = ({ data }: { data: unknown }) => (data as { initialValue: Record<string, string> }).initialValue;
const sent = () => backend.sql`select count(*)::int as n from outbox where kind = 'message'`;

/** Sends the pending letters; returns all letters sent, the newest first. */
async function post() {
  const admin = adminClient();
  if (!admin) throw new Error("The embedded backend has a secret key.");
  while ((await sendLetters(admin, messageLetters)) > 0);
  return listMailbox();
}

describe.each(pages)("writing %s", (_to, page, path) => {
  test("is for who has an account: a visitor is led to the door and back, and given back what they wrote", async () => {
    expect(await open(new Browser(), page, path)).toMatchObject({ status: 302, to: `/kk/sign-in?to=${encodeURIComponent(path)}` });
    expect(await send(new Browser(), page, path)).toMatchObject({ status: 401, data: { kept: expect.arrayContaining([["text", text]]) } });
    expect(await sent()).toEqual([{ n: 0 }]);
  });

  test("tells who has an account where the answer goes, sends, and says so", async () => {
    const { browser, email } = await signedIn(backend, people.aigerim);
    expect((await open(browser, page, path)).data).toMatchObject({ sender: { email, isMember: true }, isSent: false });
    const done = await send(browser, page, path);
    expect([done.status, done.to?.startsWith(`${path}?sent=`)]).toEqual([302, true]);
    expect((await open(browser, page, done.to ?? "")).data).toMatchObject({ isSent: true });
    expect(await sent()).toEqual([{ n: 1 }]);
  });

  test("says that nothing was sent to whoever follows an address that says so", async () => {
    const { browser } = await signedIn(backend, people.aigerim);
    const done = await send(browser, page, path);
    const { browser: other } = await signedIn(backend);
    for (const address of [done.to ?? "", `${path}?sent=${randomUUID()}`, `${path}?sent=1`]) {
      expect((await open(other, page, address)).data, address).toMatchObject({ isSent: false, sender: { isMember: false } });
    }
  });

  test("twice by the same form sends once", async () => {
    const { browser } = await signedIn(backend, people.aigerim);
    const form = randomUUID();
    const answers = [await send(browser, page, path, { form }), await send(browser, page, path, { form })];
    expect([answers[0]?.to === answers[1]?.to, answers.map(({ status }) => status), await sent()]).toEqual([true, [302, 302], [{ n: 1 }]]);
  });

  test("is refused without a word, and when it is too long; what was written is kept", async () => {
    const { browser } = await signedIn(backend, people.aigerim);
    const empty = await send(browser, page, path, { text: " \n\u200b" });
    expect([empty.status, errorsOf(empty)]).toEqual([422, { text: ["messages:form.missing"] }]);
    const long = await send(browser, page, path, { text: "ү".repeat(2001) });
    expect([long.status, errorsOf(long).text?.[0]?.startsWith("common:error.tooLong"), typedIn(long).text]).toEqual([422, true, "ү".repeat(2001)]);
    expect((await send(browser, page, path, { form: "anything" })).status).toBe(422);
    expect(await sent()).toEqual([{ n: 0 }]);
    expect((await send(browser, page, path, { text: "👋".repeat(2000) })).status).toBe(302);
  });

  test("waits an hour after five, with what was written kept", async () => {
    const { browser } = await signedIn(backend, people.aigerim);
    for (let n = 0; n < 5; n += 1) expect((await send(browser, page, path)).status).toBe(302);
    const refused = await send(browser, page, path);
    expect([refused.status, refused.headers.get("Retry-After"), errorsOf(refused), typedIn(refused).text]).toEqual([
      429, "3600", { "": ["messages:refusal.too-many-this-hour"] }, text,
    ]);
  });

  test("is never stored, nor found by a search engine", async () => {
    const { browser } = await signedIn(backend, people.aigerim);
    const { data, headers } = await open(browser, page, path);
    expect((data as { head: unknown[] }).head).toContainEqual({ name: "robots", content: "noindex" });
    expect(headers.has("X-Page-Tags")).toBe(false);
  });
});

describe("whoever is suspended", () => {
  test("writes to the association, and to no chapter", async () => {
    const { browser } = await signedIn(backend, people.ruslan);
    expect((await open(browser, toUs, us)).data).toMatchObject({ sender: { isMember: true } });
    expect((await send(browser, toUs, us)).status).toBe(302);
    for (const answer of [await open(browser, toLeaders, london), await send(browser, toLeaders, london)]) expect(answer).toMatchObject({ status: 403, data: "suspended" });
    expect(await sent()).toEqual([{ n: 1 }]);
  });
});

test("where there is nobody to read it, it is not sent, and kept", async () => {
  const { browser } = await signedIn(backend, people.saule);
  const refused = await send(browser, toUs, us);
  expect([refused.status, errorsOf(refused), typedIn(refused).text]).toEqual([409, { "": ["messages:refusal.nobody-reads"] }, text]);
});

test("where the association names an address, a visitor is told it, and nothing else changes", async () => {
  env().CONTACT_EMAIL = "us@kazalliance.example";
  const { status, data, headers } = await open(new Browser(), toUs, us);
  expect([status, headers.has("X-Page-Tags")]).toEqual([200, false]);
  expect(data).toMatchObject({ sender: null, contact: "us@kazalliance.example" });
  expect((await send(new Browser(), toUs, us)).status).toBe(401);
  expect((await open(new Browser(), toLeaders, london)).status).toBe(302);
  expect(JSON.stringify((await open((await signedIn(backend)).browser, toUs, us)).data)).not.toContain("us@kazalliance.example");
});

describe("what it is about", () => {
  test("is an event of the chapter that the writer may see; the way back to the form says so again", async () => {
    const { browser } = await signedIn(backend, people.aigerim);
    const about = `${london}?event=open`;
    expect((await open(browser, toLeaders, about)).data).toMatchObject({ chapter: { slug: "london" }, event: { id: events.open, title: { kk: "Кездесу" } } });
    expect((await send(browser, toLeaders, about)).to).toContain(`${about}&sent=`);
    for (const hidden of ["draft", "manchester", "no-such-event", ""]) {
      expect((await open(browser, toLeaders, `${london}?event=${hidden}`)).data, hidden).toMatchObject({ event: null });
    }
    expect((await backend.sql`select payload -> 'event' as event from outbox`)[0]?.event).toEqual({ kk: "Кездесу" });
  });

  test("a chapter that does not exist is none", async () => {
    const { browser } = await signedIn(backend, people.aigerim);
    const nowhere = "/kk/chapters/no-such-chapter/write";
    const elsewhere = { params: { slug: "no-such-chapter" } };
    expect((await browser.get(toLeaders.loader, nowhere, elsewhere)).status).toBe(404);
    expect((await browser.post(toLeaders.action, nowhere, { form: randomUUID(), text }, elsewhere)).status).toBe(404);
  });
});

describe("the letter", () => {
  test.each(["kk", "ru", "en"])("comes whole in its reader's language (%s), says who wrote, and answers go to them", async (locale) => {
    await backend.sql`update members set locale = ${locale} where id in (${people.daniyar.member}, ${people.saule.member})`;
    const { browser, email } = await signedIn(backend, people.aigerim);
    await send(browser, toLeaders, `${london}?event=open`);
    await send(browser, toLeaders, london);
    await send(browser, toUs, us);
    await backend.sql`update outbox set payload = jsonb_set(payload, '{is_passed_on}', 'true') where payload ->> 'event' is null and payload -> 'chapter' <> 'null'`;
    const letters = await post();
    expect(letters.map(({ subject }) => [subject.includes("Кездесу"), subject.includes("Лондон"), subject.includes("aigerim")])).toEqual(
      expect.arrayContaining([[true, false, false], [false, true, false], [false, false, true]]),
    );
    for (const { letter, text: plain, html, to, subject } of letters) {
      expect(letter).toMatchObject({ locale, quote: text, replyTo: { name: "aigerim aigerim", address: email } });
      expect(to).not.toBe(email);
      for (const words of ["aigerim aigerim", email, "Лондон", "> Сәлеметсіз бе!\n> Келе алмаймын."]) expect(plain).toContain(words);
      expect(html).toContain("Сәлеметсіз бе!<br>Келе алмаймын.</blockquote>");
      expect(subject + plain).not.toMatch(/\{\{|undefined|null|messages:|common:|mail\./);
    }
  });

  test("of who is no member says so, and has their address alone", async () => {
    const { browser, email } = await signedIn(backend);
    await backend.sql`update members set locale = 'kk' where id = ${people.saule.member}`;
    await send(browser, toUs, us, { text: "<script>alert(1)</script>" });
    const [letter] = await post();
    expect(letter).toMatchObject({ subject: `Бізге хат: ${email}`, letter: { replyTo: { name: "", address: email } } });
    expect(letter?.html).not.toContain("<script>alert");
    expect(await backend.sql`select payload from outbox`).toEqual([{ payload: { chapter: null, event: null, is_passed_on: false } }]);
  });
});
