import { expect, type Page } from "@playwright/test";

import { sayIn, type Language } from "./words";

/** Somebody who joins. Nobody else uses their address in this run. */
type Student = { email: string; password: string; surname: string; givenName: string; latinName: string };

let made = 0;
export function newStudent(): Student {
  const number = `${process.pid}-${(made += 1)}`;
  // Names may only contain letters, and must be unique, as the tests find people in lists by name.
  const inLetters = number.replace(/\d/g, (digit) => "абвгдежзик"[Number(digit)] ?? "");
  return { email: `student-${number}@student.example`, password: "дала мен аспан 2026", surname: `Сейтқали-${inLetters}`, givenName: "Арайлым", latinName: "Seitkali Arailym" };
}

/** Clicks the label, as the whole row of a choice is clickable. */
const choose = (page: Page, words: string) => page.getByRole("main").getByText(words, { exact: true }).click();
const submit = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name, exact: true }).click();

/** Submits the address and the password; ends on the page that asks for the code. */
export async function openAccount(page: Page, language: Language, { email, password }: Student): Promise<void> {
  const say = sayIn(language);
  await page.goto(`/${language}/join`);
  await page.getByLabel(say("common:ui.email"), { exact: true }).fill(email);
  await page.getByLabel(say("common:ui.password"), { exact: true }).fill(password);
  await submit(page, say("common:action.continue"));
  await expect(page).toHaveURL(`/${language}/join/confirm`);
}

/** Opens the newest letter to an address in the local mailbox. */
export async function openLetter(page: Page, language: Language, email: string): Promise<void> {
  await page.goto(`/${language}/mailbox`);
  await page.getByRole("link").filter({ hasText: email }).first().click();
  await expect(page.getByRole("article").getByText(email)).toBeVisible();
}

/** Reads the code in the mailbox and enters it. */
export async function confirmByCode(page: Page, language: Language, { email }: Student): Promise<void> {
  await openLetter(page, language, email);
  const code = await page.getByRole("article").locator(".codebox").innerText();
  await page.goto(`/${language}/join/confirm`);
  await page.getByLabel(sayIn(language)("common:ui.code"), { exact: true }).fill(code);
  await submit(page, sayIn(language)("common:action.confirm"));
  await expect(page).toHaveURL(`/${language}/join/study`);
}

/** Follows the button in the letter, and presses the one on the page it leads to. */
export async function confirmByLink(page: Page, language: Language, { email }: Student): Promise<void> {
  await openLetter(page, language, email);
  await page.getByRole("article").locator("a.button").click();
  await submit(page, sayIn(language)("account:confirm.emailButton"));
  await expect(page).toHaveURL(`/${language}/join/study`);
}

/** Enters a bachelor's degree at King’s College London, from last year until the year after next. */
export async function tellStudy(page: Page, language: Language): Promise<void> {
  const say = sayIn(language);
  const thisYear = new Date().getUTCFullYear();
  const months = (legend: string) => page.getByRole("group", { name: say(legend) });
  await page.getByLabel(say("common:ui.country"), { exact: true }).selectOption("GB");
  await page.getByLabel(say("common:ui.city"), { exact: true }).selectOption("gb-london");
  await page.getByLabel(say("common:term.university"), { exact: true }).fill("King’s College London");
  await page.getByLabel(say("common:term.degree"), { exact: true }).selectOption("bachelor");
  await page.getByLabel(say("common:term.fieldOfStudy"), { exact: true }).selectOption("engineering");
  await months("members:join.study.startedOn").getByLabel(say("members:join.study.month")).selectOption("9");
  await months("members:join.study.startedOn").getByLabel(say("members:join.study.year")).selectOption(String(thisYear - 1));
  await months("members:join.study.endsOn").getByLabel(say("members:join.study.month")).selectOption("6");
  await months("members:join.study.endsOn").getByLabel(say("members:join.study.year")).selectOption(String(thisYear + 2));
  await submit(page, say("common:action.continue"));
  await expect(page).toHaveURL(`/${language}/join/you`);
}

/** Submits names and consents; this makes them a member, before they have chosen a chapter. */
export async function tellYourself(page: Page, language: Language, { surname, givenName, latinName }: Student): Promise<void> {
  const say = sayIn(language);
  await page.getByLabel(say("common:ui.surname"), { exact: true }).fill(surname);
  await page.getByLabel(say("common:ui.givenName"), { exact: true }).fill(givenName);
  await page.getByLabel(say("common:ui.latinName")).fill(latinName);
  await choose(page, say("members:label.purpose.processing"));
  await choose(page, say("members:label.purpose.cross_border"));
  await submit(page, say("members:join.title"));
  await expect(page).toHaveURL(`/${language}/join/chapter`);
}
