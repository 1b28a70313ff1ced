import { describe, expect, test } from "vitest";

import { calendarFile } from "./calendar.server";
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
const unfolded = (more: Partial<EventPage> = {}, locale: "kk" | "en" = "kk") => calendarFile({ ...event, ...more }, { locale, url, words }).replace(/\r\n[ \t]/g, "").split("\r\n");

describe("the calendar file", () => {
  test("holds the instants in universal time, under a name that stays, with the version as its sequence", () => {
    expect(unfolded()).toEqual(expect.arrayContaining([
      "DTSTART:20261128T183000Z", "DTEND:20261128T210000Z", "UID:46500fb1-542d-4d47-a479-1a99d4812a43@kazalliance", "SEQUENCE:3", "METHOD:PUBLISH", "STATUS:CONFIRMED", `URL:${url}`,
    ]));
  });

  test("speaks the language of the page and escapes what calendars read as signs", () => {
    expect(unfolded()).toEqual(expect.arrayContaining(["SUMMARY:Мансап кеші\\; қаржы\\, технология", "LOCATION:Bush House\\, 30 Aldwych\\, Лондон"]));
    expect(unfolded({}, "en")).toContain("SUMMARY:Careers evening");
  });

  test("has no line that somebody wrote into a text", () => {
    const wrote = "Кеш\rATTACH:https://evil.example/x";
    const lines = unfolded({ title: { kk: wrote }, summary: { kk: wrote }, venue: wrote, address: wrote });
    expect(lines.filter((line) => /[\r\n]/.test(line))).toEqual([]);
    expect(lines).toContain("SUMMARY:Кеш ATTACH:https://evil.example/x");
  });

  test("says that a cancelled event is off", () => {
    expect(unfolded({ state: "cancelled", version: 5 })).toEqual(expect.arrayContaining(["METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:4"]));
  });

  test("is folded into lines of at most 75 bytes", () => {
    const lines = calendarFile(event, { locale: "kk", url, words }).split("\r\n");
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  });
});
