import { expect, test } from "vitest";

import { eventLetters } from "./letters.server";

const payload = { slug: "forum", title: { kk: "Форум" }, starts_at: "2027-10-30T21:00:00Z", clock: "Europe/London", venue: "Hall" };
const textOf = (more: object) => {
  const letter = eventLetters.event_changed?.({ payload: { ...payload, ...more }, locale: "kk", givenName: "Айгерім" } as Parameters<NonNullable<typeof eventLetters.event_changed>>[0]);
  return JSON.stringify(letter);
};

test("a letter about a changed event names its city and its end", () => {
  const text = textOf({ ends_at: "2027-10-30T23:00:00Z", ends_clock: "Europe/London", city: { kk: "Манчестер" } });
  expect(text).toContain("Hall, Манчестер");
  expect(text).toContain("22:00–00:00");
});

test("one that was queued before they were known is still written", () => {
  expect(textOf({})).toContain("22:00 (");
});
