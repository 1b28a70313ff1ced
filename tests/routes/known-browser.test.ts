import { afterAll, beforeAll, expect, test } from "vitest";

import { connectBackend } from "~/core/supabase/backend.server";
import * as codePage from "~/routes/_site.sign-in_.code";

import { submitSignIn, letterTo, makeAccount, signedIn } from "../support/accounts";
import { Browser } from "../support/browser";
import { freshBackend, type TestBackend } from "../support/database";

let backend: TestBackend;
beforeAll(async () => {
  backend = await freshBackend();
  connectBackend(backend.backend);
});
afterAll(() => backend.drop());

const known = "ka-known";
/** Strangers guess passwords until they are locked out of the account. */
const besiege = (email: string) => Promise.all(Array.from({ length: 10 }, () => submitSignIn(new Browser(), email, "a wrong guess")));
/** A signed-out browser with the cookie by which the given one is recognised. */
function afterSigningOut({ jar }: Browser): Browser {
  const browser = new Browser();
  browser.jar.set(known, jar.get(known) ?? "");
  return browser;
}
const ask = (browser: Browser, email: string) => browser.post(codePage.action, "/kk/sign-in/code", { intent: "send", email });

test("strangers who guess close the door to strangers, not to the browser in which the owner has been, whose own guesses end too", async () => {
  const { browser, email } = await signedIn(backend);
  await besiege(email);
  expect((await submitSignIn(new Browser(), email)).status).toBe(429);
  const own = afterSigningOut(browser);
  expect((await submitSignIn(own, email)).status).toBe(302);
  const guesses = await Promise.all(Array.from({ length: 10 }, () => submitSignIn(afterSigningOut(own), email, "a wrong guess")));
  expect(guesses.map(({ status }) => status)).toEqual(Array(10).fill(422));
  expect((await submitSignIn(afterSigningOut(own), email)).status).toBe(429);
});

test("whoever came by a code is known too; five letters that strangers ask for keep nobody from the next", async () => {
  const { email } = await makeAccount(backend);
  const browser = new Browser();
  await ask(browser, email);
  expect((await browser.post(codePage.action, "/kk/sign-in/code", { intent: "enter", code: letterTo(backend, email).email_data.token })).status).toBe(302);
  await Promise.all(Array.from({ length: 5 }, () => ask(new Browser(), email)));
  expect((await ask(new Browser(), email)).status).toBe(429);
  expect((await ask(afterSigningOut(browser), email)).status).toBe(302);
});

test("a browser is known for its own accounts alone, five of them, and by nothing that it made up", async () => {
  const { browser, email } = await signedIn(backend);
  const strangers = (await signedIn(backend)).browser;
  const forged = new Browser();
  forged.jar.set(known, Buffer.from(JSON.stringify({ browser: "0".repeat(32), marks: ["0".repeat(64)] })).toString("base64"));
  await besiege(email);
  for (const other of [strangers, forged]) expect((await submitSignIn(afterSigningOut(other), email)).status).toBe(429);
  const own = afterSigningOut(browser);
  for (let visitors = 0; visitors < 5; visitors += 1) await submitSignIn(own, (await makeAccount(backend)).email);
  expect((await submitSignIn(afterSigningOut(own), email)).status).toBe(429);
});

test("its cookie names nobody", async () => {
  const { browser, email } = await signedIn(backend);
  const said = decodeURIComponent(browser.jar.get(known) ?? "");
  expect(Buffer.from(said.split(".")[0] ?? "", "base64").toString()).toMatch(/^\{"browser":"[0-9a-f]{32}","marks":\["[0-9a-f]{64}"\]\}$/);
  expect(said).not.toContain(email);
});
