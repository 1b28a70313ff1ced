import { afterAll, beforeAll, expect, test, vi } from "vitest";

vi.hoisted(() => {
  process.env.DATA_DIR = `${process.env.TMPDIR ?? "/tmp"}/kazalliance-auth-mail-${process.pid}`;
  process.env.SITE_URL = "https://kazalliance.example";
});

import { rm } from "node:fs/promises";

import { locales } from "~/core/i18n/config";
import { listMailbox } from "~/core/mail/mailbox.server";
import { connectBackend } from "~/core/supabase/backend.server";

import { sendAuthMail, sendKnownAddress } from "./auth-mail.server";
import { unseal } from "./link-seal.server";

beforeAll(() => connectBackend({ url: "http://embedded.invalid", publishableKey: "public", secretKey: null, fetch, embedded: true }));
afterAll(() => rm(process.env.DATA_DIR ?? "", { recursive: true, force: true }));

const mail = (locale: unknown, type: string, more = {}) => ({
  user: { email: "aru@student.example", new_email: "aru@work.example", user_metadata: { locale } },
  email_data: { token: "482915", token_hash: "pkce_hash-of-a-token", email_action_type: type, redirect_to: "https://kazalliance.example/ru/join/study", ...more },
});
const newest = async (count: number) => listMailbox(count);

test.each(locales)("every letter in %s is whole and leads to our own page with the button", async (locale) => {
  for (const type of ["signup", "magiclink", "recovery", "invite"]) {
    await sendAuthMail(mail(locale, type));
    const [sent] = await newest(1);
    expect(sent?.letter.locale).toBe(locale);
    expect(sent?.to).toBe("aru@student.example");
    const url = new URL(sent?.letter.button?.url ?? "");
    expect(url.origin + url.pathname).toBe(`https://kazalliance.example/${locale}/auth/confirm`);
    const kind = type === "recovery" ? "recovery" : "email";
    expect(url.searchParams.get("type")).toBe(kind);
    expect(unseal(kind, url.searchParams.get("token_hash") ?? "")).toBe("pkce_hash-of-a-token");
    expect(`${sent?.subject}${sent?.text}`).not.toMatch(/\{\{|undefined|account:|common:/);
  }
});

test("a code stands in the letter as digits, a reset has none", async () => {
  await sendAuthMail(mail("kk", "magiclink"));
  await sendAuthMail(mail("kk", "recovery"));
  const [reset, code] = await newest(2);
  expect(code?.letter.code).toBe("482915");
  expect(code?.subject).toContain("482915");
  expect(reset?.text).not.toContain("482915");
});

test("the way on is carried only to our own pages", async () => {
  const toOf = async (redirectTo: string) => {
    await sendAuthMail(mail("ru", "signup", { redirect_to: redirectTo }));
    return new URL((await newest(1))[0]?.letter.button?.url ?? "").searchParams.get("to");
  };
  expect(await toOf("https://kazalliance.example/ru/join/study?x=1")).toBe("/ru/join/study?x=1");
  for (const foreign of ["https://evil.example/ru", "https://kazalliance.example.evil.example/", "https://kazalliance.example//evil.example", "", "/ru"]) {
    expect(await toOf(foreign)).toBe(null);
  }
});

test("a change of address writes to both mailboxes, each with its own link", async () => {
  await sendAuthMail(mail("en", "email_change", { token_hash: "for-the-new-address", token_new: "111111", token_hash_new: "for-the-old-address" }));
  const hashes = (await newest(2)).map(({ to, letter }) => [to, unseal("email_change", new URL(letter.button?.url ?? "").searchParams.get("token_hash") ?? "")]);
  expect(Object.fromEntries(hashes)).toEqual({ "aru@work.example": "for-the-new-address", "aru@student.example": "for-the-old-address" });
});

test("a language we do not speak becomes Kazakh", async () => {
  await sendAuthMail(mail("xx", "signup"));
  await sendKnownAddress("aru@student.example", "ru");
  const [known, unknown] = await newest(2);
  expect([unknown?.letter.locale, known?.letter.locale]).toEqual(["kk", "ru"]);
});
