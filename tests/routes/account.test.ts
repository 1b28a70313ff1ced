import { createHash } from "node:crypto";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { listMailbox } from "~/core/mail/mailbox.server";
import { openVisit } from "~/core/session.server";
import { connectBackend } from "~/core/supabase/backend.server";
import { signUp } from "~/features/account/commands.server";
import { seal } from "~/features/account/link-seal.server";
import { normalizePassword } from "~/features/account/password.server";
import * as settings from "~/routes/_member.settings.account";
import * as confirm from "~/routes/_site.auth.confirm";
import * as reset from "~/routes/_site.reset";
import * as newPassword from "~/routes/_site.reset_.new";
import * as signInPage from "~/routes/_site.sign-in";
import * as codePage from "~/routes/_site.sign-in_.code";
import * as signOutPage from "~/routes/_site.sign-out";

import { submitSignIn, letterTo, makeAccount, newEmail, password } from "../support/accounts";
import { Browser } from "../support/browser";
import { freshBackend, type TestBackend } from "../support/database";

let backend: TestBackend;
beforeAll(async () => {
  backend = await freshBackend();
  connectBackend(backend.backend);
});
afterAll(() => backend.drop());

const session = "ka-auth-token";
const isIn = async (browser: Browser) => (await browser.get(settings.loader, "/kk/settings/account")).status === 200;
const saidIn = ({ data }: { data: unknown }) => JSON.stringify((data as { error?: unknown }).error);
/** The statuses of that many simultaneous tries. */
const all = async (tries: number, act: () => Promise<{ status: number }>) =>
  (await Promise.all(Array.from({ length: tries }, act))).map(({ status }) => status);
const newcomer = async (email: string) => {
  const visit = await openVisit(null, { secure: false });
  return signUp(visit, { email, password, opener: "another browser", locale: "ru", to: "/ru/join/study" });
};

describe("signing in", () => {
  test("the right password opens the page that was asked for, with cookies no script can read", async () => {
    const { email } = await makeAccount(backend);
    const browser = new Browser();
    const answer = await submitSignIn(browser, email, password, "/kk/events?city=gb-london");
    expect(answer).toMatchObject({ status: 302, to: "/kk/events?city=gb-london" });
    expect([...browser.jar.keys()].some((name) => name.startsWith(session))).toBe(true);
    expect(await isIn(browser)).toBe(true);
    expect(await browser.get(signInPage.loader, "/kk/sign-in")).toMatchObject({ status: 302, to: "/kk/me" });
  });

  test("nobody is led to another site afterwards", async () => {
    const { email } = await makeAccount(backend);
    for (const to of ["//evil.example", "https://evil.example/kk", "/\\evil.example", "/kk\t//evil.example"]) {
      expect((await submitSignIn(new Browser(), email, password, to)).to).toBe("/kk/me");
    }
  });

  test("a wrong password and an unknown address get the same answer, and the password is not sent back", async () => {
    const { email } = await makeAccount(backend);
    const known = await submitSignIn(new Browser(), email, "nobody knows this one");
    const unknown = await submitSignIn(new Browser(), newEmail(), "nobody knows this one");
    expect(known.status).toBe(422);
    expect([unknown.status, saidIn(unknown)]).toEqual([known.status, saidIn(known)]);
    expect(JSON.stringify(known.data)).not.toContain("nobody knows this one");
    expect(JSON.stringify(known.data)).toContain(email);
  });

  test("ten wrong passwords, then waiting, also with the right one and also after a restart", async () => {
    const { email } = await makeAccount(backend);
    expect(await all(10, () => submitSignIn(new Browser(), email, "a wrong guess"))).toEqual(Array(10).fill(422));
    const refused = await submitSignIn(new Browser(), email);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("Retry-After"))).toBeGreaterThan(200);
    expect(saidIn(refused)).toContain("tooManyAttempts");
    // The counter is in the database, under a key that does not reveal the address.
    const rows = await backend.sql`select key from public.limits where used > 10`;
    expect(rows).toHaveLength(1);
    expect(rows[0]?.key).toMatch(/^[0-9a-f]{64}$/);
  });

  test("120 students behind one address of the network all get in", async () => {
    const { id } = await makeAccount(backend);
    await backend.sql`insert into auth.users (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, created_at, updated_at)
      select gen_random_uuid(), aud, role, 'campus-' || n || '@student.example', encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, now(), now()
      from auth.users, generate_series(1, 120) n where id = ${id}`;
    let student = 0;
    // Twenty at a time: hashing a hundred and twenty passwords at once would keep a busy machine longer than the test may take.
    while (student < 120) expect(await all(20, () => submitSignIn(new Browser(), `campus-${(student += 1)}@student.example`))).toEqual(Array(20).fill(302));
  });

  test("the right password forgets the wrong ones", async () => {
    const { email } = await makeAccount(backend);
    await all(9, () => submitSignIn(new Browser(), email, "a wrong guess"));
    expect((await submitSignIn(new Browser(), email)).status).toBe(302);
    expect((await submitSignIn(new Browser(), email, "wrong guess")).status).toBe(422);
  });

  test("a password of 64 Cyrillic letters counts to its last letter", async () => {
    const long = "ә".repeat(40) + "ң".repeat(24);
    const { email } = await makeAccount(backend, normalizePassword(long));
    expect((await submitSignIn(new Browser(), email, long)).status).toBe(302);
    expect((await submitSignIn(new Browser(), email, `${long.slice(0, -1)}ж`)).status).toBe(422);
  });
});

describe("signing out", () => {
  test("the cookie of yesterday opens nothing, since its session is gone from the database", async () => {
    const { email } = await makeAccount(backend);
    const browser = new Browser();
    await submitSignIn(browser, email);
    const stolen = new Browser();
    for (const [name, value] of browser.jar) stolen.jar.set(name, value);
    expect(await isIn(stolen)).toBe(true);
    expect(await browser.post(signOutPage.action, "/kk/sign-out", {})).toMatchObject({ to: "/kk/sign-in?notice=signed-out" });
    expect([...browser.jar.keys()].some((name) => name.startsWith(session))).toBe(false);
    expect(await isIn(stolen)).toBe(false);
  });

  test("opening the address alone signs nobody out", async () => {
    const { email } = await makeAccount(backend);
    const browser = new Browser();
    await submitSignIn(browser, email);
    await browser.get(signOutPage.loader, "/kk/sign-out");
    expect(await isIn(browser)).toBe(true);
  });

  test("everywhere means every browser", async () => {
    const { email } = await makeAccount(backend);
    const [phone, desk] = [new Browser(), new Browser()];
    for (const browser of [phone, desk]) await submitSignIn(browser, email);
    const { to } = await phone.post(settings.action, "/kk/settings/account", { intent: "everywhere" });
    expect(to).toBe("/kk/sign-in?notice=signed-out-everywhere");
    expect(await isIn(desk)).toBe(false);
    const told = await Promise.all([phone, desk].map(async (who) => ((await who.get(signInPage.loader, String(to))).data as { done: unknown }).done));
    expect(told).toEqual(["signed-out-everywhere", null]);
  });
});

describe("signing up", () => {
  test("the link of the letter shows a button and uses nothing up; the button signs in and leads on", async () => {
    const email = newEmail();
    expect(await newcomer(email)).toEqual({ ok: true });
    const { token_hash: tokenHash, redirect_to: redirectTo } = letterTo(backend, email).email_data;
    expect(redirectTo).toContain("/ru/join/study");
    const sealed = seal("email", tokenHash);
    const link = `/ru/auth/confirm?type=email&token_hash=${sealed}&to=/ru/join/study`;
    for (let scans = 0; scans < 3; scans += 1) expect((await new Browser().get(confirm.loader, link)).status).toBe(200);

    const browser = new Browser();
    const pressed = await browser.post(confirm.action, "/ru/auth/confirm", { type: "email", token_hash: sealed, to: "/ru/join/study" });
    expect(pressed).toMatchObject({ status: 302, to: "/ru/reset/new?notice=choose-password&to=%2Fru%2Fjoin%2Fstudy" });
    expect(await isIn(browser)).toBe(true);
    const again = await new Browser().post(confirm.action, "/ru/auth/confirm", { type: "email", token_hash: sealed });
    expect(again).toMatchObject({ status: 410, data: { status: "error", type: "email" } });
  });

  test("before that, the right password is told to confirm, a wrong one learns nothing", async () => {
    const email = newEmail();
    await newcomer(email);
    const right = await submitSignIn(new Browser(), email);
    expect([right.status, saidIn(right)]).toEqual([409, expect.stringContaining("notConfirmed")]);
    expect((await submitSignIn(new Browser(), email, "a wrong guess")).status).toBe(422);
  });

  test("a known address gets the same answer and is told by letter", async () => {
    const { email } = await makeAccount(backend);
    expect(await newcomer(email)).toEqual({ ok: true });
    expect(backend.mails.some(({ user }) => user.email === email)).toBe(false);
    const [letter] = await listMailbox(1);
    expect(letter).toMatchObject({ to: email, letter: { locale: "ru", button: { url: expect.stringContaining("/ru/sign-in") } } });
  });
});

describe("a mailed code", () => {
  const ask = (browser: Browser, email: string) => browser.post(codePage.action, "/kk/sign-in/code", { intent: "ask", email, to: "/kk/events" });
  const type = (browser: Browser, code: string) => browser.post(codePage.action, "/kk/sign-in/code", { intent: "enter", code, to: "/kk/events" });

  test("signs in, once", async () => {
    const { email } = await makeAccount(backend, null);
    const [browser, other] = [new Browser(), new Browser()];
    const asked = await ask(browser, email);
    expect(asked.to).not.toContain(email.split("@")[0]);
    expect((await browser.get(codePage.loader, asked.to ?? "")).data).toMatchObject({ email });
    const { token } = letterTo(backend, email).email_data;
    other.jar.set("ka-letter-to", browser.jar.get("ka-letter-to") ?? "");
    expect(await type(browser, `${token.slice(0, 3)} ${token.slice(3)}`)).toMatchObject({ status: 302, to: "/kk/events" });
    expect(await isIn(browser)).toBe(true);
    expect((await type(other, token)).status).toBe(422);
  });

  test("a wrong one is refused, and the tenth ends the guessing", async () => {
    const { email } = await makeAccount(backend);
    const browser = new Browser();
    await ask(browser, email);
    const { token } = letterTo(backend, email).email_data;
    const wrong = token === "123456" ? "654321" : "123456";
    expect(await all(10, () => type(browser, wrong))).toEqual(Array(10).fill(422));
    expect((await type(browser, token)).status).toBe(429);
  });

  test("five digits are no code", async () => {
    const browser = new Browser();
    await ask(browser, newEmail());
    expect(saidIn(await type(browser, "12345"))).toContain("sixDigits");
  });

  test("an unknown address gets the same answer, and no letter", async () => {
    const { email } = await makeAccount(backend);
    const stranger = newEmail();
    const [known, unknown] = [await ask(new Browser(), email), await ask(new Browser(), stranger)];
    expect([unknown.status, unknown.to]).toEqual([known.status, known.to]);
    expect(backend.mails.some(({ user }) => user.email === stranger)).toBe(false);
  });

  test("asked for again within the minute, the answer stays the same; the sixth letter has to wait", async () => {
    const { email } = await makeAccount(backend);
    const browser = new Browser();
    expect(await all(5, () => ask(browser, email))).toEqual(Array(5).fill(302));
    const sixth = await ask(browser, email);
    expect([sixth.status, sixth.headers.has("Retry-After")]).toEqual([429, true]);
    const stranger = newEmail();
    await all(5, () => ask(new Browser(), stranger));
    expect((await ask(new Browser(), stranger)).status).toBe(429);
  });
});

describe("a new password", () => {
  const askLink = (email: string) => new Browser().post(reset.action, "/en/reset", { email });
  const follow = async (email: string) => {
    const browser = new Browser();
    const { token_hash: tokenHash } = letterTo(backend, email).email_data;
    const answer = await browser.post(confirm.action, "/en/auth/confirm", { type: "recovery", token_hash: seal("recovery", tokenHash) });
    return { browser, answer };
  };

  test("after the letter's link: the old one and every other browser are out", async () => {
    const { email } = await makeAccount(backend);
    const elsewhere = new Browser();
    await submitSignIn(elsewhere, email);
    expect(await askLink(email)).toMatchObject({ status: 302, to: "/en/reset?notice=check-mail" });
    const { browser, answer } = await follow(email);
    expect(answer.to).toBe("/en/reset/new");
    const set = (secret: string, to = "") => browser.post(newPassword.action, `/en/reset/new${to}`, { password: secret });
    expect(saidIn(await set("қысқа"))).toContain("passwordShort");
    expect(saidIn(await set("йцукенгш"))).toContain("passwordCommon");
    expect(saidIn(await set(password))).toContain("password.same");
    expect((await set("жаңа көктем 2027")).to).toBe("/en/settings/account?notice=password-changed");
    expect((await browser.get(settings.loader, "/en/settings/account?notice=password-changed")).data).toMatchObject({ done: "password-changed" });
    expect(await isIn(browser)).toBe(true);
    expect(await isIn(elsewhere)).toBe(false);
    expect((await submitSignIn(new Browser(), email)).status).toBe(422);
    expect((await submitSignIn(new Browser(), email, "жаңа көктем 2027")).status).toBe(302);
    const astray = "/en/settings/account?notice=email-changed";
    expect((await set("тағы бір көктем 2028", `?to=${encodeURIComponent(astray)}`)).to).toBe(astray);
    expect((await browser.get(settings.loader, astray)).data).toMatchObject({ done: null });
  });

  test("whoever knows the address and guesses the six digits has no link: ours are sealed, each for its purpose", async () => {
    const { email } = await makeAccount(backend);
    await askLink(email);
    const { token, token_hash: tokenHash } = letterTo(backend, email).email_data;
    expect(tokenHash, "the auth service makes the hash of what can be guessed").toBe(createHash("sha256").update(email + token).digest("hex"));
    const press = (sealed: string) => new Browser().post(confirm.action, "/en/auth/confirm", { type: "recovery", token_hash: sealed });
    const own = seal("recovery", tokenHash);
    const forged = [tokenHash, `${tokenHash}.`, `${tokenHash}.${"0".repeat(64)}`, seal("email", tokenHash), own.replace(/^./, "x"), `${own}0`];
    for (const link of forged) expect(await press(link), link).toMatchObject({ status: 410 });
    expect((await press(own)).to).toBe("/en/reset/new");
  });

  test("a session alone is not enough to set one", async () => {
    const { email } = await makeAccount(backend);
    const browser = new Browser();
    await submitSignIn(browser, email);
    const refused = { status: 302, to: "/en/reset?notice=ask-again" };
    expect(await browser.get(newPassword.loader, "/en/reset/new")).toMatchObject(refused);
    expect(await browser.post(newPassword.action, "/en/reset/new", { password: "жаңа көктем 2027" })).toMatchObject(refused);
    expect((await submitSignIn(new Browser(), email)).status).toBe(302);
  });

  test("an unknown address gets the same answer", async () => {
    const { email } = await makeAccount(backend);
    const [known, unknown] = [await askLink(email), await askLink(newEmail())];
    expect([unknown.status, unknown.to]).toEqual([known.status, known.to]);
  });

  test("in the settings only with the current one; the other browsers are out", async () => {
    const { email } = await makeAccount(backend);
    const [browser, elsewhere] = [new Browser(), new Browser()];
    await submitSignIn(browser, email);
    await submitSignIn(elsewhere, email);
    const change = (current: string, secret: string) => browser.post(settings.action, "/kk/settings/account", { intent: "password", current, password: secret });
    const wrong = await change("not the current one", "жаңа көктем 2027");
    expect([wrong.status, saidIn(wrong)]).toEqual([422, expect.stringContaining("wrongCurrent")]);
    expect(JSON.stringify(wrong.data)).not.toContain("көктем");
    const noticed = async (who: Browser) => (await who.get(settings.loader, "/kk/settings/account?notice=password-changed")).data;
    expect(await noticed(browser)).toMatchObject({ done: null });
    expect((await change(password, "жаңа көктем 2027")).to).toContain("password-changed");
    expect(await noticed(browser)).toMatchObject({ done: "password-changed" });
    expect(await isIn(browser)).toBe(true);
    expect(await isIn(elsewhere)).toBe(false);
  });
});

describe("another address", () => {
  const ask = (browser: Browser, email: string) => browser.post(settings.action, "/kk/settings/account", { intent: "email", email });

  test("holds when both mailboxes have confirmed, in whatever browser", async () => {
    const { email } = await makeAccount(backend);
    const wanted = newEmail();
    const browser = new Browser();
    await submitSignIn(browser, email);
    expect((await ask(browser, wanted)).to).toContain("email-asked");
    const { token_hash: ofNew, token_hash_new: ofOld } = letterTo(backend, email).email_data;
    const press = (tokenHash = "", by = browser) => by.post(confirm.action, "/kk/auth/confirm", { type: "email_change", token_hash: seal("email_change", tokenHash) });
    expect((await press(ofNew, new Browser())).to).toBe("/kk/auth/confirm?notice=half-confirmed");
    expect((await submitSignIn(new Browser(), wanted)).status).toBe(422);
    const told = async () => (await browser.get(settings.loader, "/kk/settings/account?notice=email-changed")).data;
    expect(await told()).toMatchObject({ done: null });
    expect((await press(ofOld)).to).toBe("/kk/settings/account?notice=email-changed");
    expect(await told()).toMatchObject({ done: "email-changed" });
    expect((await browser.get(settings.loader, "/kk/settings/account")).data).toMatchObject({ email: wanted });
    expect((await submitSignIn(new Browser(), wanted)).status).toBe(302);
    expect((await submitSignIn(new Browser(), email)).status).toBe(422);
  });

  test("one that somebody else has gets the same answer, one's own is no change", async () => {
    const [{ email }, other] = [await makeAccount(backend), await makeAccount(backend)];
    const browser = new Browser();
    await submitSignIn(browser, email);
    expect((await ask(browser, other.email)).to).toContain("email-asked");
    expect(saidIn(await ask(browser, email.toUpperCase()))).toContain("sameEmail");
  });

  test("visitors are led to the door and back", async () => {
    expect((await new Browser().get(settings.loader, "/kk/settings/account")).to).toBe("/kk/sign-in?to=%2Fkk%2Fsettings%2Faccount");
  });
});
