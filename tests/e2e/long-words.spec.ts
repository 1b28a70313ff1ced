import type { Page } from "@playwright/test";

import { overflow } from "./support/look";
import { expect, test } from "./support/test";

/** Elements that show what people have written: it may be a pasted URL, or a word without end. */
const written = "main :is(h1, h2, h3, p, dd), .breadcrumb li, .people tbody :is(th, .written)";

async function writeLongWords(page: Page): Promise<void> {
  await page.locator(written).evaluateAll((elements) => {
    for (const element of elements) if (element.childElementCount === 0 && element.textContent?.trim()) element.textContent = "Ш".repeat(160);
  });
}

const linkOn = async (page: Page, list: string, selector: string) => {
  await page.goto(list);
  return (await page.locator(selector).first().getAttribute("href")) ?? "";
};

for (const [what, pathOf] of [
  ["an event", (page: Page) => linkOn(page, "/kk/events", "main .event-list a[href*='/events/']")],
  ["one's own page", async () => "/kk/me"],
  ["a desk", async () => "/kk/lead/london"],
  ["a chapter's members", async () => "/kk/lead/london/members"],
  ["a chapter's team", async () => "/kk/lead/london/team"],
  ["a list of attendees", (page: Page) => linkOn(page, "/kk/lead/london/events", "main a[href$='/attendees']")],
] as const) {
  test(`a word without end makes ${what} no wider`, async ({ signedInAs }) => {
    // Without scripts: hydration would find other text than was rendered.
    const page = await signedInAs("daniyar", { javaScriptEnabled: false });
    await page.goto(await pathOf(page));
    await writeLongWords(page);
    expect(await overflow(page)).toEqual([]);
  });
}
