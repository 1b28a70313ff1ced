import type { Page } from "@playwright/test";

import { newStudent, openAccount, openLetter } from "./support/joining";
import type { Person } from "./support/test";
import { sayIn, type Language } from "./support/words";

/** One of the demo's people, a returning visitor without an account, or somebody in a fresh browser. */
type Reader = Person | "visitor" | "somebody new";
/** These readers' pages are hydrated at the first interaction. */
export const isUnknown = (reader: Reader) => reader === "visitor" || reader === "somebody new";

/** A page in a state in which somebody may see it. */
export type Visit = {
  /** The route's file name, without its extension. */
  route: string;
  state?: string;
  as: Reader;
  /** Without the language; a function finds a path that depends on the data. */
  path: string | ((page: Page) => Promise<string>);
  /** 200 if absent. */
  status?: number;
  /** Brings the page into its state. */
  prepare?: (page: Page, language: Language) => Promise<void>;
};

/** Finds the first link on a page that matches the pattern; returns its path without the language. */
const linkOn = (path: string, pattern: RegExp) => async (page: Page) => {
  const html = await (await page.request.get(`/en${path}`)).text();
  const found = [...html.matchAll(/href="\/en([^"#]*)"/g)].map(([, link = ""]) => link).find((link) => pattern.test(link));
  if (!found) throw new Error(`No link like ${pattern} on ${path}`);
  return found.replaceAll("&amp;", "&");
};

const firstEvent = linkOn("/events", /^\/events\/[a-z0-9-]+$/);

/** Submits the form with empty fields: the error summary takes the focus. */
const sendEmpty = (button: string) => async (page: Page, language: Language) => {
  const say = sayIn(language);
  await page.getByRole("main").getByRole("button", { name: say(button), exact: true }).click();
  await page.getByRole("group", { name: say("common:ui.errorSummary") }).waitFor();
};

async function openWayToSubscribe(page: Page, language: Language): Promise<void> {
  const say = sayIn(language);
  await page.getByText(say("events:calendar.getLink")).click();
  await page.getByRole("textbox", { name: say("events:calendar.address") }).waitFor();
}

/** Joins up to the page that asks for the mailed code. */
async function upToTheCode(page: Page): Promise<string> {
  await openAccount(page, "en", newStudent());
  return "/join/confirm";
}

/** Triggers a letter in Kazakh and opens it: its subject is the title of the page. */
async function aLetter(page: Page): Promise<string> {
  const student = newStudent();
  await openAccount(page, "kk", student);
  await openLetter(page, "kk", student.email);
  return new URL(page.url()).pathname.replace("/kk", "");
}

/** Resets a password, up to the page where a new one is set. */
async function upToANewPassword(page: Page): Promise<string> {
  const say = sayIn("en");
  await page.goto("/en/reset");
  await page.getByLabel(say("common:ui.email"), { exact: true }).fill("zhanel@demo.kazalliance.example");
  await page.getByRole("main").getByRole("button", { name: say("account:reset.send"), exact: true }).click();
  await page.getByText(say("account:notice.checkMail")).waitFor();
  await openLetter(page, "en", "zhanel@demo.kazalliance.example");
  await page.getByRole("article").locator("a.button").click();
  await page.getByRole("main").getByRole("button").first().click();
  await page.waitForURL(({ pathname }) => pathname.endsWith("/reset/new"));
  return "/reset/new";
}

async function myEvent(page: Page): Promise<string> {
  const say = sayIn("en");
  const html = await (await page.request.get("/en/events")).text();
  const paths = [...html.matchAll(/href="\/en(\/events\/[a-z0-9-]+)"/g)].map(([, path = ""]) => path);
  for (const path of paths) {
    await page.goto(`/en${path}`);
    const register = page.getByRole("button", { name: say("events:box.register"), exact: true });
    if (!(await register.isVisible())) continue;
    await register.click();
    await page.getByText(say("events:box.registered"), { exact: true }).waitFor();
    return `${path}?ask=give-back`;
  }
  throw new Error("No event takes anybody");
}

const aboutFirstEvent = async (page: Page) => linkOn(await firstEvent(page), /^\/chapters\/[a-z0-9-]+\/write\?event=/)(page);

/** Writes to the association, up to the page that confirms it was sent. */
async function aSentMessage(page: Page): Promise<string> {
  await page.goto("/en/write");
  await page.getByRole("textbox").fill("Good morning!");
  await page.getByRole("main").getByRole("button", { name: sayIn("en")("common:action.send"), exact: true }).click();
  await page.waitForURL(/sent=/);
  return new URL(page.url()).href.split("/en")[1] ?? "";
}

const firstLedEvent = linkOn("/lead/london/events", /^\/lead\/london\/events\/[0-9a-f-]{36}\/attendees$/);
const firstLedEventForm = async (page: Page) => (await firstLedEvent(page)).replace(/\/attendees$/, "");

const firstAppointee = linkOn("/lead/london/team/new", /^\/lead\/london\/team\/new\?person=/);

/** The dialog that asks whether to end an office in London: the president's own or the treasurer's. */
const endOf = (who: "daniyar" | "timur") => async (page: Page) => {
  const html = await (await page.request.get("/en/lead/london/team")).text();
  const rows = html.split("<tr").filter((row) => row.includes("?end="));
  const row = rows.find((each) => each.includes(who === "daniyar" ? "Нұрғалиев" : "Ким"));
  const [, path] = /href="\/en(\/lead\/london\/team\?end=[0-9a-f-]{36})"/.exec(row ?? "") ?? [];
  if (!path) throw new Error(`${who} holds no office that can be ended`);
  return path;
};

export const visits: Visit[] = [
  { route: "_site._index", as: "visitor", path: "" },
  { route: "_site._index", state: "to a leader", as: "daniyar", path: "" },
  { route: "_site.$", as: "visitor", path: "/no-such-page", status: 404 },
  { route: "_site.auth.confirm", as: "visitor", path: "/auth/confirm?type=signup&token_hash=spent&to=/kk" },
  { route: "_site.auth.confirm", state: "a broken link", as: "visitor", path: "/auth/confirm" },
  { route: "_site.events._index", as: "visitor", path: "/events" },
  { route: "_site.events._index", state: "nothing found", as: "visitor", path: "/events?q=zzzzzz" },
  { route: "_site.events._index", state: "of a day", as: "visitor", path: linkOn("/events", /^\/events\?day=/) },
  { route: "_site.events._index", state: "with the way to subscribe", as: "visitor", path: "/events", prepare: openWayToSubscribe },
  { route: "_site.events._index", state: "as a month", as: "visitor", path: "/events?view=month" },
  { route: "_site.events._index", state: "as an empty month", as: "visitor", path: "/events?view=month&q=zzzzzz" },
  { route: "_site.events.$slug", as: "visitor", path: firstEvent },
  { route: "_site.events.$slug", state: "to a member", as: "aigerim", path: firstEvent },
  { route: "_site.events.$slug", state: "no such event", as: "visitor", path: "/events/no-such-event", status: 404 },
  { route: "_site.events.$slug", state: "with a dialog", as: "zhanel", path: myEvent },
  { route: "_site.about", as: "visitor", path: "/about" },
  { route: "_site.map", as: "visitor", path: "/map" },
  { route: "_site.chapters._index", as: "visitor", path: "/chapters" },
  { route: "_site.chapters._index", state: "nothing found", as: "visitor", path: "/chapters?q=zzzzzz" },
  { route: "_site.chapters.$slug", as: "visitor", path: "/chapters/london" },
  { route: "_site.chapters.$slug", state: "to its member", as: "aigerim", path: "/chapters/london" },
  { route: "_site.chapters.$slug", state: "with a dialog", as: "aigerim", path: "/chapters/london?ask=leave" },
  { route: "_site.chapters.$slug", state: "no such chapter", as: "visitor", path: "/chapters/no-such-chapter", status: 404 },
  { route: "_site.chapters.$slug_.write", as: "aigerim", path: "/chapters/london/write" },
  { route: "_site.chapters.$slug_.write", state: "about an event", as: "aigerim", path: aboutFirstEvent },
  { route: "_site.chapters.$slug_.write", state: "with errors", as: "aigerim", path: "/chapters/london/write", prepare: sendEmpty("common:action.send") },
  { route: "_site.write", as: "aigerim", path: "/write" },
  { route: "_site.write", state: "to who is no member", as: "dina", path: "/write" },
  { route: "_site.write", state: "with a message that is sent", as: "zhanel", path: aSentMessage },
  { route: "_site.join._index", as: "visitor", path: "/join" },
  { route: "_site.join._index", state: "with errors", as: "visitor", path: "/join", prepare: sendEmpty("common:action.continue") },
  { route: "_site.join.chapter", as: "aigerim", path: "/join/chapter" },
  { route: "_site.join.confirm", as: "somebody new", path: upToTheCode },
  { route: "_site.join.study", as: "dina", path: "/join/study" },
  { route: "_site.join.study", state: "with errors", as: "dina", path: "/join/study", prepare: sendEmpty("common:action.continue") },
  { route: "_site.join.you", as: "newcomer", path: "/join/you" },
  { route: "_site.join.you", state: "with errors", as: "newcomer", path: "/join/you", prepare: sendEmpty("members:join.title") },
  { route: "_site.mailbox.$id", as: "somebody new", path: aLetter },
  { route: "_site.mailbox._index", as: "visitor", path: "/mailbox" },
  { route: "_site.reset", as: "visitor", path: "/reset" },
  { route: "_site.reset_.new", as: "somebody new", path: upToANewPassword },
  { route: "_site.sign-in", as: "visitor", path: "/sign-in" },
  { route: "_site.sign-in", state: "with errors", as: "visitor", path: "/sign-in", prepare: sendEmpty("common:action.signIn") },
  { route: "_site.sign-in_.code", as: "visitor", path: "/sign-in/code" },
  { route: "_member.me", as: "aigerim", path: "/me" },
  { route: "_member.me_.events", as: "aigerim", path: "/me/events" },
  { route: "_member.me_.events", state: "of the past", as: "saule", path: "/me/events?when=past" },
  { route: "_member.settings.profile", as: "zhanel", path: "/settings/profile" },
  { route: "_member.settings.privacy", as: "aigerim", path: "/settings/privacy" },
  { route: "_member.settings.erase", as: "aigerim", path: "/settings/erase" },
  { route: "_member.settings.erase", state: "with errors", as: "aigerim", path: "/settings/erase", prepare: sendEmpty("account:erase.forGood") },
  { route: "_member.settings.erase", state: "with a mailed code", as: "aigerim", path: "/settings/erase?sent=1" },
  { route: "_member.settings.erase", state: "to a leader", as: "daniyar", path: "/settings/erase" },
  { route: "_member.settings.erase", state: "to who came through a letter", as: "newcomer", path: "/settings/erase" },
  { route: "_lead.lead.$chapter._index", as: "daniyar", path: "/lead/london" },
  { route: "_lead.lead.$chapter.requests", as: "daniyar", path: "/lead/london/requests" },
  { route: "_lead.lead.$chapter.requests", state: "answered", as: "daniyar", path: "/lead/london/requests?view=answered" },
  { route: "_lead.lead.$chapter.members", as: "daniyar", path: "/lead/london/members" },
  { route: "_lead.lead.$chapter.members", state: "nobody found", as: "daniyar", path: "/lead/london/members?q=zzzzzz" },
  { route: "_lead.lead.$chapter.team", as: "daniyar", path: "/lead/london/team" },
  { route: "_lead.lead.$chapter.team", state: "to who appoints nobody", as: "timur", path: "/lead/london/team" },
  { route: "_lead.lead.$chapter.team", state: "asked to end an office", as: "daniyar", path: endOf("timur") },
  { route: "_lead.lead.$chapter.team", state: "asked to lay down the presidency", as: "daniyar", path: endOf("daniyar") },
  { route: "_lead.lead.$chapter.team_.new", as: "daniyar", path: "/lead/london/team/new" },
  { route: "_lead.lead.$chapter.team_.new", state: "nobody found", as: "daniyar", path: "/lead/london/team/new?q=zzzzzz" },
  { route: "_lead.lead.$chapter.team_.new", state: "the form", as: "daniyar", path: firstAppointee },
  { route: "_lead.lead.$chapter.team_.new", state: "with errors", as: "daniyar", path: firstAppointee, prepare: sendEmpty("chapters:office.appoint") },
  { route: "_lead.lead.$chapter.events._index", as: "daniyar", path: "/lead/london/events" },
  { route: "_lead.lead.$chapter.events._index", state: "without drafts", as: "timur", path: "/lead/london/events?view=drafts" },
  { route: "_lead.lead.$chapter.events.new", as: "daniyar", path: "/lead/london/events/new" },
  { route: "_lead.lead.$chapter.events.new", state: "with errors", as: "daniyar", path: "/lead/london/events/new", prepare: sendEmpty("events:desk.saveDraft") },
  { route: "_lead.lead.$chapter.events.$event._index", as: "daniyar", path: firstLedEventForm },
  { route: "_lead.lead.$chapter.events.$event.attendees", as: "daniyar", path: firstLedEvent },
  { route: "_coordinate.figures", as: "saule", path: "/figures" },
  { route: "_coordinate.figures", state: "of a country", as: "erlan", path: "/figures?country=GB" },
  { route: "_member.settings.account", as: "aigerim", path: "/settings/account" },
  { route: "_member.settings.account", state: "to who is no member", as: "dina", path: "/settings/account" },
];
