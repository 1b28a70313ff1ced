import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { connectBackend } from "~/core/supabase/backend.server";
import { seal } from "~/features/account/link-seal.server";
import * as door from "~/routes/_site.auth.confirm";
import * as account from "~/routes/_site.join._index";
import * as confirm from "~/routes/_site.join.confirm";
import * as study from "~/routes/_site.join.study";
import * as newPassword from "~/routes/_site.reset_.new";
import * as you from "~/routes/_site.join.you";
import * as me from "~/routes/_member.me";

import { submitSignIn, letterTo, newEmail, password } from "../support/accounts";
import { Browser } from "../support/browser";
import { freshBackend, type TestBackend } from "../support/database";

let backend: TestBackend;
beforeAll(async () => {
  backend = await freshBackend("fixture");
  connectBackend(backend.backend);
});
afterAll(() => backend.drop());

const saidIn = ({ data }: { data: unknown }) => JSON.stringify((data as { error?: unknown }).error);
const atKings = {
  country: "GB", city: "gb-london", university: "king’s college  LONDON", degree: "master", field: "ict",
  startMonth: "9", startYear: "2026", endMonth: "6", endYear: "2028",
};
const names = { surname: "Сейітқали", givenName: "Аружан", patronymic: "", latinName: "", homeRegion: "kz-abai", funding: "daad" };
const consents = { processing: "on", cross_border: "on" };

/** A browser in which somebody has created an account and entered the mailed code. */
async function newcomer(): Promise<{ browser: Browser; email: string }> {
  const [browser, email] = [new Browser(), newEmail()];
  await browser.post(account.action, "/kk/join", { email, password, intent: "password" });
  const answer = await browser.post(confirm.action, "/kk/join/confirm", { code: letterTo(backend, email).email_data.token ?? "" });
  expect(answer.to).toBe("/kk/join/study");
  return { browser, email };
}
const tellStudy = (browser: Browser, told: Record<string, string> = atKings) => browser.post(study.action, "/kk/join/study", told);
const tellNames = (browser: Browser, told: Record<string, string> = { ...names, ...consents }) => browser.post(you.action, "/kk/join/you", told);
const memberOf = async (email: string) =>
  (await backend.sql`select m.id, m.latin_name, m.locale from members m join auth.users u on u.id = m.user_id where u.email = ${email}`)[0];

describe("joining", () => {
  test("account, code, study, oneself: a member, whose page leads to the chapters", async () => {
    const { browser, email } = await newcomer();
    expect((await browser.get(me.loader, "/kk/me")).to).toBe("/kk/join/study");
    expect((await tellStudy(browser)).to).toBe("/kk/join/you");
    expect((await tellNames(browser)).to).toBe("/kk/join/chapter");
    const member = await memberOf(email);
    expect(member).toMatchObject({ latin_name: "Seiitkali Aruzhan", locale: "kk" });
    expect((await backend.sql`select university_id from studies where member_id = ${member?.id}`)[0]?.university_id).toBe("gb-kings");
    const { data } = await browser.get(me.loader, "/kk/me");
    expect(data).toMatchObject({ tasks: ["chapter"], page: { status: "applicant", memberships: [], events: { total: 0 } } });
  });

  test("a weak password and a wrong code are refused; what was typed is kept, but not the password", async () => {
    const [browser, email] = [new Browser(), newEmail()];
    const weak = await browser.post(account.action, "/kk/join", { email, password: "қысқа", intent: "password" });
    expect([weak.status, saidIn(weak)]).toEqual([422, expect.stringContaining("passwordShort")]);
    expect(JSON.stringify(weak.data)).toContain(email);
    expect(JSON.stringify(weak.data)).not.toContain("қысқа");
    await browser.post(account.action, "/kk/join", { email, password, intent: "password" });
    const wrong = await browser.post(confirm.action, "/kk/join/confirm", { code: "000 000" });
    expect([wrong.status, saidIn(wrong)]).toEqual([422, expect.stringContaining("codeWrong")]);
    expect((await new Browser().get(confirm.loader, "/kk/join/confirm")).to).toBe("/kk/join");
  });

  test("whoever proves the mailbox has the account: a password typed in another browser holds no longer", async () => {
    const [stranger, browser, email] = [new Browser(), new Browser(), newEmail()];
    await stranger.post(account.action, "/kk/join", { email, password: "the stranger’s own words", intent: "password" });
    for (const intent of ["password", "code"]) await browser.post(account.action, "/kk/join", { email, password, intent });
    await browser.post(account.action, "/kk/join", { email, password, intent: "password" });
    const proven = await browser.post(confirm.action, "/kk/join/confirm", { code: letterTo(backend, email).email_data.token ?? "" });
    expect(proven.to).toBe("/kk/reset/new?notice=choose-password&to=%2Fkk%2Fjoin%2Fstudy");
    for (const secret of ["the stranger’s own words", password]) expect((await submitSignIn(new Browser(), email, secret)).status).toBe(422);
    expect((await browser.post(newPassword.action, proven.to ?? "", { password })).to).toBe("/kk/join/study");
    expect((await submitSignIn(new Browser(), email, password)).status).toBe(302);
    expect((await backend.sql`select raw_user_meta_data ? 'opener' as kept from auth.users where email = ${email}`)[0]?.kept).toBe(false);
  });

  test("the letter's button on another device goes on there; the first device gets in with a new code", async () => {
    const [phone, desk, email] = [new Browser(), new Browser(), newEmail()];
    await desk.post(account.action, "/kk/join", { email, password, intent: "password" });
    const { token, token_hash: tokenHash, redirect_to: redirectTo } = letterTo(backend, email).email_data;
    const to = new URL(redirectTo ?? "").pathname;
    const followed = await phone.post(door.action, "/kk/auth/confirm", { type: "email", token_hash: seal("email", tokenHash), to });
    expect(followed.to).toBe("/kk/reset/new?notice=choose-password&to=%2Fkk%2Fjoin%2Fstudy");
    expect((await tellStudy(phone)).to).toBe("/kk/join/you");

    expect((await desk.post(confirm.action, "/kk/join/confirm", { code: token ?? "" })).status).toBe(422);
    expect((await desk.post(confirm.action, "/kk/join/confirm", { intent: "again" })).to).toBe("/kk/join/confirm?again");
    expect((await desk.post(confirm.action, "/kk/join/confirm", { code: letterTo(backend, email).email_data.token ?? "" })).to).toBe("/kk/join/study");
    // What was entered on the phone is there.
    expect((await desk.get(study.loader, "/kk/join/study")).data).toMatchObject({ draft: { city: "gb-london", startYear: "2026" } });
    expect((await desk.get(confirm.loader, "/kk/join/confirm")).to).toBe("/kk/join/study");
  });

  test.each(["password", "code"])("four clicks at once open one account (by %s), and each leads on to the code that holds", async (intent) => {
    const [browser, email] = [new Browser(), newEmail()];
    await browser.get(account.loader, "/kk/join");
    const answers = await Promise.all(Array.from({ length: 4 }, () => browser.post(account.action, "/kk/join", { email, password, intent })));
    expect(answers.map(({ to }) => to)).toEqual(Array(4).fill("/kk/join/confirm"));
    expect(await backend.sql`select from auth.users where email = ${email}`).toHaveLength(1);
    expect((await browser.post(confirm.action, "/kk/join/confirm", { code: letterTo(backend, email).email_data.token ?? "" })).to).toBe("/kk/join/study");
  });

  test("asking for codes without end is refused, and nothing says that one was sent", async () => {
    const [browser, email] = [new Browser(), newEmail()];
    await browser.post(account.action, "/kk/join", { email, intent: "code" });
    const answers = [];
    for (let time = 0; time < 12; time += 1) answers.push(await browser.post(confirm.action, "/kk/join/confirm", { intent: "again" }));
    const refused = answers.at(-1);
    expect(refused?.status).toBe(429);
    expect(Number(refused?.headers.get("Retry-After"))).toBeGreaterThan(0);
  });
});

describe("the draft", () => {
  test("is kept from step to step, back again, and on another day", async () => {
    const { browser } = await newcomer();
    await tellStudy(browser);
    expect((await tellNames(browser, { ...names, intent: "back" })).to).toBe("/kk/join/study");
    await tellStudy(browser, { ...atKings, degree: "phd" });
    const { data } = await browser.get(you.loader, "/kk/join/you");
    expect(data).toMatchObject({ draft: { surname: "Сейітқали", givenName: "Аружан", funding: "daad" } });
    // No consent is given in advance, not even by going back.
    expect(JSON.stringify(data)).not.toContain("processing");
  });

  test("a study that cannot be is refused: ends before it begins, a city of another country, a university nobody knows", async () => {
    const { browser } = await newcomer();
    const cases = [
      [{ endYear: "2025" }, "dateOrder"],
      [{ city: "cz-prague" }, "cityElsewhere"],
      [{ university: "Хогвартс" }, "universityUnknown"],
      [{ degree: "wizard" }, "join.missing.degree"],
    ] as const;
    for (const [wrong, said] of cases) {
      const answer = await tellStudy(browser, { ...atKings, ...wrong });
      expect([answer.status, saidIn(answer)]).toEqual([422, expect.stringContaining(said)]);
    }
    expect((await tellStudy(browser, { ...atKings, university: "kcl" })).to).toBe("/kk/join/you");
    expect((await tellStudy(browser, { ...atKings, university: "Хогвартс", isElsewhere: "on" })).to).toBe("/kk/join/you");
  });

  test("a name that sounds like the university is offered, and pressing it chooses it", async () => {
    const { browser } = await newcomer();
    const typed = { ...atKings, university: "Kings Colege" };
    const { data } = await tellStudy(browser, typed);
    expect(data).toMatchObject({ suggestions: expect.arrayContaining(["King’s College London"]) });
    expect((await tellStudy(browser, { ...typed, meant: "King’s College London" })).to).toBe("/kk/join/you");
  });

  test("neither a city nor a university that cannot be kept is taken: no such city, one letter, one sign", async () => {
    const { browser } = await newcomer();
    const elsewhere = { ...atKings, isElsewhere: "on" };
    const cases = [
      [{ city: "gb-nowhere" }, "join.missing.city"],
      [{ university: "Ұ" }, "join.universityShort"],
      [{ university: "🎓" }, "join.universityShort"],
      [{ university: "Ұ\u200B" }, "join.universityShort"],
    ] as const;
    for (const [wrong, said] of cases) {
      const answer = await tellStudy(browser, { ...elsewhere, ...wrong });
      expect([wrong, answer.status, saidIn(answer)]).toEqual([wrong, 422, expect.stringContaining(said)]);
    }
  });

  test("keeps a name that is too long up to a whole letter", async () => {
    const { browser } = await newcomer();
    await tellStudy(browser);
    const refused = await tellNames(browser, { ...names, ...consents, surname: `${"a".repeat(159)}😀😀` });
    expect([refused.status, saidIn(refused)]).toEqual([422, expect.stringContaining("tooLong")]);
    expect((await browser.get(you.loader, "/kk/join/you")).data).toMatchObject({ draft: { surname: `${"a".repeat(159)}😀` } });
  });

  test("the third step cannot be taken before the second", async () => {
    const { browser } = await newcomer();
    expect((await browser.get(you.loader, "/kk/join/you")).to).toBe("/kk/join/study");
    expect((await tellNames(browser)).to).toBe("/kk/join/study");
  });
});

describe("becoming a member", () => {
  test("without the two needed consents nobody does, and the names typed are kept", async () => {
    const { browser, email } = await newcomer();
    await tellStudy(browser);
    const refused = await tellNames(browser, { ...names, processing: "on" });
    expect([refused.status, saidIn(refused)]).toEqual([422, expect.stringContaining("join.missing.cross_border")]);
    expect(JSON.stringify(refused.data)).toContain("Сейітқали");
    expect(await memberOf(email)).toBeUndefined();
    expect((await browser.get(you.loader, "/kk/join/you")).data).toMatchObject({ draft: { surname: "Сейітқали" } });
  });

  test("the longest names there may be are taken, with as much of their Latin spelling as fits", async () => {
    const { browser, email } = await newcomer();
    await tellStudy(browser);
    const longest = "Щ".repeat(80);
    expect((await tellNames(browser, { ...names, ...consents, surname: longest, givenName: longest })).to).toBe("/kk/join/chapter");
    expect((await memberOf(email))?.latin_name).toHaveLength(160);
  });

  test("a name that nobody can see is none, nor is one without a letter; a region that does not exist is not chosen", async () => {
    const { browser } = await newcomer();
    await tellStudy(browser);
    const cases = [
      [{ surname: "\u200F\u200B" }, "join.missing.surname"],
      [{ givenName: "\u202E" }, "join.missing.givenName"],
      [{ surname: "12 · 3" }, "error.noLetter"],
      [{ patronymic: "***" }, "error.noLetter"],
      [{ latinName: "–" }, "error.noLetter"],
      [{ homeRegion: "kz-atlantis" }, "homeRegion"],
    ] as const;
    for (const [wrong, said] of cases) {
      const answer = await tellNames(browser, { ...names, ...consents, ...wrong });
      expect([wrong, answer.status, saidIn(answer)]).toEqual([wrong, 422, expect.stringContaining(said)]);
    }
  });

  test("the signs that turn text around are taken out of a name, and a field of blanks is empty", async () => {
    const { browser, email } = await newcomer();
    await tellStudy(browser);
    const told = { ...names, ...consents, surname: "\u202EСейіт\u200Bқали\r\n", patronymic: " \u200F ", latinName: "\u2066 " };
    expect((await tellNames(browser, told)).to).toBe("/kk/join/chapter");
    const [member] = await backend.sql`select surname, patronymic, latin_name from members where id = ${(await memberOf(email))?.id}`;
    expect(member).toEqual({ surname: "Сейітқали", patronymic: null, latin_name: "Seiitkali Aruzhan" });
  });

  test("the database refuses it too, whoever asks it past the form", async () => {
    const { browser } = await newcomer();
    const { openVisit } = await import("~/core/session.server");
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const { db } = await openVisit(cookie, { secure: false });
    const { error } = await db.rpc("become_member", { person: {}, study: {}, agreed: ["processing"], consent_version: "2026-11" });
    expect(error).toMatchObject({ code: "KA032", message: "consent-missing" });
  });

  test("five clicks at once make one member, and each leads on", async () => {
    const { browser, email } = await newcomer();
    await tellStudy(browser);
    const answers = await Promise.all(Array.from({ length: 5 }, () => tellNames(browser)));
    // A click that comes after the draft is gone is redirected to the previous step, which redirects members onwards.
    expect(answers.map(({ to }) => to)).toContain("/kk/join/chapter");
    expect(["/kk/join/chapter", "/kk/join/study"]).toEqual(expect.arrayContaining([...new Set(answers.map(({ to }) => to))]));
    expect(await backend.sql`select from members m join auth.users u on u.id = m.user_id where u.email = ${email}`).toHaveLength(1);
    expect(await backend.sql`select from consents c join members m on m.id = c.member_id join auth.users u on u.id = m.user_id where u.email = ${email}`).toHaveLength(6);
    expect((await browser.get(study.loader, "/kk/join/study")).to).toBe("/kk/join/chapter");
  });

  test("only what was ticked is agreed to, in the language it was shown in", async () => {
    const { browser, email } = await newcomer();
    await tellStudy(browser);
    await browser.post(you.action, "/ru/join/you", { ...names, ...consents, agreed: "mailing" });
    const rows = await backend.sql`
      select purpose, language from consents c join members m on m.id = c.member_id join auth.users u on u.id = m.user_id where u.email = ${email} and is_given order by 1`;
    expect(rows).toEqual(["cross_border", "mailing", "processing"].map((purpose) => ({ purpose, language: "ru" })));
  });
});
