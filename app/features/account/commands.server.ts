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

const hasCode = (error: AuthError | null, ...codes: string[]) => error !== null && codes.includes(String(error.code));
/** Errors of the auth server for an address that it does not know, or wrote to a moment ago: shown to the reader they would tell who has an account. */
const telltale = ["otp_disabled", "user_not_found", "signup_disabled", "over_email_send_rate_limit", "email_exists", "user_already_exists"];
const throwUnlessTelltale = (error: AuthError | null) => {
  if (error && !hasCode(error, ...telltale)) throw error;
};

/** The least time an answer takes, in milliseconds, so that its speed does not tell whether a password was compared or a letter sent. */
const minimumTimes: Record<LimitedAction, number> = { signIn: 400, code: 400, letter: 600, hook: 0 };

/** Counts the attempt first, in the database; once the allowed ones are used up, nothing at all is done. */
async function limited<Result extends CommandResult<string>>(
  visit: Visit,
  action: LimitedAction,
  email: string,
  act: () => Promise<Result>,
): Promise<Result | Refusal<"too-many">> {
  const retryAfter = await countAttempt(action, await attemptsKey(visit, email));
  if (retryAfter > 0) return { ok: false, reason: "too-many", retryAfter };
  return withMinimumTime(minimumTimes[action], act, ({ ok }) => !ok || action === "letter");
}

/** After a success: forgets the failed attempts before it, and from now on counts this browser's attempts apart. */
async function recordSuccess(visit: Visit, action: LimitedAction, email: string): Promise<void> {
  await forgetAttempts(action, await attemptsKey(visit, email));
  await rememberBrowser(visit, email);
}

type Addressed = {
  email: string;
  locale: Locale;
  /** The path to go on to, carried by the letter's link. */
  to?: string;
};
/** What the auth server stores about the reader and hands back with each letter; for a new account, also in which browser its password was typed. */
const options = ({ locale, to }: Addressed, opener?: string) => ({ data: { locale, opener }, emailRedirectTo: env().SITE_URL + (to ?? "/") });

/** Creates an account and writes to its address. If there is one already the result is the same, and the letter says so. `opener`: see `openerOf`. */
export const signUp = (visit: Visit, { password, opener, ...reader }: Addressed & { password: string; opener: string }) =>
  limited<CommandResult<"common-password">>(visit, "letter", reader.email, async () => {
    const { data, error } = await visit.auth().signUp({ email: reader.email, password: normalizePassword(password), options: options(reader, opener) });
    // A hosted project may know more passwords that have leaked than our rules do.
    if (hasCode(error, "weak_password")) return { ok: false, reason: "common-password" };
    throwUnlessTelltale(error);
    const isKnown = hasCode(error, "email_exists", "user_already_exists") || data.user?.identities?.length === 0;
    if (isKnown) await sendKnownAddress(reader.email, reader.locale);
    return done;
  });

/** Mails a six-digit code to sign in with; `create`: creates an account for an address that has none. Same result either way. */
export const sendCode = (visit: Visit, { create, ...reader }: Addressed & { create: boolean }) =>
  limited<CommandResult<never>>(visit, "letter", reader.email, async () => {
    const { error } = await visit.auth().signInWithOtp({ email: reader.email, options: { shouldCreateUser: create, ...options(reader) } });
    throwUnlessTelltale(error);
    return done;
  });

/** The errors for an invalid code or link: the auth server does not tell wrong, used and expired ones apart, nor do we. */
const isVoid = (error: AuthError | null) => hasCode(error, "otp_expired", "user_not_found", "validation_failed", "user_banned");

/** `mustChoose`: the account's password was typed in another browser and is no longer valid; the reader has to choose a new one. */
type Proven = { ok: true; mustChoose: boolean };
/** `opener`: what this browser stored when an account was created in it. */
type Proving = { opener: string | null };

export const verifyCode = (visit: Visit, { email, code, opener }: Proving & { email: string; code: string }) =>
  limited<Proven | Refusal<"code-wrong">>(visit, "code", email, async () => {
    const { data, error } = await visit.auth().verifyOtp({ email, token: code, type: "email" });
    if (isVoid(error)) return { ok: false, reason: "code-wrong" };
    if (error) throw error;
    await recordSuccess(visit, "code", email);
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
  const isSignIn = data.session !== null && type !== "email_change";
  const mustChoose = isSignIn && data.user !== null && (await replaceUnprovenPassword(visit, data.user, opener));
  return { ok: true, isHalf: data.session === null, mustChoose };
}

/** `not-confirmed` is only returned for the right password. */
export const signIn = (visit: Visit, { email, password }: { email: string; password: string }) =>
  limited<CommandResult<"wrong" | "not-confirmed">>(visit, "signIn", email, async () => {
    const { error } = await visit.auth().signInWithPassword({ email, password: normalizePassword(password) });
    if (hasCode(error, "email_not_confirmed")) return { ok: false, reason: "not-confirmed" };
    if (hasCode(error, "invalid_credentials", "user_banned", "validation_failed")) return { ok: false, reason: "wrong" };
    if (error) throw error;
    await recordSuccess(visit, "signIn", email);
    return done;
  });

/** Mails a link with which a new password can be set. */
export const requestReset = (visit: Visit, { email }: { email: string }) =>
  limited<CommandResult<never>>(visit, "letter", email, async () => {
    const { error } = await visit.auth().resetPasswordForEmail(email);
    throwUnlessTelltale(error);
    return done;
  });

/** Sets a password for somebody who has proven their mailbox or the current password; every other session of the account ends. */
export async function setPassword(visit: Visit, { password }: { password: string }): Promise<CommandResult<"same-password" | "common-password">> {
  const { error } = await visit.auth().updateUser({ password: normalizePassword(password) });
  if (hasCode(error, "same_password")) return { ok: false, reason: "same-password" };
  if (hasCode(error, "weak_password")) return { ok: false, reason: "common-password" };
  if (error) throw error;
  await visit.auth().signOut({ scope: "others" });
  return done;
}

/** Sets a password for somebody who knows the current one; wrong guesses count as failed sign-ins. */
export async function changePassword(
  visit: Visit,
  { email, current, password }: { email: string; current: string; password: string },
): Promise<CommandResult<"wrong" | "not-confirmed" | "too-many" | "same-password" | "common-password">> {
  const check = await signIn(visit, { email, password: current });
  return check.ok ? setPassword(visit, { password }) : check;
}

/** Writes to the old and the new address; the change takes effect when both have confirmed. Same result when the new one already has an account. */
export const changeEmail = (visit: Visit, { email }: { email: string }) =>
  limited<CommandResult<never>>(visit, "letter", email, async () => {
    const { error } = await visit.auth().updateUser({ email });
    throwUnlessTelltale(error);
    return done;
  });

/** Ends this session, or all sessions of the account; the database refuses their tokens from that moment on. */
export async function signOut(visit: Visit, scope: "local" | "global" = "local"): Promise<void> {
  const { error } = await visit.auth().signOut({ scope });
  if (error && !hasCode(error, "session_not_found", "no_authorization", "user_not_found")) throw error;
}

/** Sets the language of the auth server's own letters: codes, new passwords, changes of address. */
export async function setLetterLanguage(visit: Visit, locale: Locale): Promise<void> {
  const { error } = await visit.auth().updateUser({ data: { locale } });
  if (error) throw error;
}
