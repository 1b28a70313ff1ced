import { expect, test } from "vitest";

import { renderHtml } from "../../../../tests/support/render-html";
import { PastRegistrations } from "./past-registrations";

test.each([["kk", "дөңгелектелген"], ["ru", "округлено"], ["en", "rounded"]] as const)("of an event that is over a number is said to be rounded, in %s", async (locale, rounded) => {
  expect(await renderHtml(locale, ["events"], <PastRegistrations taken={25} />)).toMatch(new RegExp(`${rounded}.*25`));
  expect(await renderHtml(locale, ["events"], <PastRegistrations taken={0} />)).toBe("");
});
