import type { Page } from "@playwright/test";

import { isTold, newEvent, publishEvent } from "./support/leading";
import { expect, password, test } from "./support/test";
import { sayIn } from "./support/words";

const say = sayIn("kk");

/** Whether the focus is visible: the element has an outline or shadow, and nothing covers it. */
const isFocusSeen = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
    const { left, top, width, height } = focused.getBoundingClientRect();
    const onTop = document.elementFromPoint(left + width / 2, top + height / 2);
    const isDrawn = (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    return isDrawn && onTop !== null && (focused.contains(onTop) || onTop.contains(focused));
  });

/** Presses Tab until the control has the focus; the focus must be visible at each stop. */
async function tabTo(page: Page, role: "button" | "link" | "textbox", name: string): Promise<void> {
  const wanted = page.getByRole("main").getByRole(role, { name, exact: true });
  await wanted.waitFor();
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press("Tab");
    expect(await isFocusSeen(page), await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 120) ?? "")).toBe(true);
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard never comes to “${name}”`);
}

test("without a mouse: skip to the content, sign in, and register for an event", async ({ visitor, signedInAs }) => {
  const event = await publishEvent(await signedInAs("daniyar"), "kk", newEvent());
  const page = await visitor({ viewport: { width: 1280, height: 800 } });
  await page.goto(`/kk${event.path}`);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: say("common:ui.skipToContent") })).toBeFocused();
  expect(await isFocusSeen(page)).toBe(true);
  await page.keyboard.press("Enter");
  await tabTo(page, "link", say("events:box.signInToRegister"));
  await page.keyboard.press("Enter");

  await tabTo(page, "textbox", say("common:ui.email"));
  await page.keyboard.type("timur@demo.kazalliance.example");
  await tabTo(page, "textbox", say("common:ui.password"));
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");

  await tabTo(page, "button", say("events:box.register"));
  await page.keyboard.press("Enter");
  await isTold(page, say("events:notice.registered"));
});
