import { expect, test } from "vitest";

import { slugFrom } from "./slug";

test.each([
  ["Мансап кеші: қаржы және технология", "mansap-keshi-qarzhy-zhane-tekhnologiya-2026-11-28"],
  ["Встреча первокурсников — «Щука»", "vstrecha-pervokursnikov-shchuka-2026-11-28"],
  ["Freshers’ welcome", "freshers-welcome-2026-11-28"],
  ["Üniversite günü, Łódź", "universite-gunu-lodz-2026-11-28"],
  ["中文角", "event-2026-11-28"],
  ["  … ", "event-2026-11-28"],
])("%s", (title, slug) => {
  expect(slugFrom(title, "2026-11-28")).toBe(slug);
});

test("a long title is cut between words and fits the column", () => {
  const slug = slugFrom("Ұзақ ".repeat(60), "2026-11-28");
  expect(slug.length).toBeLessThanOrEqual(100);
  expect(slug).toMatch(/^uzaq(-uzaq)*-2026-11-28$/);
});
