import type { Page } from "@playwright/test";

import { awaken, isAlive } from "./support/alive";
import { expect, test } from "./support/test";

/** Collects the scripts that the page requests from now on. */
function scriptsOf(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => void (request.resourceType() === "script" && asked.push(request.url())));
  return asked;
}

/** Freezes the page's clock, so that no time passes for it, however slowly the machine loads it. */
async function stopTheClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(Date.now() + 1_000);
}

test("a visitor’s page asks for no script until it is touched", async ({ visitor }) => {
  const page = await visitor();
  const asked = scriptsOf(page);
  await stopTheClock(page);
  await page.goto("/kk/events", { waitUntil: "networkidle" });
  expect(asked).toEqual([]);
  expect(await isAlive(page)).toBe(false);
  await page.clock.resume();
  await awaken(page);
  expect(asked.length).toBeGreaterThan(2);
});

test("a key is a touch", async ({ visitor }) => {
  const page = await visitor();
  await page.goto("/kk/events");
  await page.keyboard.press("Tab");
  await expect.poll(() => isAlive(page)).toBe(true);
});

test("somebody who only reads gets them after a while: their own clock", async ({ visitor }) => {
  const page = await visitor({ timezoneId: "Asia/Almaty" });
  await stopTheClock(page);
  await page.goto("/kk/events");
  const clock = page.locator(".reader-time").first();
  await expect(clock).toHaveText(/^UTC/);
  await page.clock.fastForward(5_000);
  await page.clock.resume();
  await expect(clock).not.toHaveText(/^UTC/);
});

test("whoever has an account has them untouched, and asks for none twice", async ({ signedInAs }) => {
  const page = await signedInAs("aigerim");
  const asked = scriptsOf(page);
  await page.goto("/kk/me", { waitUntil: "networkidle" });
  expect(asked.length).toBeGreaterThan(2);
  await expect.poll(() => isAlive(page)).toBe(true);
  expect(new Set(asked).size).toBe(asked.length);
});
