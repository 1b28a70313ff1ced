import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { connectBackend } from "~/core/supabase/backend.server";
import * as chapter from "~/routes/_site.chapters.$slug";
import * as team from "~/routes/_lead.lead.$chapter.team";
import * as appoint from "~/routes/_lead.lead.$chapter.team_.new";

import { chapters } from "../database/fixture";
import { submitSignIn, makeAccount } from "../support/accounts";
import { Browser } from "../support/browser";
import { freshBackend, type TestBackend } from "../support/database";
import { aigerim, daniyar, madina, ruslan, timur, type Person } from "../support/people";

let backend: TestBackend;
beforeEach(async () => {
  backend = await freshBackend("fixture");
  connectBackend(backend.backend);
});
afterEach(() => backend.drop());

async function signIn(person: Person): Promise<Browser> {
  const browser = new Browser();
  const { id, email } = await makeAccount(backend);
  await backend.sql`update members set user_id = ${id} where id = ${person.member}`;
  await submitSignIn(browser, email);
  return browser;
}

const asked = { params: { chapter: "london" } };
const open = (browser: Browser, search = "") => browser.get(appoint.loader, `/ru/lead/london/team/new${search}`, asked);
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/London" });
const send = (browser: Browser, fields: Record<string, string> = {}) =>
  browser.post(appoint.action, "/ru/lead/london/team/new", { person: String(aigerim.member), office: "secretary", firstDay: day(0), lastDay: day(300), ...fields }, asked);
const end = (browser: Browser, mandate: string) => browser.post(team.action, `/ru/lead/london/team?end=${mandate}`, { intent: "end", mandate }, asked);
const mandateOf = async (person: Person) => String((await backend.sql`select id from mandates where member_id = ${person.member}`)[0]?.id);
const errorsOf = ({ data }: { data: unknown }) => (data as { error: Record<string, string[]> }).error;
const teamPage = "/ru/lead/london/team";

describe("the page on which somebody is appointed", () => {
  test("is the president's alone", async () => {
    expect((await open(await signIn(daniyar))).status).toBe(200);
    for (const person of [timur, aigerim, madina]) {
      const browser = await signIn(person);
      expect([(await open(browser)).status, (await send(browser)).status]).toEqual([404, 404]);
    }
    const suspended = await signIn(ruslan);
    expect([(await open(suspended)).status, (await send(suspended)).status]).toEqual([403, 403]);
    expect(await open(new Browser())).toMatchObject({ status: 302, to: "/ru/sign-in?to=%2Fru%2Flead%2Flondon%2Fteam%2Fnew" });
  });

  test("finds a member by name, in any script, then asks for the office; nobody of another chapter", async () => {
    const president = await signIn(daniyar);
    await backend.sql`update members set surname = 'Ахметова', given_name = 'Әйгерім' where id = ${aigerim.member}`;
    for (const typed of ["akhmet", "айгер", "Әйгерім Ахмет"]) {
      const { found } = (await open(president, `?q=${encodeURIComponent(typed)}`)).data as { found: { rows: { id: string }[] } };
      expect(found.rows.map(({ id }) => id)).toEqual([aigerim.member]);
    }
    expect((await open(president, `?person=${aigerim.member}`)).data).toMatchObject({ person: { surname: "Ахметова", today: day(0) }, found: null });
    expect((await open(president, `?person=${madina.member}`)).status).toBe(404);
    expect((await open(president, "?page=2")).status).toBe(404);
    expect((await open(president, "?q=&page=1")).to).toBe("/ru/lead/london/team/new");
  });

  test("leads back to the team with the news", async () => {
    expect(await send(await signIn(daniyar))).toMatchObject({ status: 302, to: `${teamPage}?notice=appointed` });
    expect(await backend.sql`select role, shown_as from mandates where member_id = ${aigerim.member}`).toEqual([{ role: "secretary", shown_as: null }]);
  });

  test("says what is missing beside its field, and keeps what was chosen", async () => {
    const president = await signIn(daniyar);
    const empty = await send(president, { office: "", firstDay: "", lastDay: "2026-02-30" });
    expect(empty.status).toBe(422);
    expect(errorsOf(empty)).toEqual({ office: ["common:error.chooseFromList"], firstDay: ["chapters:office.dayMissing"], lastDay: ["chapters:office.dayMissing"] });
    expect((empty.data as { initialValue: unknown }).initialValue).toMatchObject({ person: aigerim.member, lastDay: "2026-02-30" });
    expect((await send(president, { firstDay: "0000-01-01" })).status).toBe(422);
    expect((await send(president, { office: "king" })).status).toBe(422);
  });

  test("says a refusal where it is to be changed", async () => {
    const president = await signIn(daniyar);
    const refused = async (fields: Record<string, string>) => {
      const answer = await send(president, fields);
      return [answer.status, errorsOf(answer)];
    };
    expect(await refused({ person: String(timur.member), office: "treasurer" })).toEqual([409, { office: ["chapters:refusal.already-in-office"] }]);
    expect(await refused({ firstDay: day(-1) })).toEqual([409, { firstDay: ["chapters:refusal.first-day"] }]);
    expect(await refused({ lastDay: day(800) })).toEqual([409, { lastDay: ["chapters:refusal.last-day"] }]);
    expect(await refused({ person: String(madina.member) })).toEqual([409, { "": ["chapters:refusal.not-in-chapter"] }]);
    await backend.sql`update memberships set chapter_id = ${chapters.london} where member_id = ${ruslan.member}`;
    expect(await refused({ person: String(ruslan.member) })).toEqual([409, { "": ["chapters:refusal.appointee-suspended"] }]);
  });

  test("with a new president the old one is led out, and the desk is closed to them", async () => {
    const president = await signIn(daniyar);
    expect(await send(president, { office: "president" })).toMatchObject({ status: 302, to: "/ru/chapters/london?notice=office-ended" });
    expect((await open(president)).status).toBe(404);
    expect((await president.get(team.loader, teamPage, asked)).status).toBe(404);
    expect((await open(await signIn(aigerim))).status).toBe(200);
  });
});

describe("the end of an office", () => {
  test("is asked about where it is theirs to end", async () => {
    const question = async (browser: Browser, mandate: string) =>
      ((await browser.get(team.loader, `${teamPage}?end=${mandate}`, asked)).data as { asked: { role: string } | null }).asked?.role ?? null;
    const [president, treasurer] = [await signIn(daniyar), await signIn(timur)];
    expect(await question(president, await mandateOf(timur))).toBe("treasurer");
    expect(await question(treasurer, await mandateOf(timur))).toBe("treasurer");
    expect(await question(treasurer, await mandateOf(daniyar))).toBeNull();
    expect(await question(president, await mandateOf(madina))).toBeNull();
  });

  test("by the president leads back to the team; pressed twice, the second learns that it has ended", async () => {
    const president = await signIn(daniyar);
    const mandate = await mandateOf(timur);
    const told = async () => ((await president.get(team.loader, `${teamPage}?notice=ended`, asked)).data as { notice: string | null }).notice;
    expect(await told()).toBeNull();
    expect(await end(president, mandate)).toMatchObject({ status: 302, to: `${teamPage}?notice=ended` });
    expect(await told()).toBe("ended");
    const twice = await end(president, mandate);
    expect([twice.status, errorsOf(twice)]).toEqual([409, { "": ["chapters:refusal.already-ended"] }]);
    expect(await backend.sql`select kind from outbox where subject_id = ${mandate}`).toEqual([{ kind: "office_ended" }]);
  });

  test("by its holder leads out of the desk", async () => {
    const treasurer = await signIn(timur);
    const after = "/ru/chapters/london?notice=office-ended";
    const isTold = async (who: Browser) => ((await who.get(chapter.loader, after, { params: { lang: "ru", slug: "london" } })).data as { isOfficeEnded: boolean }).isOfficeEnded;
    expect(await end(treasurer, await mandateOf(timur))).toMatchObject({ status: 302, to: after });
    expect([await isTold(treasurer), await isTold(await signIn(aigerim))]).toEqual([true, false]);
  });

  test("that is not theirs to end is not found", async () => {
    const [president, treasurer] = [await signIn(daniyar), await signIn(timur)];
    expect((await end(treasurer, await mandateOf(daniyar))).status).toBe(404);
    expect((await end(president, await mandateOf(madina))).status).toBe(404);
    expect((await end(president, "x")).status).toBe(422);
  });
});
