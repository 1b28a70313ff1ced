import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { connectBackend } from "~/core/supabase/backend.server";
import * as finder from "~/routes/_site.chapters._index";
import * as page from "~/routes/_site.chapters.$slug";
import * as suggested from "~/routes/_site.join.chapter";

import { chapters } from "../database/fixture";
import { submitSignIn, makeAccount } from "../support/accounts";
import { Browser } from "../support/browser";
import { runAs, freshBackend, type TestBackend } from "../support/database";
import { newMember, type Newcomer } from "../support/newcomers";
import { daniyar } from "../support/people";

let backend: TestBackend;
beforeAll(async () => {
  backend = await freshBackend("fixture");
  connectBackend(backend.backend);
  await backend.sql`insert into chapters (slug, kind, parent_id, country_iso2, name, summary, zone, join_mode) values
    ('readers', 'interest', ${chapters.britain}, 'GB', '{"kk": "Кітапқұмарлар"}', '{"kk": "Айына бір кітап"}', 'Europe/London', 'open'),
    ('closed-circle', 'interest', ${chapters.britain}, 'GB', '{"kk": "Жабық топ"}', '{"kk": "Шақырумен"}', 'Europe/London', 'invitation')`;
});
afterAll(() => backend.drop());

type Standing = { here: string | null; request: { id: string; kind: string } | null; home: { slug: string } | null };
type Shown = {
  chapter: { slug: string; members: number | null; team: { name: string }[]; below: { slug: string }[] } | null;
  events: { slug: string }[];
  seen: { viewer: string; mine: Standing | null; leads: boolean };
};

const address = (slug: string) => `/kk/chapters/${slug}`;
const look = async (browser: Browser, slug: string) => {
  const answer = await browser.get(page.loader, address(slug), { params: { slug } });
  return { ...answer, shown: answer.data as Shown };
};
const does = (browser: Browser, slug: string, fields: Record<string, string>, search = "") =>
  browser.post(page.action, address(slug) + search, fields, { params: { slug } });
const standing = async ({ browser }: Newcomer, slug: string) => (await look(browser, slug)).shown.seen.mine;
const said = (answer: { data: unknown }) => JSON.stringify((answer.data as { error?: unknown }).error);
const timeline = ({ member }: Newcomer) => backend.sql<{ chapter: string; kind: string; open: boolean; ended: string | null }[]>`
  select chapter_id as chapter, kind, upper_inf(during) as open, end_reason as ended from memberships where member_id = ${member} order by lower(during)`;

describe("the page of a chapter", () => {
  test("shows a visitor the chapter, its team as it chose to be shown and the public events, and nothing of anybody", async () => {
    const { status, shown, headers } = await look(new Browser(), "london");
    expect(status).toBe(200);
    expect(shown.chapter).toMatchObject({ slug: "london", members: null, below: [{ slug: "kings" }], team: [{ name: "Данияр" }] });
    expect(shown.events.map(({ slug }) => slug)).toEqual(["open"]);
    expect(shown.seen).toEqual({ viewer: "stranger", mine: null, leads: false });
    expect(headers.get("X-Page-Tags")?.split(" ")).toEqual(expect.arrayContaining([`chapter:${chapters.london}`, "chapters", "figures", "events"]));
    expect(Date.parse(headers.get("X-Page-Until") ?? "")).toBeGreaterThan(Date.now());
  });

  test("holds the events of the chapters below too", async () => {
    expect((await look(new Browser(), "united-kingdom")).shown.events.map(({ slug }) => slug)).toEqual(["open"]);
  });

  test("ends by itself with a mandate of its team", async () => {
    const soon = new Date(Date.now() + 60_000);
    await backend.sql.begin(async (tx) => {
      await tx`update mandates set during = tstzrange(lower(during), ${soon}) where member_id = ${daniyar.member}`;
    });
    const { headers } = await look(new Browser(), "london");
    await backend.sql`update mandates set during = tstzrange(lower(during), now() + interval '1 year') where member_id = ${daniyar.member}`;
    expect(headers.get("X-Page-Until")).toBe(soon.toISOString());
  });

  test("says that there is none, and is not stored then", async () => {
    const { status, shown, headers } = await look(new Browser(), "atlantis");
    expect({ status, chapter: shown.chapter, tags: headers.get("X-Page-Tags") }).toEqual({ status: 404, chapter: null, tags: null });
  });

  test("is out of date for visitors when its team, its texts or its figures change", async () => {
    const versions = async () => {
      const rows = await backend.sql<{ tag: string; version: number }[]>`
        select tag, version::int from page_versions where tag in (${`chapter:${chapters.london}`}, 'chapters', 'figures')`;
      return Object.fromEntries(rows.map(({ tag, version }) => [tag.replace(/:.*/, ""), version]));
    };
    const before = await versions();
    await backend.sql`update mandates set shown_as = 'Данияр' where member_id = ${daniyar.member}`;
    expect((await versions()).chapter).toBeGreaterThan(before.chapter ?? 0);
    await backend.sql`update chapters set summary = summary where id = ${chapters.london}`;
    expect((await versions()).chapters).toBeGreaterThan(before.chapters ?? 0);
    await newMember(backend, { home: chapters.london });
    await backend.sql`select private.refresh_figures()`;
    expect((await versions()).figures).toBeGreaterThan(before.figures ?? 0);
  });
});

describe("joining", () => {
  test("a visitor is led to the door and back", async () => {
    expect(await does(new Browser(), "prague", { intent: "home" })).toMatchObject({ status: 302, to: "/kk/sign-in?to=%2Fkk%2Fchapters%2Fprague" });
  });

  test("an account that is no member yet is told so, and led to the steps it has not taken", async () => {
    const { email } = await makeAccount(backend);
    const browser = new Browser();
    await submitSignIn(browser, email);
    expect((await look(browser, "prague")).shown.seen).toMatchObject({ viewer: "account", mine: null });
    expect(await does(browser, "prague", { intent: "home" })).toMatchObject({ status: 302, to: "/kk/join/study" });
  });

  test("an open chapter takes a member at once, and the applicant is a student from then on", async () => {
    const aru = await newMember(backend);
    expect(await does(aru.browser, "prague", { intent: "home" })).toMatchObject({ status: 302, to: "/kk/chapters/prague?notice=joined" });
    expect(await standing(aru, "prague")).toMatchObject({ here: "home", home: { slug: "prague" } });
    const [status] = await backend.sql`select status from member_statuses where member_id = ${aru.member} and upper_inf(during)`;
    expect(status?.status).toBe("student");
  });

  test("a chapter that wants to be asked gets a request with its message; approved, the member is at home there", async () => {
    const aru = await newMember(backend);
    expect(await does(aru.browser, "london", { intent: "home", message: " UCL, магистратура " })).toMatchObject({ to: "/kk/chapters/london?notice=requested" });
    const mine = await standing(aru, "london");
    expect(mine).toMatchObject({ here: null, request: { kind: "home" } });
    const [row] = await backend.sql`select message from join_requests where id = ${mine?.request?.id ?? ""}`;
    expect(row?.message).toBe("UCL, магистратура");
    await runAs(backend.sql, daniyar, (tx) => tx`select decide_request(${mine?.request?.id ?? ""}, true, '')`);
    expect(await standing(aru, "london")).toMatchObject({ here: "home", request: null });
  });

  test("who was declined reads why, until they ask again or have been taken", async () => {
    const aru = await newMember(backend);
    await does(aru.browser, "london", { intent: "home" });
    const first = (await standing(aru, "london"))?.request?.id ?? "";
    await runAs(backend.sql, daniyar, (tx) => tx`select decide_request(${first}, false, 'Университетіңіз Лондонда емес.')`);
    expect(await standing(aru, "london")).toMatchObject({ request: null, declined: { reason: "Университетіңіз Лондонда емес." } });
    expect(await standing(aru, "prague")).toMatchObject({ declined: null });
    await does(aru.browser, "london", { intent: "home" });
    const second = await standing(aru, "london");
    expect(second).toMatchObject({ request: { kind: "home" }, declined: null });
    await runAs(backend.sql, daniyar, (tx) => tx`select decide_request(${second?.request?.id ?? ""}, true, '')`);
    expect(await standing(aru, "london")).toMatchObject({ here: "home", declined: null });
  });

  test("asking twice is refused, and what was written stays", async () => {
    const aru = await newMember(backend);
    await does(aru.browser, "london", { intent: "home" });
    const again = await does(aru.browser, "london", { intent: "home", message: "Тағы бір рет" });
    expect(again.status).toBe(409);
    expect(said(again)).toContain("chapters:refusal.already-requested");
    expect(JSON.stringify(again.data)).toContain("Тағы бір рет");
  });

  test("a request can be taken back, once", async () => {
    const aru = await newMember(backend);
    await does(aru.browser, "london", { intent: "home" });
    expect(await does(aru.browser, "london", { intent: "withdraw" })).toMatchObject({ to: "/kk/chapters/london?notice=withdrawn" });
    expect(await standing(aru, "london")).toMatchObject({ request: null, here: null });
    const again = await does(aru.browser, "london", { intent: "withdraw" });
    expect({ status: again.status, said: said(again) }).toMatchObject({ status: 409, said: expect.stringContaining("already-decided") as string });
  });

  test("a message of a novel's length is not taken, and not lost", async () => {
    const aru = await newMember(backend);
    const answer = await does(aru.browser, "london", { intent: "home", message: "ә".repeat(1001) });
    expect(answer.status).toBe(422);
    expect(said(answer)).toContain("common:error.tooLong");
    expect(JSON.stringify(answer.data)).toContain("әәә");
  });

  test("a message is as long as its writer sees it: a line end is one letter, and so is a smile", async () => {
    const aru = await newMember(backend);
    const answer = await does(aru.browser, "london", { intent: "home", message: `${"ә".repeat(99)}\r\n`.repeat(9) + "😀".repeat(100) });
    expect(answer.to).toBe("/kk/chapters/london?notice=requested");
    const [row] = await backend.sql`select length(message) as length from join_requests where member_id = ${aru.member}`;
    expect(row?.length).toBe(1000);
  });

  test.each([
    ["closed-circle", "by-invitation"],
    ["paused", "chapter-not-active"],
    ["nobody-there", "nobody-decides"],
  ])("%s takes nobody: %s", async (slug, reason) => {
    await backend.sql`insert into chapters (slug, kind, parent_id, country_iso2, city_id, name, summary, zone, state)
      values ('paused', 'city', ${chapters.britain}, 'GB', 'gb-manchester', '{"kk": "Тыныш"}', '{"kk": "Үзіліс"}', 'Europe/London', 'paused') on conflict do nothing`;
    await backend.sql`insert into chapters (slug, kind, parent_id, country_iso2, city_id, name, summary, zone, join_mode)
      values ('nobody-there', 'city', ${chapters.britain}, 'GB', 'gb-manchester', '{"kk": "Бос"}', '{"kk": "Бос"}', 'Europe/London', 'request') on conflict do nothing`;
    const aru = await newMember(backend);
    const answer = await does(aru.browser, slug, { intent: "home" });
    expect({ status: answer.status, said: said(answer) }).toMatchObject({ status: 409, said: expect.stringContaining(reason) as string });
    expect(await timeline(aru)).toEqual([]);
  });

  test("who is at home elsewhere moves when they have seen it, and the timeline keeps one home", async () => {
    const aru = await newMember(backend, { home: chapters.manchester });
    const unseen = await does(aru.browser, "prague", { intent: "home" });
    expect({ status: unseen.status, said: said(unseen) }).toMatchObject({ status: 409, said: expect.stringContaining("home-changed") as string });
    expect((await look(aru.browser, "prague")).shown.seen.mine).toMatchObject({ here: null, home: { slug: "manchester" } });
    expect(await does(aru.browser, "prague", { intent: "home", home: "manchester" }, "?ask=move")).toMatchObject({ to: "/kk/chapters/prague?notice=joined" });
    expect(await timeline(aru)).toEqual([
      { chapter: chapters.manchester, kind: "home", open: false, ended: "transferred" },
      { chapter: chapters.prague, kind: "home", open: true, ended: null },
    ]);
  });

  test("or comes as a guest and keeps the home", async () => {
    const aru = await newMember(backend, { home: chapters.manchester });
    expect(await does(aru.browser, "prague", { intent: "guest", home: "manchester" })).toMatchObject({ to: "/kk/chapters/prague?notice=joined" });
    expect(await standing(aru, "prague")).toMatchObject({ here: "guest", home: { slug: "manchester" } });
    const again = await does(aru.browser, "prague", { intent: "guest", home: "manchester" });
    expect({ status: again.status, said: said(again) }).toMatchObject({ status: 409, said: expect.stringContaining("already-member") as string });
  });

  test("a group by interest is joined beside the home, whatever the form says", async () => {
    const aru = await newMember(backend, { home: chapters.manchester });
    await does(aru.browser, "readers", { intent: "home", home: "manchester" });
    expect(await standing(aru, "readers")).toMatchObject({ here: "guest", home: { slug: "manchester" } });
  });

  test("in two tabs at once makes one membership, and the second is told", async () => {
    const aru = await newMember(backend);
    const answers = await Promise.all([does(aru.browser, "prague", { intent: "home" }), does(aru.browser, "prague", { intent: "home" })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 409]);
    expect(await timeline(aru)).toHaveLength(1);
  });

  test("in two tabs at once in two chapters: one becomes the home, and the other is told of it", async () => {
    await backend.sql`insert into chapters (slug, kind, parent_id, country_iso2, city_id, name, summary, zone)
      values ('also-open', 'city', ${chapters.britain}, 'GB', 'gb-manchester', '{"kk": "Ашық"}', '{"kk": "Бәріне ашық"}', 'Europe/London')`;
    const aru = await newMember(backend);
    const answers = await Promise.all([does(aru.browser, "prague", { intent: "home" }), does(aru.browser, "also-open", { intent: "home" })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([302, 409]);
    expect(answers.flatMap((answer) => (answer.status === 409 ? [said(answer)] : []))).toEqual([expect.stringContaining("home-changed") as string]);
    expect(await timeline(aru)).toHaveLength(1);
  });
});

describe("leaving", () => {
  test("ends the membership and keeps the history; twice is refused", async () => {
    const aru = await newMember(backend, { home: chapters.prague });
    expect(await does(aru.browser, "prague", { intent: "leave" })).toMatchObject({ to: "/kk/chapters/prague?notice=left" });
    expect(await timeline(aru)).toEqual([{ chapter: chapters.prague, kind: "home", open: false, ended: "left" }]);
    const again = await does(aru.browser, "prague", { intent: "leave" });
    expect({ status: again.status, said: said(again) }).toMatchObject({ status: 409, said: expect.stringContaining("not-there") as string });
  });

  test("the only leader is told to name the next one first", async () => {
    const aru = await newMember(backend, { home: chapters.czechia });
    await backend.sql`insert into mandates (member_id, chapter_id, role, during) values (${aru.member}, ${chapters.czechia}, 'president', tstzrange(now() - interval '1 hour', now() + interval '1 year'))`;
    const answer = await does(aru.browser, "czechia", { intent: "leave" }, "?ask=leave");
    expect({ status: answer.status, said: said(answer) }).toMatchObject({ status: 409, said: expect.stringContaining("last-leader") as string });
    expect((await look(aru.browser, "czechia")).shown.seen).toMatchObject({ leads: true, mine: { here: "home" } });
  });
});

describe("the last step of joining", () => {
  type Offered = { chapters: { slug: string }[]; requestedIds: string[]; home: { slug: string } | null };
  const offered = async ({ browser }: Newcomer) => (await browser.get(suggested.loader, "/kk/join/chapter")).data as Offered;
  const take = ({ browser }: Newcomer, chapter: string) => browser.post(suggested.action, "/kk/join/chapter", { chapter });

  test("offers the chapter of the university, then the city's, then the country's", async () => {
    const aru = await newMember(backend);
    expect((await offered(aru)).chapters.map(({ slug }) => slug)).toEqual(["kings", "london", "united-kingdom"]);
  });

  test("offers first the chapter somebody came from", async () => {
    const aru = await newMember(backend);
    const join = await import("~/routes/_site.join._index");
    expect(await aru.browser.get(join.loader, "/kk/join?chapter=prague")).toMatchObject({ to: "/kk/join/chapter" });
    expect((await offered(aru)).chapters.map(({ slug }) => slug)).toEqual(["prague", "kings", "london", "united-kingdom"]);
  });

  test("joins with one press, or asks", async () => {
    const aru = await newMember(backend);
    expect(await take(aru, "london")).toMatchObject({ status: 302, to: "/kk/chapters/london?notice=requested" });
    expect((await offered(aru)).requestedIds).toEqual([chapters.london]);
    expect(await take(aru, "kings")).toMatchObject({ status: 302, to: "/kk/chapters/kings?notice=joined" });
    expect(await offered(aru)).toMatchObject({ home: { slug: "kings" } });
  });

  test("asks first who is at home already, and refuses what is no chapter", async () => {
    const aru = await newMember(backend, { home: chapters.prague });
    expect(await take(aru, "kings")).toMatchObject({ status: 302, to: "/kk/chapters/kings?ask=move" });
    expect(await timeline(aru)).toHaveLength(1);
    expect(await take(aru, "atlantis")).toMatchObject({ status: 409 });
  });

  test("is for members", async () => {
    expect(await new Browser().get(suggested.loader, "/kk/join/chapter")).toMatchObject({ to: "/kk/sign-in?to=%2Fkk%2Fjoin%2Fchapter" });
    expect(await new Browser().post(suggested.action, "/kk/join/chapter", { untyped: "chapter", chapter: "kings" })).toMatchObject({ to: "/kk/sign-in?to=%2Fkk%2Fjoin%2Fchapter" });
  });
});

describe("the finder", () => {
  type Found = { found: { as: string; total: number; groups?: { iso2: string }[]; rows?: { slug: string }[] }; places: { countries: { id: string }[] } };
  const find = async (search: string) => {
    const answer = await new Browser().get(finder.loader, `/kk/chapters${search}`);
    return { ...answer, shown: answer.data as Found };
  };

  test("shows countries with their chapters where nothing is searched for", async () => {
    const { shown, headers } = await find("");
    expect(shown.found.as).toBe("countries");
    expect(shown.found.groups?.map(({ iso2 }) => iso2)).toEqual(["GB", "CZ"]);
    expect(headers.get("X-Page-Tags")).toBe("chapters figures events places");
  });

  test("finds by word, country and kind", async () => {
    expect((await find("?q=praga")).shown.found.rows?.map(({ slug }) => slug)).toContain("prague");
    expect((await find("?country=CZ")).shown.found.rows?.map(({ slug }) => slug)).toEqual(["czechia", "prague"]);
    expect((await find("?kind=country")).shown.found.rows?.map(({ slug }) => slug)).toEqual(["united-kingdom", "czechia"]);
  });

  test("keeps one address for one list", async () => {
    expect(await find("?q=&country=GB&kind=&page=1")).toMatchObject({ status: 302, to: "/kk/chapters?country=GB" });
  });

  test("says that nothing was found, and that a page beyond the last is none", async () => {
    expect(await find("?q=%D1%89%D1%89%D1%89%D1%8B%D0%B2%D0%B0")).toMatchObject({ status: 200, shown: { found: { total: 0, rows: [] } } });
    expect((await find("?page=99")).status).toBe(404);
  });

  test("passes over what an address may not ask", async () => {
    expect((await find("?country=london&kind=party&region=moon&page=-1")).shown.found.as).toBe("countries");
  });
});
