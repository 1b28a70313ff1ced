import { describe, expect, test, vi } from "vitest";

import { calendarFile, subscribedCalendar } from "./calendar.server";
import type { EventPage } from "./queries.server";

const event: EventPage = {
  id: "46500fb1-542d-4d47-a479-1a99d4812a43", slug: "mansap-keshi-2026-11-28", kind: "career", title: { kk: "Мансап кеші; қаржы, технология", en: "Careers evening" },
  summary: { kk: "Алты түлек\nжұмыс туралы" }, description: null, textStatus: {}, spoken: ["kk"], zone: "Europe/London", clock: "UTC", endsClock: "UTC", closesClock: null,
  startsAt: Date.parse("2026-11-28T18:30:00Z"), endsAt: Date.parse("2026-11-28T21:00:00Z"), registrationClosesAt: null, format: "hybrid", venue: "Bush House", address: "30 Aldwych", city: { kk: "Лондон", en: "London" },
  zoneCity: { kk: "Лондон" }, capacity: 80, taken: 3, waiting: 0, visibility: "everyone", state: "published", cancelReason: null, version: 4, createdAt: 0, hasAddressInside: false,
  country: { kk: "Ұлыбритания" }, chapter: { id: "1", slug: "london", name: { kk: "Лондон" }, kind: "city" },
};
const words = { online: "Онлайн", chapter: "Лондон бөлімшесі" };
const url = "https://kazalliance.example/kk/events/mansap-keshi-2026-11-28";
/** Long lines are folded; a reader unfolds them first. */
const unfolded = async (more: Partial<EventPage> = {}, locale: "kk" | "en" = "kk") => (await calendarFile({ ...event, ...more }, { locale, url, words })).replace(/\r\n[ \t]/g, "").split("\r\n");

describe("the calendar file", () => {
  test("holds the instants in universal time, under a name that stays, with the version as its sequence", async () => {
    expect(await unfolded()).toEqual(expect.arrayContaining([
      "DTSTART:20261128T183000Z", "DTEND:20261128T210000Z", "UID:46500fb1-542d-4d47-a479-1a99d4812a43@kazalliance", "SEQUENCE:3", "METHOD:PUBLISH", "STATUS:CONFIRMED", `URL:${url}`,
    ]));
  });

  test("speaks the language of the page and escapes what calendars read as signs", async () => {
    expect(await unfolded()).toEqual(expect.arrayContaining(["SUMMARY:Мансап кеші\\; қаржы\\, технология", "LOCATION:Bush House\\, 30 Aldwych\\, Лондон"]));
    expect(await unfolded({}, "en")).toContain("SUMMARY:Careers evening");
  });

  test("has no line that somebody wrote into a text", async () => {
    const wrote = "Кеш\rATTACH:https://evil.example/x";
    const lines = await unfolded({ title: { kk: wrote }, summary: { kk: wrote }, venue: wrote, address: wrote });
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
    expect(lines).toContain("SUMMARY:Кеш ATTACH:https://evil.example/x");
  });

  test("says that a cancelled event is off", async () => {
    expect(await unfolded({ state: "cancelled", version: 5 })).toEqual(expect.arrayContaining(["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:4"]));
  });

  test("is folded into lines of at most 75 bytes", async () => {
    const lines = (await calendarFile(event, { locale: "kk", url, words })).split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});

describe("the calendar that people subscribe to", () => {
  const entries = [{ event, url, words }, { event: { ...event, id: "8e3f6a0a-31b3-4f2c-9d0c-2a5d5c9e7f11", state: "cancelled" as const, version: 6 }, url, words }];
  const subscribed = (name = "ҚазАльянс", held = entries) => subscribedCalendar(held, { name, locale: "kk" });
  const linesOf = (file: string) => file.replace(/\r\n[ \t]/g, "").split("\r\n");

  test("says its name, and how often to look for news in both ways that calendars know", async () => {
    expect(linesOf(await subscribed())).toEqual(expect.arrayContaining(["METHOD:PUBLISH", "X-WR-CALNAME:ҚазАльянс", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "X-PUBLISHED-TTL:PT1H"]));
  });

  test("knows an event by the name that its own file has, so that it is not there twice", async () => {
    const own = linesOf(await calendarFile(event, { locale: "kk", url, words }));
    const uid = own.find((line) => line.startsWith("UID:"));
    expect(linesOf(await subscribed())).toContain(uid);
    for (const name of ["DTSTART", "SEQUENCE", "SUMMARY", "LOCATION"]) expect(linesOf(await subscribed())).toContain(own.find((line) => line.startsWith(name)));
  });

  test("keeps what was called off, and says that it is off", async () => {
    const [, , off = ""] = (await subscribed()).split("BEGIN:VEVENT");
    expect(linesOf(off)).toEqual(expect.arrayContaining(["STATUS:CANCELLED", "SEQUENCE:5"]));
  });

  test("is the same whenever it is written, as long as the events are", async () => {
    vi.useFakeTimers({ now: Date.parse("2026-11-20T00:00Z") });
    const before = await subscribed();
    vi.setSystemTime(Date.parse("2026-11-21T00:00Z"));
    expect(await subscribed()).toBe(before);
    vi.useRealTimers();
  });

  test("has no line that somebody wrote into its name, and may hold nothing", async () => {
    const lines = linesOf(await subscribed("ҚазАльянс · «a;b,c\\»\rATTACH:https://evil.example/x", []));
    expect(lines).toContain("X-WR-CALNAME:ҚазАльянс · «a\\;b\\,c\\\\» ATTACH:https://evil.example/x");
    expect(lines.filter((line) => line.startsWith("ATTACH"))).toEqual([]);
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toEqual([]);
  });

  test("is folded into lines of at most 75 bytes", async () => {
    expect(Math.max(...(await subscribed("Қ".repeat(200))).split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });

  test("does not keep the server from others, however long it is, and is written anew only where an event is another one", async () => {
    const held = Array.from({ length: 40 }, (_, at) => ({ event: { ...event, id: `8e3f6a0a-31b3-4f2c-9d0c-2a5d5c9e8${String(at).padStart(3, "0")}` }, url, words }));
    let turns = 0;
    const turn = () => void ((turns += 1), (going = setImmediate(turn)));
    let going = setImmediate(turn);
    await subscribed("ҚазАльянс", held);
    expect(turns).toBeGreaterThanOrEqual(40);
    turns = 0;
    await subscribed("Лондон", [...held.slice(1), { event: { ...event, version: 9 }, url, words }]);
    expect(turns).toBeLessThan(5);
    clearImmediate(going);
  });
});
