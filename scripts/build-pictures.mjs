// `npm run pictures [-- --site http://127.0.0.1:3000]`: takes the README's pictures from the running demo, so that they stay true.
import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";

import { chromium } from "@playwright/test";

const { values } = parseArgs({ options: { site: { type: "string", default: "http://127.0.0.1:3000" } } });
const folder = "docs/pictures";
const password = "steppe-sky-2026";

/** The pages to show, who is signed in, and the size of the window; the height cuts off the rest of the page. */
const pictures = [
  { name: "home", path: "/kk", width: 1280, height: 800 },
  { name: "event", path: "/kk/events", width: 390, height: 844, opensFirst: "main h2 a, main h3 a" },
  { name: "lead", path: "/kk/lead/london", as: "daniyar", width: 390, height: 844 },
  { name: "figures", path: "/kk/figures", as: "saule", width: 390, height: 844 },
];

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium", args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
try {
  mkdirSync(folder, { recursive: true });
  for (const { name, path, as, width, height, opensFirst } of pictures) {
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: width < 500 ? 2 : 1.5, locale: "kk-KZ", reducedMotion: "reduce" });
    const page = await context.newPage();
    if (as) await signIn(page, `${as}@demo.kazalliance.example`);
    await page.goto(values.site + path, { waitUntil: "load" });
    if (opensFirst) {
      const first = await page.locator(opensFirst).first().getAttribute("href");
      await page.goto(new URL(first, values.site).href, { waitUntil: "load" });
    }
    await touch(page);
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: `${folder}/${name}.png` });
    await context.close();
  }
} finally {
  await browser.close();
}

/** For visitors a page is hydrated at the first interaction only. */
async function touch(page) {
  await page.mouse.move(1, 1);
  await page.mouse.move(2, 2);
  await page.waitForFunction(() => history.scrollRestoration === "manual");
}

async function signIn(page, email) {
  await page.goto(`${values.site}/kk/sign-in`);
  await page.fill("input[name=email]", email);
  await page.fill("input[name=password]", password);
  await page.press("input[name=password]", "Enter");
  await page.waitForURL((url) => !url.pathname.endsWith("/sign-in"));
}
