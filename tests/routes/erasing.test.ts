import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { listMailbox } from "~/core/mail/mailbox.server";
import { sendLetters } from "~/core/outbox/send.server";
import { adminClient } from "~/core/supabase/admin.server";
import { connectBackend } from "~/core/supabase/backend.server";
import { openVisit } from "~/core/session.server";
import { signUp } from "~/features/account/commands.server";
import { accountLetters } from "~/features/account/letters.server";
import * as settings from "~/routes/_member.settings.account";
import * as erasePage from "~/routes/_member.settings.erase";
import * as privacy from "~/routes/_member.settings.privacy";
import * as profile from "~/routes/_member.settings.profile";
import * as confirm from "~/routes/_site.auth.confirm";
import * as codePage from "~/routes/_site.sign-in_.code";
import { seal } from "~/features/account/link-seal.server";

import { submitSignIn, letterTo, makeAccount, password, signedIn } from "../support/accounts";
import { Browser, type Answer, type Handler } from "../support/browser";
import { waitForLocks, actAs, freshBackend, type TestBackend } from "../support/database";
import { people, type Person } from "../support/people";

let backend: TestBackend;
beforeAll(async () => {
  backend = await freshBackend("fixture");
  connectBackend(backend.backend);
});
afterAll(() => backend.drop());

const here = "/kk/settings/erase";
const farewell = { status: 302, to: "/kk/sign-in?notice=account-erased" };
const saidIn = ({ data }: { data: unknown }) => JSON.stringify((data as { error?: unknown }).error);
const press = (browser: Browser, fields: Record<string, string>) => browser.post(erasePage.action, here, fields);
const isIn = async (browser: Browser) => (await browser.get(settings.loader, "/kk/settings/account")).status === 200;
const isThere = async (email: string) => (await backend.sql`select from auth.users where email = ${email}`).length === 1;
const wayIn = async (browser: Browser, search = "") => ((await browser.get(erasePage.loader, here + search)).data as { way: string }).way;

/** The tables in which an address appears: our own and those of the auth service. */
async function placesOf(email: string): Promise<string[]> {
  const tables = await backend.sql`select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, 'auth'::regnamespace) order by 1`;
  const found: string[] = [];
  for (const { name } of tables) if ((await backend.sql.unsafe(`select from ${name} as row where row::text ilike '%${email}%' limit 1`)).length > 0) found.push(String(name));
  return found;
}

describe("with the password", () => {
  test("the account is gone: cookies, other browsers, the way in; its address too, once the letter is sent", async () => {
    const { browser, email } = await signedIn(backend, people.aigerim);
    const elsewhere = new Browser();
    await submitSignIn(elsewhere, email);
    const stolen = new Browser();
    for (const [name, value] of browser.jar) stolen.jar.set(name, value);

    expect(await press(browser, { intent: "password", password })).toMatchObject(farewell);
    expect([...browser.jar.keys()].filter((name) => name.startsWith("ka-auth-token"))).toEqual([]);
    expect([await isIn(browser), await isIn(elsewhere), await isIn(stolen)]).toEqual([false, false, false]);
    expect((await submitSignIn(new Browser(), email)).status).toBe(422);
    expect(await placesOf(email)).toEqual(["outbox"]);

    const admin = adminClient();
    if (!admin) throw new Error("The embedded backend has a secret key.");
    await backend.sql`delete from outbox where address is null`;
    expect(await sendLetters(admin, accountLetters)).toBe(1);
    const [letter] = await listMailbox(1);
    expect(letter).toMatchObject({ to: email, letter: { locale: "kk", button: { url: expect.stringContaining("/kk/join") } } });
    expect(letter?.text).not.toMatch(/aigerim(?!@)|undefined|null|mail\./);
    expect(await placesOf(email)).toEqual([]);
  });

  test("a wrong one is refused beside the field and erases nothing; without one nothing is asked of the auth service", async () => {
    const { browser, email } = await signedIn(backend);
    const wrong = await press(browser, { intent: "password", password: "a wrong guess" });
    expect([wrong.status, saidIn(wrong)]).toEqual([422, expect.stringContaining('"password":["account:password.wrongCurrent"]')]);
    expect(JSON.stringify(wrong.data)).not.toContain("a wrong guess");
    expect((await press(browser, { intent: "password" })).status).toBe(422);
    expect((await press(browser, { intent: "anything" })).status).toBe(422);
    expect([await isThere(email), await isIn(browser)]).toEqual([true, true]);
  });

  test("guesses are counted as at the door", async () => {
    const { browser, email } = await signedIn(backend);
    for (let guess = 0; guess < 10; guess += 1) await press(browser, { intent: "password", password: "a wrong guess" });
    const refused = await press(browser, { intent: "password", password });
    expect([refused.status, refused.headers.has("Retry-After"), await isThere(email)]).toEqual([429, true, true]);
  });

  test("the same address opens a new account, and nothing of the old one is in it", async () => {
    const { browser, email } = await signedIn(backend, people.zhanel);
    await press(browser, { intent: "password", password });
    const visit = await openVisit(null, { secure: false });
    expect(await signUp(visit, { email, password, opener: "another browser", locale: "ru", to: "/ru/join/study" })).toEqual({ ok: true });
    const anew = new Browser();
    await anew.post(confirm.action, "/ru/auth/confirm", { type: "email", token_hash: seal("email", letterTo(backend, email).email_data.token_hash) });
    expect(await isIn(anew)).toBe(true);
    expect((await anew.get(erasePage.loader, here)).data).toMatchObject({ isMember: false });
    expect(await backend.sql`select from members where id = ${people.zhanel.member} and surname is null and user_id is null`).toHaveLength(1);
  });
});

describe("without a password", () => {
  test("a mailed code erases; a wrong one does not", async () => {
    const { browser, email } = await signedIn(backend);
    expect(await wayIn(browser)).toBe("password");
    expect((await press(browser, { intent: "send" })).to).toBe(`${here}?sent=1`);
    expect(await wayIn(browser, "?sent=1")).toBe("code");
    const { token } = letterTo(backend, email).email_data;
    const wrong = await press(browser, { intent: "code", code: token === "123456" ? "654321" : "123456" });
    expect([wrong.status, saidIn(wrong), await isThere(email)]).toEqual([422, expect.stringContaining('"code"'), true]);
    expect(await press(browser, { intent: "code", code: `${token.slice(0, 3)} ${token.slice(3)}` })).toMatchObject(farewell);
    expect([await isThere(email), await isIn(browser)]).toEqual([false, false]);
  });

  test("who came through a letter a moment ago proves nothing again", async () => {
    const { email } = await makeAccount(backend, null);
    const browser = new Browser();
    await browser.post(codePage.action, "/kk/sign-in/code", { intent: "ask", email, to: "/kk/me" });
    await browser.post(codePage.action, "/kk/sign-in/code", { intent: "enter", code: letterTo(backend, email).email_data.token, to: "/kk/me" });
    expect(await wayIn(browser)).toBe("letter");
    expect(await press(browser, { intent: "letter" })).toMatchObject(farewell);
    expect(await isThere(email)).toBe(false);
  });

  test("who came by password may not say that it was a letter", async () => {
    const { browser, email } = await signedIn(backend);
    const refused = await press(browser, { intent: "letter" });
    expect([refused.status, saidIn(refused), await isThere(email)]).toEqual([409, expect.stringContaining("erase.notProven"), true]);
  });
});

describe("an office", () => {
  test("is laid down first: the page says so and has no form, and whoever sends one is told the same", async () => {
    const { browser, email } = await signedIn(backend, people.daniyar);
    expect((await browser.get(erasePage.loader, here)).data).toMatchObject({ holdsOffice: true });
    const refused = await press(browser, { intent: "password", password });
    expect([refused.status, saidIn(refused), await isThere(email)]).toEqual([409, expect.stringContaining("erase.inOffice"), true]);
  });
});

test("the page is shut to a visitor and to who is suspended, and open to an account that is no member", async () => {
  expect((await new Browser().get(erasePage.loader, here)).to).toBe(`/kk/sign-in?to=${encodeURIComponent(here)}`);
  const { browser } = await signedIn(backend, people.ruslan);
  expect((await browser.get(erasePage.loader, here)).status).toBe(403);
  expect((await press(browser, { intent: "password", password })).status).toBe(403);
  expect((await (await signedIn(backend)).browser.get(erasePage.loader, here)).data).toMatchObject({ isMember: false, holdsOffice: false, way: "password" });
});

test("the letter is whole in every language", () => {
  for (const locale of ["kk", "ru", "en"] as const) {
    const letter = accountLetters.account_erased?.({ payload: { locale }, locale, givenName: "" });
    expect(letter).toMatchObject({ locale, button: { url: expect.stringContaining(`/${locale}/join`) } });
    expect(JSON.stringify(letter)).not.toMatch(/\{\{|undefined|null|account:|mail\./);
  }
});

describe("what is sent from another window while the account is being erased", () => {
  const study = { intent: "study", country: "GB", city: "gb-london", university: "King’s College London", degree: "phd", field: "ict", startMonth: "9", startYear: "2025", endMonth: "6", endYear: "2030" };
  const acts: [string, Person, Handler, string, Record<string, string>, string][] = [
    ["a name", people.timur, profile.action, "/kk/settings/profile", { intent: "person", surname: "Ким", givenName: "Тимур", locale: "kk" }, "not-a-member"],
    ["a study", people.kamila, profile.action, "/kk/settings/profile", study, "not-a-member"],
    ["a consent", people.madina, privacy.action, "/kk/settings/privacy", { agreed: "mailing", intent: "consents" }, "not-a-member"],
    ["a leave", people.asel, privacy.action, "/kk/settings/privacy", { intent: "leave" }, "already-left"],
  ];
  test.each(acts)("%s is refused, and the page leads to the door", async (_what, person, action, path, fields, reason) => {
    const { browser, email } = await signedIn(backend, person);
    await backend.sql`delete from mandates where member_id = ${person.member}`;
    const [session] = await backend.sql`select s.id, s.user_id from auth.sessions s join auth.users u on u.id = s.user_id where u.email = ${email}`;
    let sent: Promise<Answer> | undefined;
    await backend.sql.begin(async (tx) => {
      await actAs(tx, { ...person, account: String(session?.user_id), session: String(session?.id) });
      await tx`select erase_account('2026-11', 'kk')`;
      sent = browser.post(action, path, fields);
      await waitForLocks(backend.sql);
    });
    expect(await sent).toMatchObject({ status: 409, data: { error: { "": [`members:refusal.${reason}`] } } });
    expect((await browser.get(settings.loader, "/kk/settings/account")).to).toMatch(/^\/kk\/sign-in/);
  });
});
