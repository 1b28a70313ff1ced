import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { connectBackend } from "~/core/supabase/backend.server";
import { memberLetters } from "~/features/members/letters.server";
import * as me from "~/routes/_member.me";
import * as myEvents from "~/routes/_member.me_.events";
import * as privacy from "~/routes/_member.settings.privacy";
import * as copy from "~/routes/_member.settings.privacy_.data[.]json";
import * as profile from "~/routes/_member.settings.profile";
import * as event from "~/routes/_site.events.$slug";

import { chapters, events } from "../database/fixture";
import { submitSignIn, makeAccount } from "../support/accounts";
import { Browser } from "../support/browser";
import { freshBackend, type TestBackend } from "../support/database";
import { people, type Person } from "../support/people";

let backend: TestBackend;
beforeAll(async () => {
  backend = await freshBackend("fixture");
  connectBackend(backend.backend);
});
afterAll(() => backend.drop());

/** Signs in a person of the fixture, with a new account. */
async function signedIn({ member }: Person): Promise<Browser> {
  const { id, email } = await makeAccount(backend);
  await backend.sql`update members set user_id = ${id} where id = ${member}`;
  const browser = new Browser();
  await submitSignIn(browser, email);
  return browser;
}
const saidIn = ({ data }: { data: unknown }) => JSON.stringify((data as { error?: unknown }).error);
const doors = [
  [me.loader, "/kk/me"],
  [myEvents.loader, "/kk/me/events"],
  [profile.loader, "/kk/settings/profile"],
  [profile.action, "/kk/settings/profile"],
  [privacy.loader, "/kk/settings/privacy"],
  [privacy.action, "/kk/settings/privacy"],
] as const;

describe("one's own pages", () => {
  test.each(doors)("are shut to a visitor, to an account without a member, and to a suspended member (%#)", async (handler, path) => {
    const call = (browser: Browser) => (handler.name === "action" ? browser.post(handler, path, {}) : browser.get(handler, path));
    expect((await call(new Browser())).to).toBe(`/kk/sign-in?to=${encodeURIComponent(path)}`);
    const { email } = await makeAccount(backend);
    const stranger = new Browser();
    await submitSignIn(stranger, email);
    expect((await call(stranger)).to).toBe("/kk/join/study");
    expect((await call(await signedIn(people.ruslan))).status).toBe(403);
  });

  test("show where one belongs, what comes, and the place in line", async () => {
    const { data } = await (await signedIn(people.zhanel)).get(me.loader, "/kk/me");
    expect(data).toMatchObject({
      tasks: ["latin"],
      page: {
        status: "student",
        memberships: [{ kind: "home", slug: "kings" }],
        events: { total: 1, rows: [{ slug: "open", zone: "Europe/London", mine: { state: "waiting", placeInLine: 1 } }] },
        study: { university: "King’s College London" },
      },
    });
  });

  test("an event that is off is still shown, as off; one that is over is among the past", async () => {
    const browser = await signedIn(people.madina);
    const list = async (search = "") => ((await browser.get(myEvents.loader, `/kk/me/events${search}`)).data as { rows: { slug: string; state: string }[] }).rows.map(({ slug, state }) => `${slug} ${state}`);
    expect(await list()).toEqual(["open published"]);
    await backend.sql`update events set state = 'cancelled', cancel_reason = 'Зал жабық' where id = ${events.open}`;
    expect(await list()).toEqual(["open cancelled"]);
    await backend.sql`update events set state = 'published', starts_at = now() - interval '2 days', ends_at = now() - interval '1 day' where id = ${events.open}`;
    expect(await list()).toEqual([]);
    expect(await list("?when=past")).toEqual(["open published"]);
    await backend.sql`update events set starts_at = '2030-03-01T18:00Z', ends_at = '2030-03-01T20:00Z' where id = ${events.open}`;
    expect((await browser.get(myEvents.loader, "/kk/me/events?page=2")).status).toBe(404);
  });

  test("nothing of one member is in another's pages or copy", async () => {
    const browser = await signedIn(people.timur);
    const strange = Object.entries(people).filter(([name]) => name !== "timur").flatMap(([, { member, account }]) => [member ?? account, account]);
    for (const [loader, path] of doors.filter(([handler]) => handler.name !== "action")) {
      const text = JSON.stringify((await browser.get(loader, path)).data);
      expect(strange.filter((id) => text.includes(id))).toEqual([]);
    }
    const file = await browser.get(copy.loader, "/kk/settings/privacy/data.json");
    expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="kazalliance-\d+\.json"$/);
    expect(file.headers.get("cache-control")).toBe("no-store");
    expect(file.data).toMatchObject({ member: { surname: "timur" }, memberships: [{ kind: "home" }], requests: [{ state: "pending" }] });
    expect(JSON.stringify(file.data)).not.toMatch(/aigerim|daniyar|zhanel/);
  });
});

describe("a copy of what is kept", () => {
  const path = "/kk/settings/privacy/data.json";

  test("is given to an account that is no member, and to no visitor", async () => {
    const { email } = await makeAccount(backend);
    const browser = new Browser();
    expect((await browser.get(copy.loader, path)).to).toContain("/kk/sign-in");
    await submitSignIn(browser, email);
    const file = await browser.get(copy.loader, path);
    expect(file.headers.get("content-disposition")).toBe('attachment; filename="kazalliance.json"');
    expect(file.data).toMatchObject({ account: { email }, messages: [] });
  });

  test("is not given to a suspended member", async () => {
    expect((await (await signedIn(people.ruslan)).get(copy.loader, path)).status).toBe(403);
  });
});

describe("the profile", () => {
  const person = { intent: "person", surname: "Ким", givenName: "Тимур", patronymic: "", latinName: "", homeRegion: "kz-abai", funding: "csc", locale: "ru" };

  test("is saved, the Latin spelling suggested where none is written, and letters come in the chosen language", async () => {
    const browser = await signedIn(people.timur);
    expect((await browser.post(profile.action, "/kk/settings/profile", person)).to).toBe("/kk/settings/profile?notice=person");
    expect((await browser.get(profile.loader, "/kk/settings/profile?notice=person")).data).toMatchObject({
      done: "person",
      me: { surname: "Ким", givenName: "Тимур", patronymic: null, latinName: "Kim Timur", locale: "ru" },
      details: { home_region_id: "kz-abai", funding: "csc" },
    });
    const [account] = await backend.sql`select raw_user_meta_data ->> 'locale' as locale from auth.users u join members m on m.user_id = u.id where m.id = ${people.timur.member}`;
    expect(account?.locale).toBe("ru");
    await browser.post(profile.action, "/kk/settings/profile", { ...person, latinName: "Tim Kim" });
    expect((await browser.get(profile.loader, "/kk/settings/profile")).data).toMatchObject({ me: { latinName: "Tim Kim" } });
  });

  test("without a surname, or with an unknown language, is refused and keeps what was typed", async () => {
    const browser = await signedIn(people.timur);
    const refused = await browser.post(profile.action, "/kk/settings/profile", { ...person, surname: " ", locale: "xx", givenName: "Тимурлан" });
    expect([refused.status, saidIn(refused)]).toEqual([422, expect.stringMatching(/surname.*locale/)]);
    expect(JSON.stringify(refused.data)).toContain("Тимурлан");
  });

  test("takes the longest names there may be, and no region that does not exist", async () => {
    const browser = await signedIn(people.timur);
    const longest = "Щ".repeat(80);
    expect((await browser.post(profile.action, "/kk/settings/profile", { ...person, surname: longest, givenName: longest })).status).toBe(302);
    expect((await browser.get(profile.loader, "/kk/settings/profile")).data).toMatchObject({ me: { latinName: expect.stringMatching(/^Shch.{156}$/) } });
    const refused = await browser.post(profile.action, "/kk/settings/profile", { ...person, homeRegion: "kz-atlantis" });
    expect([refused.status, saidIn(refused)]).toEqual([422, expect.stringContaining("homeRegion")]);
  });

  test("a new study is told, the old one stays, and number, role and owner cannot be sent along", async () => {
    const browser = await signedIn(people.kamila);
    const told = {
      intent: "study", country: "CZ", city: "cz-prague", university: "ČVUT", isElsewhere: "on", degree: "phd", field: "engineering",
      startMonth: "10", startYear: "2026", endMonth: "6", endYear: "2030", member_id: people.daniyar.member ?? "",
    };
    for (const city of ["gb-london", "cz-nowhere"]) {
      const refused = await browser.post(profile.action, "/kk/settings/profile", { ...told, city });
      expect([refused.status, saidIn(refused)]).toEqual([422, expect.stringContaining('"city"')]);
    }
    expect((await browser.post(profile.action, "/kk/settings/profile", told)).to).toBe("/kk/settings/profile?notice=study");
    expect((await browser.get(profile.loader, "/kk/settings/profile")).data).toMatchObject({ studies: [{ cityId: "cz-prague", universityOther: "ČVUT" }, { cityId: "gb-london" }] });
  });
});

test.each([["profile", profile.loader, "person"], ["privacy", privacy.loader, "consents"]] as const)("an address alone does not say that something was saved (%s)", async (page, loader, notice) => {
  const browser = await signedIn(people.daniyar);
  expect((await browser.get(loader, `/kk/settings/${page}?notice=${notice}`)).data).toMatchObject({ done: null });
});

describe("one's data", () => {
  const page = async (browser: Browser, search = "") => (await browser.get(privacy.loader, `/kk/settings/privacy${search}`)).data as { ledger: { purpose: string; isGiven: boolean }[]; journal: { rows: { action: string }[] }; isLeaving: boolean };

  test("a consent that is given in twenty windows at once is one word in the ledger", async () => {
    const browser = await signedIn(people.erlan);
    const said = async () => (await backend.sql`select from consents where member_id = ${people.erlan.member} and purpose = 'mailing'`).length;
    const before = await said();
    const answers = await Promise.all(Array.from({ length: 20 }, () => browser.post(privacy.action, "/kk/settings/privacy", { intent: "consents", agreed: "mailing" })));
    expect(new Set(answers.map(({ to }) => to))).toEqual(new Set(["/kk/settings/privacy?notice=consents"]));
    expect(await said()).toBe(before + 1);
  });

  test("a consent is given and withdrawn in the ledger, word for word, in the language it was shown in; saying the same again adds nothing", async () => {
    const browser = await signedIn(people.daniyar);
    const say = (lang: string, agreed: Record<string, string>) => browser.post(privacy.action, `/${lang}/settings/privacy`, { intent: "consents", ...agreed });
    expect((await say("kk", { agreed: "mailing" })).to).toBe("/kk/settings/privacy?notice=consents");
    await say("kk", { agreed: "mailing" });
    await say("ru", { shown: "mailing processing" });
    expect((await page(browser)).ledger).toMatchObject([
      { purpose: "mailing", isGiven: false, language: "ru" },
      { purpose: "mailing", isGiven: true, language: "kk" },
      { purpose: "processing", isGiven: true },
    ]);
    expect((await say("kk", { agreed: "processing" })).status).toBe(422);
  });

  test("what was withdrawn in another window is not given again by the page that shows it ticked still", async () => {
    const browser = await signedIn(people.timur);
    const say = (fields: Record<string, string>) => browser.post(privacy.action, "/kk/settings/privacy", { intent: "consents", ...fields });
    await say({ agreed: "mailing" });
    await say({ shown: "mailing" });
    await say({ agreed: "mailing", shown: "mailing" });
    expect((await page(browser)).ledger.filter(({ purpose }) => purpose === "mailing").map(({ isGiven }) => isGiven)).toEqual([false, true]);
  });

  test("who looked are the others; all entries hold one's own acts too", async () => {
    await backend.sql`insert into journal (actor_id, action, member_id, chapter_id) select ${people.daniyar.member}, 'request:declined', ${people.asel.member}, chapter_id
      from mandates where member_id = ${people.daniyar.member}`;
    const browser = await signedIn(people.asel);
    expect((await page(browser)).journal.rows).toMatchObject([{ action: "request:declined", name: "Данияр", role: "president" }]);
    expect((await page(browser, "?who=all")).journal.rows.map(({ action }) => action)).toEqual(["request:declined", "member:became"]);
    expect((await browser.get(privacy.loader, "/kk/settings/privacy?page=2")).status).toBe(404);
  });

  test("leaving is asked first, done once, told by letter, and leads to a page that shows the way back", async () => {
    const browser = await signedIn(people.zhanel);
    const leave = () => browser.post(privacy.action, "/kk/settings/privacy", { intent: "leave" });
    expect((await page(browser, "?ask=leave")).isLeaving).toBe(true);
    expect((await leave()).to).toBe("/kk/me");
    const again = await leave();
    expect([again.status, saidIn(again)]).toEqual([409, expect.stringContaining("already-left")]);
    expect((await page(browser, "?ask=leave")).isLeaving).toBe(false);
    expect((await browser.get(me.loader, "/kk/me")).data).toMatchObject({ tasks: ["return"], page: { status: "left", memberships: [], events: { total: 0 } } });
    const seen = async () => ((await browser.get(event.loader, "/kk/events/open", { params: { slug: "open" } })).data as { viewer?: string }).viewer;
    expect(await seen()).toBe("left");
    const pressed = await browser.post(event.action, "/kk/events/open", { intent: "register" }, { params: { slug: "open" } });
    expect([pressed.status, JSON.stringify(pressed.data)]).toEqual([409, expect.stringContaining("refusal.has-left")]);
    expect(await backend.sql`select from outbox where kind = 'member_left' and recipient_id = ${people.zhanel.member}`).toHaveLength(1);
    const letter = memberLetters.member_left?.({ payload: {}, locale: "ru", givenName: "Жанель", surname: "" } as never);
    expect(letter).toMatchObject({ locale: "ru", button: { url: expect.stringContaining("/ru/settings/account") } });
  });

  test("whoever comes back agrees anew to what membership needs, and goes on to choose a chapter", async () => {
    const browser = await signedIn(people.zhanel);
    const comeBack = (agreed: Record<string, string>) => browser.post(privacy.action, "/kk/settings/privacy", { intent: "return", ...agreed });
    const given = async () => (await backend.sql`select from consents where member_id = ${people.zhanel.member} and is_given and purpose in ('processing', 'cross_border') and at > now() - interval '1 minute'`).length;
    const before = await given();
    const refused = await comeBack({ processing: "on" });
    expect([refused.status, JSON.stringify(refused.data)]).toEqual([422, expect.stringContaining("join.missing.cross_border")]);
    expect(await given()).toBe(before);
    expect((await comeBack({ processing: "on", cross_border: "on" })).to).toBe("/kk/join/chapter");
    expect(await given()).toBe(before + 2);
  });

  test("whoever has agreed anew and not joined takes it back, and nobody can take them into a chapter then; a member is led to leaving", async () => {
    const [browser, member] = [await signedIn(people.zhanel), await signedIn(people.aigerim)];
    const withdraw = (who: Browser) => who.post(privacy.action, "/kk/settings/privacy", { intent: "withdraw" });
    const agrees = async ({ member }: Person) => (await backend.sql`select * from private.agreed_to(${member}) purpose where purpose in ('processing', 'cross_border')`).length;
    const before = await agrees(people.aigerim);
    expect([(await withdraw(member)).to, await agrees(people.aigerim)]).toEqual(["/kk/settings/privacy?ask=leave", before]);

    // An earlier test may have made her leave already; then this is refused, which does not matter here.
    await browser.post(privacy.action, "/kk/settings/privacy", { intent: "leave" });
    await browser.post(privacy.action, "/kk/settings/privacy", { intent: "return", processing: "on", cross_border: "on" });
    await backend.sql`insert into join_requests (member_id, chapter_id) values (${people.zhanel.member}, ${chapters.london})`;
    expect([(await withdraw(browser)).to, await agrees(people.zhanel)]).toEqual(["/kk/settings/privacy?notice=withdrawn", 0]);
    expect(await backend.sql`select from join_requests where member_id = ${people.zhanel.member} and state = 'pending'`).toEqual([]);
  });
});
