import { describe, expect, test } from "vitest";

import { orderSuggestions, isConfirmed, lastDayOf, membershipActions, yearsLater, type ChapterStanding, type SuggestedChapter } from "./rules";

const london = { kind: "city", joinMode: "open", state: "active" } as const;
const nobody: ChapterStanding = { here: null, since: null, request: null, declined: null, home: null };
const elsewhere: ChapterStanding = { ...nobody, home: { slug: "prague", name: { kk: "Прага" } } };
const request = { id: "1", kind: "home", at: 0 } as const;

describe("what a member may do about a chapter", () => {
  test("without a home: join it", () => {
    expect(membershipActions(london, nobody)).toEqual(["join"]);
    expect(membershipActions({ ...london, joinMode: "request" }, nobody)).toEqual(["join"]);
  });

  test("with a home elsewhere: move here, or come as a guest", () => {
    expect(membershipActions(london, elsewhere)).toEqual(["move", "guest"]);
  });

  test("at home here: leave", () => {
    expect(membershipActions(london, { ...nobody, here: "home" })).toEqual(["leave"]);
  });

  test("as a guest here: make it the home, or leave", () => {
    expect(membershipActions(london, { ...elsewhere, here: "guest" })).toEqual(["move", "leave"]);
    expect(membershipActions(london, { ...nobody, here: "guest" })).toEqual(["join", "leave"]);
  });

  test("with a request that waits: take it back", () => {
    expect(membershipActions(london, { ...elsewhere, request })).toEqual(["withdraw"]);
    expect(membershipActions(london, { ...elsewhere, here: "guest", request })).toEqual(["withdraw", "leave"]);
  });

  test("a chapter that takes nobody can still be left", () => {
    for (const chapter of [{ ...london, joinMode: "invitation" } as const, { ...london, state: "paused" } as const, { ...london, state: "closed" } as const]) {
      expect(membershipActions(chapter, nobody)).toEqual([]);
      expect(membershipActions(chapter, { ...nobody, here: "home" })).toEqual(["leave"]);
    }
  });

  test("a group by interest is joined beside the home, never instead of it", () => {
    const group = { ...london, kind: "interest" } as const;
    expect(membershipActions(group, elsewhere)).toEqual(["guest"]);
    expect(membershipActions(group, { ...elsewhere, here: "guest" })).toEqual(["leave"]);
  });
});

test("what is said to be done is said only while it is so", () => {
  expect(isConfirmed("joined", nobody)).toBe(false);
  expect(isConfirmed("joined", { ...nobody, here: "guest" })).toBe(true);
  expect(isConfirmed("requested", { ...nobody, request })).toBe(true);
  expect(isConfirmed("withdrawn", { ...nobody, request })).toBe(false);
  expect(isConfirmed("left", { ...nobody, here: "home" })).toBe(false);
});

test("a term that ends at midnight is over with the day before", () => {
  expect(lastDayOf(Date.parse("2027-06-01T00:00Z"))).toBe(Date.parse("2027-05-31T23:59:59.999Z"));
});

test("years later is the same day, and the 28th of a February that is short", () => {
  expect([yearsLater("2026-11-27", 1), yearsLater("2028-02-29", 1)]).toEqual(["2027-11-27", "2029-02-28"]);
});

describe("suggestions", () => {
  const chapter = (slug: string, joinMode: SuggestedChapter["joinMode"] = "open"): SuggestedChapter => ({
    id: slug, slug, kind: "city", name: { kk: slug }, summary: { kk: slug }, joinMode, members: 20,
  });
  const slugs = (chapters: SuggestedChapter[]) => chapters.map(({ slug }) => slug);

  test("begin with the chapter somebody came from, each once and with what is known of it", () => {
    const suggested = [chapter("kings"), chapter("london")];
    expect(slugs(orderSuggestions(suggested, null, null))).toEqual(["kings", "london"]);
    expect(slugs(orderSuggestions(suggested, chapter("prague"), null))).toEqual(["prague", "kings", "london"]);
    expect(orderSuggestions(suggested, { ...chapter("london"), members: null }, null)[0]).toMatchObject({ slug: "london", members: 20 });
  });

  test("leave out the home, and what takes members by invitation", () => {
    expect(slugs(orderSuggestions([chapter("kings")], chapter("prague"), "prague"))).toEqual(["kings"]);
    expect(slugs(orderSuggestions([chapter("kings")], chapter("prague", "invitation"), null))).toEqual(["kings"]);
  });
});
