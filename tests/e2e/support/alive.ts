import type { Page } from "@playwright/test";

/** Whether scripts have made the page alive: from then on they, not the browser, take it back to where it was scrolled. */
export const isAlive = (page: Page): Promise<boolean> => page.evaluate(() => history.scrollRestoration === "manual");

/** Touches the page, as any reader does, and waits until its scripts have made it alive. */
export async function awaken(page: Page): Promise<void> {
  await page.mouse.move(20, 20);
  await page.mouse.move(21, 21);
  await page.waitForFunction(() => history.scrollRestoration === "manual");
}
