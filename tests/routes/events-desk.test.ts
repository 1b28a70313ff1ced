import { randomUUID } from "node:crypto";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { connectBackend } from "~/core/supabase/backend.server";
import * as list from "~/routes/_lead.lead.$chapter.events._index";
import * as edit from "~/routes/_lead.lead.$chapter.events.$event._index";
import * as attendees from "~/routes/_lead.lead.$chapter.events.$event.attendees";
import * as file from "~/routes/_lead.lead.$chapter.events.$event.attendees[.]csv";
import * as fresh from "~/routes/_lead.lead.$chapter.events.new";
import * as eventPage from "~/routes/_site.events.$slug";
import * as publicList from "~/routes/_site.events._index";

import { chapters, events } from "../database/fixture";
import { signedIn } from "../support/accounts";
import { Browser } from "../support/browser";
import { freshBackend, type TestBackend } from "../support/database";
import { people } from "../support/people";

let backend: TestBackend;
const browsers: Record<string, Browser> = {};

/** Gives the test people accounts that can sign in. */
beforeAll(async () => {
  backend = await freshBackend("fixture");
  connectBackend(backend.backend);
  for (const name of ["daniyar", "madina", "timur", "kamila", "aigerim", "zhanel"] as const) browsers[name] = (await signedIn(backend, people[name])).browser;
});
afterAll(() => backend.drop());

const desk = "/kk/lead/london/events";
const as = (name: string) => browsers[name] ?? new Browser();
const at = (event?: string, chapter = "london") => ({ params: { chapter, ...(event ? { event } : {}) } });
const typed = (more: Record<string, string> = {}): Record<string, string> => ({
  "title.kk": "Шай кеші", kind: "meetup", format: "on_site", city: "gb-london", venue: "Bush House", zone: "Europe/London",
  startsOn: "2031-03-01", startsTime: "18:30", endsTime: "21:00", visibility: "everyone", intent: "save", ...more,
});
const create = async (more: Record<string, string> = {}) => {
  const id = randomUUID();
  const answer = await as("daniyar").post(fresh.action, `${desk}/new`, typed({ id, ...more }), at());
  return { id, answer };
};
const change = (id: string, more: Record<string, string>, who = "daniyar") => as(who).post(edit.action, `${desk}/${id}`, typed({ id, ...more }), at(id));
const versionOf = async (id: string) => String((await row(id))?.version);
const row = async (id: string) => (await backend.sql`select *, starts_at::text as starts from events where id = ${id}`)[0];
const letters = async (id: string, kind: string) => (await backend.sql`select recipient_id from outbox where subject_id = ${id} and kind = ${kind}`).map((letter) => letter.recipient_id);
const errorsOf = ({ data }: { data: unknown }) => (data as { error?: Record<string, string[]> }).error ?? {};

describe("the life of an event", () => {
  test("is a draft for its leaders, then public, tells everybody when it moves and when it is called off", async () => {
    const { id, answer } = await create();
    expect(answer).toMatchObject({ status: 302, to: `/kk/lead/london/events/${id}?notice=draft-kept` });
    const slug = String((await row(id))?.slug);
    expect(slug).toBe("shai-keshi-2031-03-01");
    const seenBy = async (who: string) => (await as(who).get(eventPage.loader, `/kk/events/${slug}`, { params: { slug } })).status;
    expect([await seenBy("daniyar"), await seenBy("aigerim"), await seenBy("visitor")]).toEqual([200, 404, 404]);

    expect((await change(id, { intent: "publish", version: "1", capacity: "1" })).to).toContain("notice=published");
    expect([await seenBy("aigerim"), await seenBy("visitor")]).toEqual([200, 200]);
    expect(JSON.stringify((await as("visitor").get(publicList.loader, "/kk/events")).data)).toContain(slug);

    for (const who of ["aigerim", "zhanel"]) await as(who).post(eventPage.action, `/kk/events/${slug}`, { intent: "register" }, { params: { slug } });
    expect(await row(id)).toMatchObject({ taken: 1, waiting: 1 });

    expect((await change(id, { version: await versionOf(id), capacity: "1", "title.ru": "Чай" })).status).toBe(302);
    expect(await letters(id, "event_changed")).toEqual([]);
    expect((await change(id, { version: await versionOf(id), capacity: "1", startsTime: "19:00" })).status).toBe(302);
    expect((await letters(id, "event_changed")).sort()).toEqual([people.aigerim.member, people.zhanel.member]);

    const off = (reason: string) => as("daniyar").post(edit.action, `${desk}/${id}?ask=call-off`, { intent: "call-off", reason }, at(id));
    for (const nothing of [" ", "\u200B\u202E\u200B"]) expect(await off(nothing)).toMatchObject({ status: 422 });
    expect((await off("Зал жабық")).to).toContain("notice=called-off");
    expect((await letters(id, "event_cancelled")).sort()).toEqual([people.aigerim.member, people.zhanel.member]);
    expect(JSON.stringify((await as("visitor").get(eventPage.loader, `/kk/events/${slug}`, { params: { slug } })).data)).toContain('"og:title","content":"Өткізілмейді · Шай кеші"');
    expect(await off("Зал жабық")).toMatchObject({ status: 409 });
    expect(await letters(id, "event_cancelled")).toHaveLength(2);
  });

  test("sent twice it is one event; the same title and day make two addresses", async () => {
    const id = randomUUID();
    const twice = [1, 2].map(() => as("daniyar").post(fresh.action, `${desk}/new`, typed({ id, "title.kk": "Екі рет" }), at()));
    expect((await Promise.all(twice)).map(({ status }) => status)).toEqual([302, 302]);
    expect(await backend.sql`select id from events where slug like 'eki-ret%'`).toHaveLength(1);
    await create({ "title.kk": "Екі рет" });
    expect((await backend.sql`select slug from events where slug like 'eki-ret%' order by slug`).map(({ slug }) => slug)).toEqual(["eki-ret-2031-03-01", "eki-ret-2031-03-01-2"]);
  });

  test("whoever goes back after saving comes to the same event; only the answer to a refused form is its own page", async () => {
    const id = String((await as("daniyar").get(fresh.loader, `${desk}/new`, at())).to?.split("/new?id=")[1]);
    const back = (headers = {}) => as("daniyar").get(fresh.loader, `${desk}/new?id=${id}`, { ...at(), headers });
    await create({ id: ((await back()).data as { values: { id: string } }).values.id });
    expect([(await back()).to, (await back({ "content-type": "application/x-www-form-urlencoded" })).status]).toEqual([`${desk}/${id}`, 200]);
  });

  test("a draft is thrown away without anybody reading of it; a published event is not", async () => {
    const { id } = await create();
    const discard = () => as("daniyar").post(edit.action, `${desk}/${id}`, { intent: "discard" }, at(id));
    expect(await as("daniyar").post(edit.action, `${desk}/${id}`, { intent: "call-off", reason: "Керек емес" }, at(id))).toMatchObject({ status: 409 });
    expect((await discard()).to).toContain("notice=discarded");
    expect(await row(id)).toBeUndefined();
    expect(await as("daniyar").post(edit.action, `${desk}/${events.open}`, { intent: "discard" }, at(events.open))).toMatchObject({ status: 409 });
    expect(await row(events.open)).toMatchObject({ state: "published" });
  });

  test("a copy is a form with the same words a week later, and nothing is saved yet", async () => {
    const { id } = await create({ "title.ru": "Чаепитие" });
    const before = await backend.sql`select count(*) from events`;
    const { data } = await as("daniyar").get(fresh.loader, `${desk}/new?from=${id}&id=${randomUUID()}`, at());
    expect(data).toMatchObject({ values: { title: { kk: "Шай кеші", ru: "Чаепитие" }, startsOn: "2031-03-08", startsTime: "18:30", venue: "Bush House" } });
    expect((data as { values: { id: string } }).values.id).not.toBe(id);
    expect(await backend.sql`select count(*) from events`).toEqual(before);
  });

  test("whoever writes on an old version is told, keeps what they wrote, and may save it when they mean it", async () => {
    const { id } = await create();
    expect((await change(id, { version: "1", "title.kk": "Бірінші" })).status).toBe(302);
    const late = await change(id, { version: "1", "title.kk": "Екінші" });
    expect(late).toMatchObject({ status: 409, data: { newer: { id, version: 2, state: "draft" }, initialValue: { title: { kk: "Екінші" } } } });
    expect((await row(id))?.title).toEqual({ kk: "Бірінші" });
    expect((await change(id, { version: "2", "title.kk": "Екінші" })).status).toBe(302);
    expect((await change(id, { version: "2", "title.kk": "" })).data).not.toHaveProperty("newer");
    expect((await change(id, { version: "3", intent: "publish" })).status).toBe(302);
    expect((await create({ id })).answer).toMatchObject({ status: 409, data: { newer: { id, version: Number(await versionOf(id)), state: "published" } } });
  });

  test("a draft whose date is past is not published, and whoever corrects the date publishes it: nobody has changed it meanwhile", async () => {
    const { id } = await create({ startsOn: "2020-03-01" });
    const refused = await change(id, { intent: "publish", version: "1", startsOn: "2020-03-01" });
    expect([refused.status, errorsOf(refused)]).toEqual([409, { endsOn: ["common:error.datePast"] }]);
    expect(refused.data).not.toHaveProperty("newer");
    const { version } = (refused.data as { initialValue: { version: string } }).initialValue;
    expect(version).toBe(await versionOf(id));
    expect((await change(id, { intent: "publish", version })).to).toContain("notice=published");
    expect(await row(id)).toMatchObject({ state: "published" });
  });
});

describe("a registration deadline that has passed", () => {
  const soon = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000).toISOString().slice(0, 10);

  test("keeps a draft from being published, beside the field; what was typed is saved, and without it the event is published", async () => {
    const past = { startsOn: soon(30), closesOn: soon(-3) };
    const { id, answer } = await create(past);
    expect(answer.to).toContain("notice=draft-kept");
    const refused = await change(id, { ...past, intent: "publish", version: "1", venue: "Strand" });
    expect([refused.status, errorsOf(refused)]).toEqual([409, { closesOn: ["events:refusal.deadline-past"] }]);
    expect(await row(id)).toMatchObject({ state: "draft", venue: "Strand" });
    const { version } = (refused.data as { initialValue: { version: string } }).initialValue;
    expect((await change(id, { startsOn: past.startsOn, intent: "publish", version })).to).toContain("notice=published");
  });

  test("keeps nobody from changing an event that is published, or publishing one that has begun", async () => {
    const { id } = await create({ startsOn: soon(30), closesOn: soon(20) });
    await change(id, { startsOn: soon(30), closesOn: soon(20), intent: "publish", version: "1" });
    expect((await change(id, { startsOn: soon(30), closesOn: soon(-3), version: await versionOf(id) })).to).toContain("notice=saved");
    const running = { startsOn: soon(0), startsTime: "00:00", endsOn: soon(1), closesOn: soon(-1) };
    const { id: begun } = await create(running);
    expect((await change(begun, { ...running, intent: "publish", version: "1" })).to).toContain("notice=published");
  });
});

describe("times", () => {
  test("that do not exist are refused beside the hour, those that come twice are asked about", async () => {
    const gap = await create({ startsOn: "2027-03-28", startsTime: "01:30" });
    expect([gap.answer.status, Object.keys(errorsOf(gap.answer))]).toEqual([409, ["startsTime"]]);
    expect(errorsOf(gap.answer).startsTime).toEqual(["events:refusal.time-does-not-exist"]);
    const fieldOf = async (times: Record<string, string>) => Object.keys(errorsOf((await create({ startsOn: "2027-03-28", startsTime: "00:30", ...times })).answer));
    expect(await fieldOf({ endsTime: "01:30" })).toEqual(["endsTime"]);
    expect(await fieldOf({ startsTime: "18:30", closesOn: "2027-03-28", closesTime: "01:30" })).toEqual(["closesTime"]);
    const gapAtTheEnd = await create({ startsOn: "2027-03-27", endsOn: "2027-03-28", endsTime: "01:30" });
    expect(Object.keys(errorsOf(gapAtTheEnd.answer))).toEqual(["endsTime"]);

    const twice = { startsOn: "2027-10-31", startsTime: "01:30", endsTime: "04:00" };
    expect(Object.keys(errorsOf((await create(twice)).answer))).toEqual(["isLaterOfTwo"]);
    const first = await create({ ...twice, isLaterOfTwo: "false" });
    const second = await create({ ...twice, isLaterOfTwo: "true" });
    const starts = async ({ id }: { id: string }) => new Date((await row(id))?.starts_at as Date).toISOString();
    expect([await starts(first), await starts(second)]).toEqual(["2027-10-31T00:30:00.000Z", "2027-10-31T01:30:00.000Z"]);
    expect((await as("daniyar").get(edit.loader, `${desk}/${second.id}`, at(second.id))).data).toMatchObject({ values: { isLaterOfTwo: "true" } });
  });

  test("of Almaty are five hours ahead, in summer too", async () => {
    const { id } = await create({ zone: "Asia/Almaty", startsOn: "2031-07-01" });
    expect(new Date((await row(id))?.starts_at as Date).toISOString()).toBe("2031-07-01T13:30:00.000Z");
  });

  test("end after they start, and registration closes before", async () => {
    expect(Object.keys(errorsOf((await create({ endsTime: "18:00" })).answer))).toEqual(["endsTime"]);
    expect(Object.keys(errorsOf((await create({ closesOn: "2031-03-02" })).answer))).toEqual(["closesOn"]);
    const { id } = await create({ closesOn: "2031-02-28" });
    expect(new Date((await row(id))?.registration_closes_at as Date).toISOString()).toBe("2031-02-28T23:59:00.000Z");
  });

  test("a published event does not move into the past, nor change when it is over", async () => {
    const { id } = await create();
    await change(id, { intent: "publish", version: "1" });
    const past = await change(id, { version: await versionOf(id), startsOn: "2020-03-01" });
    expect([past.status, errorsOf(past)]).toEqual([409, { endsOn: ["common:error.datePast"] }]);
    await backend.sql`update events set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where id = ${id}`;
    expect(errorsOf(await change(id, { version: await versionOf(id) }))).toEqual({ "": ["events:refusal.already-over"] });
  });
});

describe("what is typed", () => {
  test("is asked for all at once, beside each field, and kept", async () => {
    const { answer } = await create({ "title.kk": " ", kind: "", venue: "", city: "", startsOn: "2031-02-30", endsTime: "", capacity: "0.5" });
    expect(answer.status).toBe(422);
    expect(Object.keys(errorsOf(answer)).sort()).toEqual(["capacity", "city", "endsTime", "kind", "startsOn", "title", "venue"]);
    expect(answer.data).toMatchObject({ initialValue: { startsTime: "18:30", capacity: "0.5" } });
  });

  test("in another way than in digits is no number of places", async () => {
    for (const capacity of ["1e3", "0x10"]) {
      const { answer } = await create({ capacity });
      expect([answer.status, Object.keys(errorsOf(answer))]).toEqual([422, ["capacity"]]);
    }
  });

  test("is bounded: long texts, foreign cities, unknown zones, plain links, indices that would take the process down", async () => {
    const { answer } = await create({ "title.kk": "ұ".repeat(161), "description.en": "x".repeat(5001), city: "cz-prague", zone: "Mars/Olympus", format: "hybrid", link: "http://meet.example" });
    expect(Object.keys(errorsOf(answer)).sort()).toEqual(["city", "description.en", "link", "title.kk", "zone"]);
    expect((await create({ "title.kk": "ұ".repeat(160), "description.en": "x".repeat(5000) })).answer.status).toBe(302);
    expect((await create({ "a[1000000000]": "1" })).answer.status).toBe(400);
  });

  test("brings no line of its own into calendars, and no signs that turn text around", async () => {
    const { id } = await create({
      "title.kk": "Кеш\rATTACH:https://evil.example/x", "title.en": "Evening\r\n\u202EATTACH:x\u0007", venue: "Bush\tHouse", "description.kk": "Бір\r\nекі\rүш\u2066\u000B",
    });
    expect(await row(id)).toMatchObject({
      title: { kk: "Кеш ATTACH:https://evil.example/x", en: "Evening ATTACH:x" }, venue: "Bush House", description: { kk: "Бір\nекі\nүш" },
    });
    const unseen = await create({ "title.kk": "\u200F\u200B", venue: "\u202E" });
    expect(Object.keys(errorsOf(unseen.answer)).sort()).toEqual(["title", "venue"]);
  });

  test("may have as many letters as the database takes, however a browser counts them", async () => {
    expect((await create({ "title.kk": "😀".repeat(160), venue: "😀".repeat(200), "description.kk": `${"ә".repeat(99)}\r\n`.repeat(50) })).answer.status).toBe(302);
    expect(Object.keys(errorsOf((await create({ venue: "😀".repeat(201) })).answer))).toEqual(["venue"]);
  });

  test("as a version that no event can have is refused", async () => {
    const { id } = await create();
    for (const version of ["99999999999", "-1", "1.5"]) expect([version, (await change(id, { version })).status]).toEqual([version, 422]);
  });

  test("beyond the form counts for nothing: chapter, state and slug do not come from it", async () => {
    const { id } = await create({ chapter_id: chapters.manchester, state: "published", slug: "mine", taken: "40" });
    expect(await row(id)).toMatchObject({ chapter_id: chapters.london, state: "draft", taken: 0, slug: expect.stringContaining("shai-keshi") as string });
  });

  test("of a format that has no use for it is left out, and an address inside stays inside", async () => {
    const online = await create({ format: "online", venue: "", city: "", link: "https://meet.example/шай" });
    expect(await row(online.id)).toMatchObject({ venue: null, city_id: null, format: "online" });
    const inside = await create({ address: "Flat 4, 12 Secret Street", isAddressInside: "on", link: "not a link" });
    expect(await row(inside.id)).toMatchObject({ address: null });
    expect(await backend.sql`select address, link from event_access where event_id = ${inside.id}`).toEqual([{ address: "Flat 4, 12 Secret Street", link: null }]);
    expect((await as("timur").get(attendees.loader, `${desk}/${inside.id}/attendees`, at(inside.id))).data).not.toHaveProperty("event.privateAddress");
  });

  test("places cannot become fewer than are taken", async () => {
    const few = await change(events.open, { version: await versionOf(events.open), capacity: "1" });
    expect([few.status, Object.keys(errorsOf(few))]).toEqual([409, ["capacity"]]);
  });
});

describe("who comes", () => {
  test("is listed registered first, then the line; found in any script; and no other state is shown", async () => {
    const ask = async (query = "") => ((await as("daniyar").get(attendees.loader, `${desk}/${events.open}/attendees${query}`, at(events.open))).data as { list: { rows: { surname: string; state: string }[]; total: number } }).list;
    expect((await ask()).rows.map(({ state }) => state)).toEqual(["registered", "registered", "waiting"]);
    expect((await ask("?q=Айгерім")).rows.map(({ surname }) => surname)).toEqual(["aigerim"]);
    expect((await ask("?state=waiting")).rows.map(({ surname }) => surname)).toEqual(["zhanel"]);
    expect((await ask("?sort=-name")).rows[0]?.surname).toBe("zhanel");
    expect((await as("daniyar").get(attendees.loader, `${desk}/${events.open}/attendees?page=2`, at(events.open))).status).toBe(404);
  });

  test("goes into a file in which nothing is a formula, and each person reads in their journal that it was taken", async () => {
    await backend.sql`update members set latin_name = '=HYPERLINK("http://evil.example")' where id = ${people.madina.member}`;
    const address = `${desk}/${events.open}/attendees.csv`;
    const taken = () => backend.sql`select from journal where action = 'registration:exported' and member_id = ${people.aigerim.member}`;
    expect((await as("timur").get(file.loader, address, at(events.open))).to).toBe(`${desk}/${events.open}/attendees`);
    expect(await taken(), "an address that is opened changes nothing").toHaveLength(0);
    const answer = await as("timur").post(file.action, address, {}, at(events.open));
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([200, "text/csv; charset=utf-8", "private, no-store"]);
    expect(answer.headers.get("content-disposition")).toContain("open-attendees.csv");
    expect(String(answer.data)).toContain("'=HYPERLINK");
    expect(String(answer.data).trim().split("\r\n")).toHaveLength(4);
    expect(await taken()).toHaveLength(1);
  });

  test("a leader gives a place back with a reason; the first in line gets it, and both are written to", async () => {
    const remove = (reason: string, who = "daniyar") =>
      as(who).post(attendees.action, `${desk}/${events.open}/attendees`, { intent: "remove", person: people.madina.member ?? "", reason }, at(events.open));
    await backend.sql`update events set capacity = 2 where id = ${events.open}`;
    expect([(await remove("")).status, (await remove("Қонақ емес", "timur")).status]).toEqual([422, 404]);
    expect((await remove("Орын бөлімше мүшелеріне")).to).toContain("notice=removed");
    expect(await row(events.open)).toMatchObject({ taken: 2, waiting: 0 });
    expect(await letters(events.open, "registration_removed")).toEqual([people.madina.member]);
    expect(await letters(events.open, "promoted")).toEqual([people.zhanel.member]);
    expect((await remove("Орын бөлімше мүшелеріне")).status).toBe(409);
  });
});

describe("the desk is closed", () => {
  const doors: Record<string, (who: Browser) => Promise<{ status: number; to: string | null }>> = {
    "the list": (who) => who.get(list.loader, desk, at()),
    "the form of a new one": (who) => who.get(fresh.loader, `${desk}/new`, at()),
    "making one": (who) => who.post(fresh.action, `${desk}/new`, typed({ id: randomUUID() }), at()),
    "the form": (who) => who.get(edit.loader, `${desk}/${events.members}`, at(events.members)),
    "changing": (who) => who.post(edit.action, `${desk}/${events.members}`, typed({ version: "1" }), at(events.members)),
    "calling off": (who) => who.post(edit.action, `${desk}/${events.members}`, { intent: "call-off", reason: "Жабық" }, at(events.members)),
    "throwing away": (who) => who.post(edit.action, `${desk}/${events.draft}`, { intent: "discard" }, at(events.draft)),
    "who comes": (who) => who.get(attendees.loader, `${desk}/${events.members}/attendees`, at(events.members)),
    "giving a place back": (who) => who.post(attendees.action, `${desk}/${events.members}/attendees`, { person: people.aigerim.member ?? "", reason: "Жабық" }, at(events.members)),
    "the file": (who) => who.post(file.action, `${desk}/${events.members}/attendees.csv`, {}, at(events.members)),
    "the way back from the file": (who) => who.get(file.loader, `${desk}/${events.members}/attendees.csv`, at(events.members)),
  };

  test.each(Object.keys(doors))("%s, to leaders of another chapter, former leaders and members, and to visitors", async (door) => {
    const open = (name: string) => (doors[door] as (who: Browser) => Promise<{ status: number; to: string | null }>)(as(name));
    for (const name of ["madina", "kamila", "aigerim"]) expect([name, (await open(name)).status]).toEqual([name, 404]);
    // Visitors who submit a form get their input back (401); all others are redirected to the sign-in page.
    const { status, to } = await open("visitor");
    expect(status === 401 ? "/kk/sign-in?to=" : to).toMatch(/^\/kk\/sign-in\?to=/);
    expect(await row(events.members)).toMatchObject({ state: "published", version: 1 });
    expect(await row(events.draft)).toMatchObject({ state: "draft" });
  });

  test("a treasurer reads who comes and writes nothing", async () => {
    const reads: Record<string, number> = { "the list": 200, "who comes": 200, "the file": 200, "the way back from the file": 302 };
    for (const [door, open] of Object.entries(doors)) expect([door, (await open(as("timur"))).status]).toEqual([door, reads[door] ?? 404]);
  });

  test("an event of another chapter does not exist at this desk, and no address breaks it", async () => {
    for (const id of [events.manchester, "00000000-0000-4000-8000-000000000000", "x'; drop table events"]) {
      expect((await as("daniyar").get(edit.loader, `${desk}/${id}`, at(id))).status).toBe(404);
      expect((await as("daniyar").get(attendees.loader, `${desk}/${id}/attendees`, at(id))).status).toBe(404);
      expect((await as("daniyar").post(file.action, `${desk}/${id}/attendees.csv`, {}, at(id))).status).toBe(404);
    }
    expect((await as("daniyar").get(fresh.loader, `${desk}/new?from=${events.manchester}&id=${randomUUID()}`, at())).status).toBe(404);
    expect((await create({ id: events.manchester })).answer.status).toBe(404);
  });
});
