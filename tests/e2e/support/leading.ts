import { expect, type Page } from "@playwright/test";

import { languages, sayIn, type Language } from "./words";

type NewEvent = { titles: Record<Language, string>; venue: string };
type PublishedEvent = NewEvent & { /** Its page at the leader's desk, and the public one; both without the language. */ desk: string; path: string };

/** Expects the page to show this status message. */
export const isTold = (page: Page, words: string) => expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();

let made = 0;
export function newEvent(): NewEvent {
  const number = `${process.pid}/${(made += 1)}`;
  return { titles: { kk: `Шай кеші ${number}`, ru: `Вечер за чаем ${number}`, en: `Tea evening ${number}` }, venue: "Bush House" };
}

const inTwoWeeks = () => new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
const pathIn = (language: Language, address: string) => new URL(address, "http://any").pathname.replace(`/${language}`, "");

/** Creates an event of London in all languages, saves it as a draft, and publishes it. */
export async function publishEvent(page: Page, language: Language, event: NewEvent): Promise<PublishedEvent> {
  const say = sayIn(language);
  const press = (key: string) => page.getByRole("main").getByRole("button", { name: say(key), exact: true }).click();
  await page.goto(`/${language}/lead/london/events/new`);
  await page.getByLabel(say("events:list.kind"), { exact: true }).selectOption("meetup");
  for (const code of languages) {
    const title = page.locator(`[name="title.${code}"]`);
    if (!(await title.isVisible())) await page.locator("summary").filter({ hasText: say(`events:form.in.${code}`) }).click();
    await title.fill(event.titles[code]);
  }
  const starts = page.getByRole("group", { name: say("events:form.starts"), exact: true });
  await starts.getByLabel(say("common:ui.date")).fill(inTwoWeeks());
  await starts.getByLabel(say("common:ui.time")).fill("18:30");
  await page.getByRole("group", { name: say("events:form.ends"), exact: true }).getByLabel(say("common:ui.time")).fill("21:00");
  await page.getByLabel(say("events:form.venue"), { exact: true }).fill(event.venue);
  await page.getByLabel(say("events:form.capacity")).fill("10");
  await press("events:desk.saveDraft");
  await isTold(page, say("common:notice.draftKept"));
  await press("events:desk.publish");
  await isTold(page, say("events:notice.eventPublished"));
  const path = await page.getByRole("link", { name: say("events:desk.publicPage"), exact: true }).getAttribute("href");
  return { ...event, desk: pathIn(language, page.url()), path: pathIn(language, path ?? "") };
}

/** The number of members in London according to the coordinators’ figures. */
export async function membersOfLondon(page: Page, language: Language): Promise<number> {
  await page.goto(`/${language}/figures?chapter=london`);
  const stat = page.locator(".stat").filter({ has: page.getByText(sayIn(language)("insights:figures.stat.members"), { exact: true }) });
  return Number((await stat.locator(".figure").innerText()).replace(/\D/g, ""));
}
