import { expect, test } from "vitest";

import { nextSteps, mandateEndKind, wholeDays, type DeskFacts } from "./desk-rules";

const day = 86_400_000;
const now = Date.UTC(2026, 10, 26, 12);
const event = { id: "e", slug: "e", title: { kk: "Кеш" }, startsAt: now + 2 * day, clock: "UTC", capacity: 80, taken: 68, waiting: 0 };
const draft = { id: "d", title: { kk: "Қаралама" }, startsAt: now + 20 * day, clock: "UTC" };
const quiet: DeskFacts = {
  permissions: ["members:read", "members:decide", "events:edit", "attendees:read"],
  requests: { count: 0, oldest: null },
  drafts: { count: 0, first: null },
  nextEvent: { ...event, startsAt: now + 30 * day },
  hasPresident: true,
  ending: [],
};
const kinds = (facts: Partial<DeskFacts>) => nextSteps({ ...quiet, ...facts }, now).map(({ kind }) => kind);

test("one's own office is laid down, another one ended, and one that has not begun taken back", () => {
  const ways = [{ isMine: true, from: 0 }, { isMine: false, from: 0 }, { isMine: false, from: 2 }, { isMine: true, from: 2 }].map((mandate) => mandateEndKind(mandate, 1));
  expect(ways).toEqual(["own", "running", "coming", "own"]);
});

test("where everything is done, nothing is to do", () => {
  expect(nextSteps(quiet, now)).toEqual([]);
});

test("people who wait come first, then the event of this week, gaps in the team, drafts", () => {
  const term = { role: "treasurer", to: now + 9 * day, isMine: false, name: "Ким Тимур" } as const;
  expect(kinds({ requests: { count: 3, oldest: now - 2.5 * day }, nextEvent: event, hasPresident: false, ending: [term], drafts: { count: 1, first: draft } })).toEqual([
    "requests",
    "event",
    "vacancy",
    "term",
    "draft",
  ]);
});

test("the oldest request says how many whole days it has waited", () => {
  expect(nextSteps({ ...quiet, requests: { count: 2, oldest: now - 2.5 * day } }, now)[0]).toEqual({ kind: "requests", count: 2, days: 2 });
  expect(wholeDays(now, now - day)).toBe(0);
});

test("an event is a step in its last week only, and only for those who see who comes", () => {
  expect(kinds({ nextEvent: { ...event, startsAt: now + 7 * day } })).toEqual([]);
  expect(kinds({ nextEvent: { ...event, startsAt: now + 7 * day - 1 } })).toEqual(["event"]);
  expect(kinds({ nextEvent: event, permissions: [] })).toEqual([]);
});

test("who may edit events is asked to plan one when none is coming and none is drafted", () => {
  expect(kinds({ nextEvent: null })).toEqual(["plan"]);
  expect(kinds({ nextEvent: null, drafts: { count: 1, first: draft } })).toEqual(["draft"]);
  expect(kinds({ nextEvent: null, drafts: null })).toEqual([]);
});

test("a treasurer, who decides nothing, is shown no requests", () => {
  expect(kinds({ requests: null, drafts: null })).toEqual([]);
});
