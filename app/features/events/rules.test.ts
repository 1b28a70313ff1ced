import { describe, expect, test } from "vitest";

import { isAlmostFull, byNearness, canCancelRegistration, changesAt, closesAt, type EventFacts, groupOf, isOpen, nextMidnight, seatsLeft, seatsOf, boxStateOf, textStatusAfter } from "./rules";

const at = (iso: string) => Date.parse(iso);
const starts = at("2026-11-28T18:30:00Z");
const ends = at("2026-11-28T21:00:00Z");
const before = at("2026-11-24T12:00:00Z");
const event = (more: Partial<EventFacts> = {}): EventFacts => ({
  state: "published", startsAt: starts, endsAt: ends, registrationClosesAt: null, capacity: 80, taken: 68, waiting: 0, ...more,
});
const registered = { state: "registered", placeInLine: null } as const;
const waiting = { state: "waiting", placeInLine: 3 } as const;

describe("registration", () => {
  test("is open until the start, or until it was set to close", () => {
    expect(isOpen(event(), starts - 1)).toBe(true);
    expect(isOpen(event(), starts)).toBe(false);
    const early = event({ registrationClosesAt: starts - 3_600_000 });
    expect(closesAt(early)).toBe(starts - 3_600_000);
    expect(isOpen(early, starts - 3_600_000)).toBe(false);
  });

  test("is open for published events alone", () => {
    expect(isOpen(event({ state: "draft" }), before)).toBe(false);
    expect(isOpen(event({ state: "cancelled" }), before)).toBe(false);
  });
});

describe("places", () => {
  test("a free place is free although somebody waits", () => {
    expect(seatsLeft(event())).toBe(12);
    // Whoever waits beside a free place is suspended or has left: the next one to register gets it.
    expect(seatsLeft(event({ waiting: 1 }))).toBe(12);
    expect(seatsLeft(event({ taken: 80 }))).toBe(0);
    expect(seatsLeft(event({ capacity: null }))).toBeNull();
  });

  test("few are said to be few", () => {
    expect(isAlmostFull(12, 80)).toBe(true);
    expect(isAlmostFull(13, 80)).toBe(false);
    expect(isAlmostFull(3, 8)).toBe(true);
    expect(isAlmostFull(21, 1000)).toBe(false);
  });

  test("a list says what matters most", () => {
    expect(seatsOf(event(), before)).toEqual({ kind: "few", left: 12 });
    expect(seatsOf(event({ taken: 10 }), before)).toEqual({ kind: "some", left: 70 });
    expect(seatsOf(event({ capacity: null }), before)).toEqual({ kind: "free" });
    expect(seatsOf(event({ taken: 80, waiting: 9 }), before)).toEqual({ kind: "full", waiting: 9 });
    expect(seatsOf(event({ registrationClosesAt: before }), before)).toEqual({ kind: "closed" });
    expect(seatsOf(event(), starts)).toEqual({ kind: "running" });
    expect(seatsOf(event(), ends)).toEqual({ kind: "past" });
    expect(seatsOf(event({ state: "cancelled" }), before)).toEqual({ kind: "cancelled" });
  });
});

describe("where somebody stands", () => {
  test.each([
    ["open", event(), null, before],
    ["full", event({ taken: 80 }), null, before],
    ["full", event({ taken: 80, waiting: 2 }), null, before],
    ["open", event({ waiting: 2 }), null, before],
    ["closed", event({ registrationClosesAt: before }), null, before],
    ["running", event(), null, starts],
    ["running", event(), waiting, starts],
    ["past", event(), registered, ends],
    ["registered", event(), registered, before],
    ["registered", event(), registered, starts],
    ["waiting", event({ taken: 80 }), waiting, before],
    ["cancelled", event({ state: "cancelled" }), registered, before],
    ["draft", event({ state: "draft" }), null, before],
  ] as const)("%s", (expected, facts, mine, now) => {
    expect(boxStateOf(facts, mine, now)).toBe(expected);
  });

  test("a place is given back until the start", () => {
    expect(canCancelRegistration(event(), registered, starts - 1)).toBe(true);
    expect(canCancelRegistration(event(), waiting, starts - 1)).toBe(true);
    expect(canCancelRegistration(event(), registered, starts)).toBe(false);
    expect(canCancelRegistration(event({ state: "cancelled" }), registered, before)).toBe(false);
    expect(canCancelRegistration(event(), null, before)).toBe(false);
  });
});

describe("the headings of a list", () => {
  // Tuesday; in Seoul it is already Wednesday.
  const now = at("2026-11-24T16:00:00Z");
  test.each([
    ["today", "2026-11-24T20:00:00Z", "Europe/London"],
    ["week", "2026-11-25T09:00:00Z", "Europe/London"],
    ["week", "2026-11-29T23:30:00Z", "Europe/London"],
    ["2026-11", "2026-11-30T00:00:00Z", "Europe/London"],
    ["2026-12", "2026-12-05T17:00:00Z", "Europe/Prague"],
    ["today", "2026-11-25T05:00:00Z", "Asia/Seoul"],
    ["today", "2026-11-23T09:00:00Z", "Europe/London"],
  ])("%s: %s in %s", (group, startsAt, zone) => {
    expect(groupOf({ startsAt: at(startsAt), zone }, now)).toBe(group);
  });

  test("today comes before the week, and the week before the months, whichever event begins first", () => {
    expect(["week", "2027-01", "today", "2026-12"].sort(byNearness)).toEqual(["today", "week", "2026-12", "2027-01"]);
  });

  test("on a Sunday the week ends that day", () => {
    expect(groupOf({ startsAt: at("2026-11-30T10:00:00Z"), zone: "Europe/London" }, at("2026-11-29T12:00:00Z"))).toBe("2026-11");
  });
});

describe("when a page changes by itself", () => {
  test("midnight is the zone's own, also on days of 23 and 25 hours", () => {
    expect(nextMidnight(at("2026-11-24T16:00:30Z"), "Asia/Almaty")).toBe(at("2026-11-24T19:00:00Z"));
    expect(nextMidnight(at("2026-03-29T00:30:00Z"), "Europe/London")).toBe(at("2026-03-29T23:00:00Z"));
    expect(nextMidnight(at("2026-10-24T23:30:00Z"), "Europe/London")).toBe(at("2026-10-26T00:00:00Z"));
  });

  test("the next start, end, close or midnight counts", () => {
    const shown = { ...event(), zone: "Europe/London" };
    expect(changesAt([shown], before)).toBe(at("2026-11-25T00:00:00Z"));
    expect(changesAt([shown], at("2026-11-28T18:00:00Z"))).toBe(starts);
    expect(changesAt([shown], at("2026-11-28T20:00:00Z"))).toBe(ends);
    expect(changesAt([{ ...shown, registrationClosesAt: starts - 60_000 }], at("2026-11-28T18:00:00Z"))).toBe(starts - 60_000);
    expect(changesAt([], before)).toBeNull();
  });
});

describe("texts in several languages", () => {
  test("what is written is reviewed, a translation left behind is outdated", () => {
    const old = { kk: "Кездесу", ru: "Встреча", en: "Meet-up" };
    expect(textStatusAfter({}, old, {})).toEqual({ kk: "reviewed", ru: "reviewed", en: "reviewed" });
    expect(textStatusAfter(old, { ...old, kk: "Жаңа кездесу" }, { ru: "machine" })).toEqual({ kk: "reviewed", ru: "outdated", en: "outdated" });
    expect(textStatusAfter(old, { ...old, de: "Treffen" }, { ru: "machine" })).toEqual({ kk: "reviewed", ru: "machine", en: "reviewed", de: "reviewed" });
    expect(textStatusAfter(old, { kk: "Кездесу" }, { kk: "reviewed" })).toEqual({ kk: "reviewed" });
  });
});
