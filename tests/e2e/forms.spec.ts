import type { Page } from "@playwright/test";

import { isAlive } from "./support/alive";
import { expect, password, test } from "./support/test";
import { sayIn } from "./support/words";

const say = sayIn("kk");
const field = (page: Page, key: string) => page.getByRole("main").getByLabel(say(key), { exact: true });
const press = (page: Page, key: string) => page.getByRole("main").getByRole("button", { name: say(key), exact: true }).click();

/** Delays the page's scripts; the returned function lets them load and waits until the page is hydrated. */
async function withoutScripts(page: Page): Promise<() => Promise<void>> {
  let letCome = () => {};
  const allowed = new Promise<void>((done) => (letCome = done));
  await page.route(/\.js$/, async (route) => {
    await allowed;
    await route.continue();
  });
  return async () => {
    expect(await isAlive(page)).toBe(false);
    letCome();
    await expect.poll(() => isAlive(page)).toBe(true);
  };
}

const placesOf = (page: Page) => ({ country: field(page, "common:ui.country"), city: field(page, "common:ui.city") });

/** London is selected; one group of cities means that the page is hydrated, as its script has shortened the list. */
async function isInLondon(page: Page): Promise<void> {
  const { country, city } = placesOf(page);
  await expect(city.locator("optgroup")).toHaveCount(1);
  await expect(country).toHaveValue("GB");
  await expect(city).toHaveValue("gb-london");
}

test("what was chosen before the scripts came stays, and is sent", async ({ signedInAs }) => {
  const page = await signedInAs("dina");
  const comeAlive = await withoutScripts(page);
  await page.goto("/kk/join/study", { waitUntil: "commit" });
  const { country, city } = placesOf(page);
  await country.selectOption("GB");
  await city.selectOption("gb-london");
  await comeAlive();
  await isInLondon(page);
  const sent = page.waitForRequest((request) => request.method() === "POST");
  await press(page, "common:action.continue");
  expect(Object.fromEntries(new URLSearchParams((await sent).postData() ?? ""))).toMatchObject({ country: "GB", city: "gb-london" });
  await page.getByRole("group", { name: say("common:ui.errorSummary") }).waitFor();
  await isInLondon(page);
  await country.selectOption("CZ");
  await expect(city).toHaveValue("");
});

test("what the browser brings back to somebody who returns to a form stays", async ({ signedInAs }) => {
  const page = await signedInAs("dina");
  await page.goto("/kk/join/study");
  const { country, city } = placesOf(page);
  await country.selectOption("GB");
  await city.selectOption("gb-london");
  await page.goto("/kk/about");
  await page.goBack({ waitUntil: "commit" });
  await isInLondon(page);
});

test("a Latin name written before the scripts came stays; one that was not is suggested", async ({ signedInAs }) => {
  const page = await signedInAs("newcomer");
  const latin = page.getByLabel(say("common:ui.latinName"));
  const comeAlive = await withoutScripts(page);
  await page.goto("/kk/join/you", { waitUntil: "commit" });
  await field(page, "common:ui.surname").fill("Сейітқали");
  await field(page, "common:ui.givenName").fill("Арайлым");
  await latin.fill("Seitkali Arailym");
  await comeAlive();
  await field(page, "common:ui.givenName").fill("Аружан");
  await expect(field(page, "common:ui.surname")).toHaveValue("Сейітқали");
  await expect(latin).toHaveValue("Seitkali Arailym");

  const fresh = await page.context().newPage();
  const comeAliveToo = await withoutScripts(fresh);
  await fresh.goto("/kk/join/you", { waitUntil: "commit" });
  await field(fresh, "common:ui.surname").fill("Сейітқали");
  await comeAliveToo();
  const suggested = fresh.getByLabel(say("common:ui.latinName"));
  await expect(suggested).toHaveValue("Seiitkali");
  await field(fresh, "common:ui.givenName").fill("Аружан");
  await expect(suggested).toHaveValue("Seiitkali Aruzhan");
});

/** Signs Dina in for this test only and fills in the form about her study in London, without submitting it. */
async function writing(page: Page): Promise<void> {
  await signIn(page, "/kk/join/study");
  const { country, city } = placesOf(page);
  await country.selectOption("GB");
  await city.selectOption("gb-london");
  await field(page, "common:term.university").fill("King’s College London");
  await field(page, "common:term.degree").selectOption("bachelor");
  await field(page, "common:term.fieldOfStudy").selectOption("engineering");
  const thisYear = new Date().getUTCFullYear();
  const months = { startMonth: 9, startYear: thisYear - 1, endMonth: 6, endYear: thisYear + 2 };
  for (const [name, value] of Object.entries(months)) await page.locator(`select[name="${name}"]`).selectOption(String(value));
}

async function signIn(page: Page, to: string, name = "dina"): Promise<void> {
  await page.goto(`/kk/sign-in?to=${to}`);
  await field(page, "common:ui.email").fill(`${name}@demo.kazalliance.example`);
  await field(page, "common:ui.password").fill(password);
  await press(page, "common:action.signIn");
  await expect(page).toHaveURL(to);
}

for (const javaScriptEnabled of [true, false]) {
  test(`what somebody wrote while they were signed out is kept, until they are back and send it (${javaScriptEnabled ? "with" : "without"} JavaScript)`, async ({ visitor }) => {
    const page = await visitor({ javaScriptEnabled });
    await writing(page);
    await page.context().clearCookies();
    await press(page, "common:action.continue");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("common:page.401Title"));
    const opened = page.context().waitForEvent("page");
    await page.getByRole("main").getByRole("link", { name: say("common:action.signIn") }).click();
    await signIn(await opened, "/kk/join/study");
    await press(page, "common:action.sendAgain");
    await expect(page).toHaveURL("/kk/join/you");
  });
}

for (const javaScriptEnabled of [true, false]) {
  test(`what somebody wrote is not sent by whoever signed in meanwhile in another tab (${javaScriptEnabled ? "with" : "without"} JavaScript)`, async ({ visitor }) => {
    const page = await visitor({ javaScriptEnabled });
    await writing(page);
    const otherTab = await page.context().newPage();
    await page.context().clearCookies();
    await signIn(otherTab, "/kk/me", "aigerim");
    await press(page, "common:action.continue");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("common:page.409Title"));
    await press(page, "common:action.sendAgain");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("common:page.409Title"));
    await page.context().clearCookies();
    await signIn(otherTab, "/kk/join/study");
    await press(page, "common:action.sendAgain");
    await expect(page).toHaveURL("/kk/join/you");
  });
}

test("what was written is kept while there is no network, and sent when it is back", async ({ visitor }) => {
  const page = await visitor({ viewport: { width: 390, height: 844 } });
  await writing(page);
  await page.context().setOffline(true);
  await press(page, "common:action.continue");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("common:page.offlineTitle"));
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
  await press(page, "common:action.sendAgain");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("common:page.offlineTitle"));
  await page.context().setOffline(false);
  await press(page, "common:action.sendAgain");
  await expect(page).toHaveURL("/kk/join/you");
});

test("what was typed goes along into another language, passwords apart, and no further", async ({ visitor, signedInAs }) => {
  const inRussian = (page: Page) => page.getByRole("contentinfo").getByRole("link", { name: "Русский" }).click();
  const russian = sayIn("ru");
  const page = await visitor();
  await page.goto("/kk/join");
  await field(page, "common:ui.email").fill("aru@student.example");
  await field(page, "common:ui.password").fill("steppe-sky-2031");
  await inRussian(page);
  await page.waitForURL("**/ru/join");
  const email = page.getByLabel(russian("common:ui.email"), { exact: true });
  await expect(email).toHaveValue("aru@student.example");
  await expect(page.getByLabel(russian("common:ui.password"), { exact: true })).toHaveValue("");
  await page.goto("/ru/join");
  await expect(email).toHaveValue("");

  const student = await signedInAs("dina");
  await student.goto("/kk/join/study");
  await expect.poll(() => isAlive(student)).toBe(true);
  const { country, city } = placesOf(student);
  await country.selectOption("GB");
  await city.selectOption("gb-london");
  await inRussian(student);
  await student.waitForURL("**/ru/join/study");
  await expect(student.getByLabel(russian("common:ui.city"), { exact: true })).toHaveValue("gb-london");
  await expect(student.getByLabel(russian("common:ui.country"), { exact: true })).toHaveValue("GB");
});
