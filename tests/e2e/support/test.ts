import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";

import { expect, test as base, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";

import { confirmByCode, newStudent, openAccount, tellStudy } from "./joining";
import { sayIn } from "./words";

/** The demo's people with an account; and a newcomer, who has confirmed a code and said what they study, but not yet who they are. */
export type Person = "aigerim" | "daniyar" | "timur" | "zhanel" | "saule" | "erlan" | "dina" | "newcomer";
type Open = (options?: BrowserContextOptions) => Promise<Page>;
/** A page, and the faults noted since it was last requested. */
type Watched = { page: Page; complaints: string[] };
/** A page of a browser that has been here before and has cached scripts and fonts; with JavaScript unless told otherwise. */
type Familiar = (reader: Person | "visitor", javaScriptEnabled?: boolean) => Promise<Watched>;
type Fixtures = {
  /** A page of somebody new to the site; each call is another browser. */
  visitor: Open;
  /** A page of one of the demo's people; each signs in only once. */
  signedInAs: (person: Person, options?: BrowserContextOptions) => Promise<Page>;
};

const site = () => process.env.JOURNEYS_URL ?? "";
const addressOf = (person: Person) => `${person}@demo.kazalliance.example`;
export const password = "steppe-sky-2026";
/**
 * Chromium logs expected refusals with these statuses in the console, as it does when a test cuts off the network; a missing file of our own is still a
 * fault.
 */
const announcedRefusal = /^Failed to load resource: the server responded with a status of (401|403|404|409|422|429)/;
const noNetwork = /net::ERR_INTERNET_DISCONNECTED$/;
const isFile = (url: string) => /\.(js|css|woff2|svg|png|ico|json|webmanifest)$/.test(new URL(url).pathname);

/** Notes what no page may do: log errors in the console, throw, or contact another host. */
function watch(context: BrowserContext, complaints: string[]): void {
  context.on("console", (message) => {
    const text = message.text();
    const isBad = message.type() === "error" || /hydrat|content security policy/i.test(text);
    if (!isBad || noNetwork.test(text) || (announcedRefusal.test(text) && !isFile(message.location().url))) return;
    complaints.push(`${message.page()?.url()}: ${text}`);
  });
  context.on("weberror", (error) => complaints.push(`${error.page()?.url()}: ${error.error().message}`));
  context.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== site() && protocol !== "data:" && protocol !== "blob:") complaints.push(`${request.frame().url()} asked ${request.url()}`);
  });
}

async function signIn(page: Page, person: Person): Promise<void> {
  const say = sayIn("kk");
  await page.goto("/kk/sign-in?to=/kk/events");
  await page.getByLabel(say("common:ui.email"), { exact: true }).fill(addressOf(person));
  await page.getByLabel(say("common:ui.password"), { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: say("common:action.signIn"), exact: true }).click();
  await page.waitForURL(({ pathname }) => pathname === "/kk/events");
}

async function beginToJoin(page: Page): Promise<void> {
  const student = newStudent();
  await openAccount(page, "kk", student);
  await confirmByCode(page, "kk", student);
  await tellStudy(page, "kk");
}

async function stateOf(browser: Browser, person: Person): Promise<string> {
  const file = join(process.env.JOURNEYS_FOLDER ?? "", `${person}.json`);
  if (existsSync(file)) return file;
  const context = await browser.newContext({ baseURL: site() });
  const page = await context.newPage();
  await (person === "newcomer" ? beginToJoin(page) : signIn(page, person));
  // Under a temporary name until it is complete: the other worker reads it as soon as it exists.
  const begun = `${file}.${process.pid}`;
  await context.storageState({ path: begun });
  renameSync(begun, file);
  await context.close();
  return file;
}

async function beginWatching(browser: Browser, reader: Person | "visitor", javaScriptEnabled: boolean): Promise<Watched> {
  const context = await browser.newContext({ baseURL: site(), javaScriptEnabled, ...(reader === "visitor" ? {} : { storageState: await stateOf(browser, reader) }) });
  const complaints: string[] = [];
  watch(context, complaints);
  return { page: await context.newPage(), complaints };
}

export const test = base.extend<Fixtures & { complaints: string[]; open: Open }, { familiar: Familiar }>({
  familiar: [
    async ({ browser }, use) => {
      const known = new Map<string, Watched>();
      await use(async (reader, javaScriptEnabled = true) => {
        const name = `${reader} ${javaScriptEnabled}`;
        const watched = known.get(name) ?? (await beginWatching(browser, reader, javaScriptEnabled));
        known.set(name, watched);
        watched.complaints.length = 0;
        return watched;
      });
      for (const { page } of known.values()) await page.context().close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({}, use) => use(site()),
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints).toEqual([]);
  },
  open: async ({ browser, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ baseURL: site(), ...options });
      contexts.push(context);
      watch(context, complaints);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
  visitor: async ({ open }, use) => use(open),
  signedInAs: async ({ browser, open }, use) =>
    use(async (person, options) => open({ ...options, storageState: await stateOf(browser, person) })),
});
export { expect };
