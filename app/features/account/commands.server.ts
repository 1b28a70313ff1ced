import type { AuthError } from "@supabase/supabase-js";

import { env } from "~/core/env.server";
import type { Locale } from "~/core/i18n/config";
import type { Visit } from "~/core/session.server";

import { sendKnownAddress } from "./auth-mail.server";
import { rememberBrowser, attemptsKey } from "./known-browser.server";
import { unseal } from "./link-seal.server";
import { withMinimumTime } from "./minimum-time.server";
import { replaceUnprovenPassword } from "./opener.server";
import { normalizePassword } from "./password.server";
import { countAttempt, forgetAttempts, type LimitedAction } from "./rate-limits.server";
import type { LinkType } from "./schema";

/** `retryAfter`: seconds, with `too-many`. */
export type Refusal<Reason extends string> = { ok: false; reason: Reason; retryAfter?: number };
export type CommandResult<Reason extends string> = { ok: true } | Refusal<Reason>;
const done = { ok: true } as const;

const is = (error: AuthError | null, ...codes: string[]) => error !== null && codes.includes(String(error.code));
/** Errors of the auth server for an address that it does not know, or wrote to a moment ago: shown to the reader they would tell who has an account. */
const telltale = ["otp_disabled", "user_not_found", "signup_disabled", "over_email_send_rate_limit", "email_exists", "user_already_exists"];
const quiet = (error: AuthError | null) => {
  if (error && !is(error, ...telltale)) throw error;
};

/** The least time an answer takes, in milliseconds, so that its speed does not tell whether a password was compared or a letter sent. */
const least: Record<LimitedAction, number> = { signIn: 400, code: 400, letter: 600, hook: 0 };

/** Counts the attempt first, in the database; once the allowed ones are used up, nothing at all is done. */
async function limited<Given extends CommandResult<string>>(visit: Visit, what: LimitedAction, email: string, act: () => Promise<Given>): Promise<Given | Refusal<"too-many">> {
  const retryAfter = await countAttempt(what, await attemptsKey(visit, email));
  if (retryAfter > 0) return { ok: false, reason: "too-many", retryAfter };
  return withMinimumTime(least[what], act, ({ ok }) => !ok || what === "letter");
}

/** After a success: forgets the failed attempts before it, and from now on counts this browser's attempts apart. */
async function hasGotIn(visit: Visit, what: LimitedAction, email: string): Promise<void> {
  await forgetAttempts(what, await attemptsKey(visit, email));
  await rememberBrowser(visit, email);
}

type Addressed = { email: string; locale: Locale; /** The path to go on to, carried by the letter's link. */ to?: string };
/** What the auth server stores about the reader and hands back with each letter; for a new account, also in which browser its password was typed. */
const options = ({ locale, to }: Addressed, opener?: string) => ({ data: { locale, opener }, emailRedirectTo: env().SITE_URL + (to ?? "/") });

/** Creates an account and writes to its address. If there is one already the result is the same, and the letter says so. `opener`: see `openerOf`. */
export const signUp = (visit: Visit, { password, opener, ...reader }: Addressed & { password: string; opener: string }) =>
  limited<CommandResult<"common-password">>(visit, "letter", reader.email, async () => {
    const { data, error } = await visit.auth().signUp({ email: reader.email, password: normalizePassword(password), options: options(reader, opener) });
    // A hosted project may know more passwords that have leaked than our rules do.
    if (is(error, "weak_password")) return { ok: false, reason: "common-password" };
    quiet(error);
    const isKnown = is(error, "email_exists", "user_already_exists") || data.user?.identities?.length === 0;
    if (isKnown) await sendKnownAddress(reader.email, reader.locale);
    return done;
  });

/** Mails a six-digit code to sign in with; `create`: creates an account for an address that has none. Same result either way. */
export const sendCode = (visit: Visit, { create, ...reader }: Addressed & { create: boolean }) =>
  limited<CommandResult<never>>(visit, "letter", reader.email, async () => {
    quiet((await visit.auth().signInWithOtp({ email: reader.email, options: { shouldCreateUser: create, ...options(reader) } })).error);
    return done;
  });

/** The errors for an invalid code or link: the auth server does not tell wrong, used and expired ones apart, nor do we. */
const isVoid = (error: AuthError | null) => is(error, "otp_expired", "user_not_found", "validation_failed", "user_banned");

/** `mustChoose`: the account's password was typed in another browser and is no longer valid; the reader has to choose a new one. */
type Proven = { ok: true; mustChoose: boolean };
/** `opener`: what this browser stored when an account was created in it. */
type Proving = { opener: string | null };

export const verifyCode = (visit: Visit, { email, code, opener }: Proving & { email: string; code: string }) =>
  limited<Proven | Refusal<"code-wrong">>(visit, "code", email, async () => {
    const { data, error } = await visit.auth().verifyOtp({ email, token: code, type: "email" });
    if (isVoid(error)) return { ok: false, reason: "code-wrong" };
    if (error) throw error;
    await hasGotIn(visit, "code", email);
    return { ok: true, mustChoose: data.user !== null && (await replaceUnprovenPassword(visit, data.user, opener)) };
  });

/** Follows the sealed link of a letter. A change of address needs two of them, one from each mailbox: `isHalf` after the first. */
export async function followLink(
  visit: Visit,
  { sealed, type, opener }: Proving & { sealed: string; type: LinkType },
): Promise<(Proven & { isHalf: boolean }) | Refusal<"link-expired">> {
  const tokenHash = unseal(type, sealed);
  if (tokenHash === null) return { ok: false, reason: "link-expired" };
  const { data, error } = await visit.auth().verifyOtp({ token_hash: tokenHash, type });
  if (isVoid(error)) return { ok: false, reason: "link-expired" };
  if (error) throw error;
  if (data.session && data.user?.email) await rememberBrowser(visit, data.user.email);
  const mustChoose = data.session !== null && data.user !== null && type !== "email_change" && (await replaceUnprovenPassword(visit, data.user, opener));
  return { ok: true, isHalf: data.session === null, mustChoose };
}

/** `not-confirmed` is only returned for the right password. */
export const signIn = (visit: Visit, { email, password }: { email: string; password: string }) =>
  limited<CommandResult<"wrong" | "not-confirmed">>(visit, "signIn", email, async () => {
    const { error } = await visit.auth().signInWithPassword({ email, password: normalizePassword(password) });
    if (is(error, "email_not_confirmed")) return { ok: false, reason: "not-confirmed" };
    if (is(error, "invalid_credentials", "user_banned", "validation_failed")) return { ok: false, reason: "wrong" };
    if (error) throw error;
    await hasGotIn(visit, "signIn", email);
    return done;
  });

/** Mails a link with which a new password can be set. */
export const requestReset = (visit: Visit, { email }: { email: string }) =>
  limited<CommandResult<never>>(visit, "letter", email, async () => {
    quiet((await visit.auth().resetPasswordForEmail(email)).error);
    return done;
  });

/** Sets a password for somebody who has proven their mailbox or the current password; every other session of the account ends. */
export async function setPassword(visit: Visit, { password }: { password: string }): Promise<CommandResult<"same-password" | "common-password">> {
  const { error } = await visit.auth().updateUser({ password: normalizePassword(password) });
  if (is(error, "same_password")) return { ok: false, reason: "same-password" };
  if (is(error, "weak_password")) return { ok: false, reason: "common-password" };
  if (error) throw error;
  await visit.auth().signOut({ scope: "others" });
  return done;
}

/** Sets a password for somebody who knows the current one; wrong guesses count as failed sign-ins. */
export async function changePassword(
  visit: Visit,
  { email, current, password }: { email: string; current: string; password: string },
): Promise<CommandResult<"wrong" | "not-confirmed" | "too-many" | "same-password" | "common-password">> {
  const known = await signIn(visit, { email, password: current });
  return known.ok ? setPassword(visit, { password }) : known;
}

/** Writes to the old and the new address; the change takes effect when both have confirmed. Same result when the new one already has an account. */
export const changeEmail = (visit: Visit, { email }: { email: string }) =>
  limited<CommandResult<never>>(visit, "letter", email, async () => {
    quiet((await visit.auth().updateUser({ email })).error);
    return done;
  });

/** Ends this session, or all sessions of the account; the database refuses their tokens from that moment on. */
export async function signOut(visit: Visit, scope: "local" | "global" = "local"): Promise<void> {
  const { error } = await visit.auth().signOut({ scope });
  if (error && !is(error, "session_not_found", "no_authorization", "user_not_found")) throw error;
}

/** Sets the language of the auth server's own letters: codes, new passwords, changes of address. */
export async function setLetterLanguage(visit: Visit, locale: Locale): Promise<void> {
  const { error } = await visit.auth().updateUser({ data: { locale } });
  if (error) throw error;
}
