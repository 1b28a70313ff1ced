import type { Browser, Page } from "@playwright/test";

import { awaken } from "./support/alive";
import { expect, test } from "./support/test";
import { sayIn } from "./support/words";

const say = sayIn("kk");
const wordsOfTheMap = "**/locales/kk/map.json*";

/** A visitor's page that is not watched for console errors, which the blocked requests of these tests cause. */
async function events(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const page = await browser.newPage({ baseURL, viewport: { width: 1280, height: 800 } });
  await page.goto("/kk/events");
  await awaken(page);
  return page;
}
const goToMap = (page: Page) => page.getByRole("banner").getByRole("link", { name: say("common:nav.map"), exact: true }).click();
const hasHeading = (page: Page, words: string) => expect(page.getByRole("heading", { level: 1 })).toHaveText(words);

test("words that come at the second try are waited for", async ({ browser, baseURL }) => {
  const page = await events(browser, baseURL);
  await page.route(wordsOfTheMap, (route) => route.abort(), { times: 1 });
  await goToMap(page);
  await hasHeading(page, say("map:page.title"));
  await page.close();
});

test("words that cannot be had are a fault that is told, and the next try has them", async ({ browser, baseURL }) => {
  const page = await events(browser, baseURL);
  await page.route(wordsOfTheMap, (route) => route.abort());
  await goToMap(page);
  await hasHeading(page, say("common:page.500Title"));
  await page.unroute(wordsOfTheMap);
  await page.getByRole("link", { name: say("common:action.retry") }).click();
  await hasHeading(page, say("map:page.title"));
  await page.close();
});
