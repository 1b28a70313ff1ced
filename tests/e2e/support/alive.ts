import type { Page } from "@playwright/test";

/** Whether the page is hydrated: from then on scripts, not the browser, restore its scroll position. */
export const isAlive = (page: Page): Promise<boolean> => page.evaluate(() => history.scrollRestoration === "manual");

/** Moves the mouse, as any reader does, and waits until the page is hydrated. */
export async function awaken(page: Page): Promise<void> {
  await page.mouse.move(20, 20);
  await page.mouse.move(21, 21);
  await page.waitForFunction(() => history.scrollRestoration === "manual");
}
