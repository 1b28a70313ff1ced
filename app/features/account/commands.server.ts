import type { AuthError } from "@supabase/supabase-js";

import type { Locale } from "~/core/i18n/config";
import type { Visit } from "~/core/session.server";

import { sendKnownAddress } from "./auth-mail.server";
import { countAttempt, forgetAttempts, type Limited } from "./limits.server";
import { handOver } from "./password.server";

type Refused<Reason extends string> = { ok: false; reason: Reason; retryAfter?: number };
export type Answer<Reason extends string> = { ok: true } | Refused<Reason>;
const done = { ok: true } as const;

const is = (error: AuthError | null, ...codes: string[]) => error !== null && codes.includes(String(error.code));
/** What the auth server says to an address that it does not know, or wrote to a moment ago: said aloud it would tell who has an account. */
const telltale = ["otp_disabled", "user_not_found", "signup_disabled", "over_email_send_rate_limit", "email_exists", "user_already_exists"];
const quiet = (error: AuthError | null) => {
  if (error && !is(error, ...telltale)) throw error;
};

async function limited<Reason extends string>(what: Limited, email: string, act: () => Promise<Answer<Reason>>): Promise<Answer<Reason | "too-many">> {
  const retryAfter = await countAttempt(what, email);
  return retryAfter > 0 ? { ok: false, reason: "too-many", retryAfter } : act();
}

/** Makes an account and writes to its address. The answer is the same when there is one already; then that address is told so. */
export const signUp = (visit: Visit, { email, password, locale }: { email: string; password: string; locale: Locale }) =>
  limited("letter", email, async () => {
    const { data, error } = await visit.auth().signUp({ email, password: handOver(password), options: { data: { locale } } });
    quiet(error);
    const isKnown = is(error, "email_exists", "user_already_exists") || data.user?.identities?.length === 0;
    if (isKnown) await sendKnownAddress(email, locale);
    return done;
  });

/** Mails six digits that sign in; `create` makes an account of an address that has none. Same answer either way. */
export const sendCode = (visit: Visit, { email, locale, create }: { email: string; locale: Locale; create: boolean }) =>
  limited("letter", email, async () => {
    quiet((await visit.auth().signInWithOtp({ email, options: { shouldCreateUser: create, data: { locale } } })).error);
    return done;
  });

export const verifyCode = (visit: Visit, { email, code }: { email: string; code: string }) =>
  limited<"code-wrong">("code", email, async () => {
    const { error } = await visit.auth().verifyOtp({ email, token: code, type: "email" });
    if (is(error, "otp_expired", "user_not_found", "validation_failed", "user_banned")) return { ok: false, reason: "code-wrong" };
    if (error) throw error;
    await forgetAttempts("code", email);
    return done;
  });

/** The link of a letter. A used or old one is refused. */
export async function followLink(visit: Visit, { tokenHash, type }: { tokenHash: string; type: "email" | "recovery" | "email_change" }): Promise<Answer<"link-expired">> {
  const { error } = await visit.auth().verifyOtp({ token_hash: tokenHash, type });
  if (is(error, "otp_expired", "user_not_found", "validation_failed", "user_banned")) return { ok: false, reason: "link-expired" };
  if (error) throw error;
  return done;
}

/** `not-confirmed` is said only to whoever knows the right password. */
export const signIn = (visit: Visit, { email, password }: { email: string; password: string }) =>
  limited<"wrong" | "not-confirmed">("signIn", email, async () => {
    const { error } = await visit.auth().signInWithPassword({ email, password: handOver(password) });
    if (is(error, "email_not_confirmed")) return { ok: false, reason: "not-confirmed" };
    if (is(error, "invalid_credentials", "user_banned", "validation_failed")) return { ok: false, reason: "wrong" };
    if (error) throw error;
    await forgetAttempts("signIn", email);
    return done;
  });

export const requestReset = (visit: Visit, { email }: { email: string }) =>
  limited("letter", email, async () => {
    quiet((await visit.auth().resetPasswordForEmail(email)).error);
    return done;
  });

/** Sets a password after the link of a letter; every other session of the account ends. */
export async function setPassword(visit: Visit, { password }: { password: string }): Promise<Answer<"same-password">> {
  const { error } = await visit.auth().updateUser({ password: handOver(password) });
  if (is(error, "same_password")) return { ok: false, reason: "same-password" };
  if (error) throw error;
  await visit.auth().signOut({ scope: "others" });
  return done;
}

/** Sets a password for somebody who knows the current one. */
export async function changePassword(visit: Visit, { current, password }: { current: string; password: string }): Promise<Answer<"wrong" | "not-confirmed" | "same-password" | "too-many">> {
  const known = await signIn(visit, { email: visit.account?.email ?? "", password: current });
  return known.ok ? setPassword(visit, { password }) : known;
}

/** Writes to the old and the new address; the change holds when both have confirmed. Same answer when the new one has an account. */
export const changeEmail = (visit: Visit, { email }: { email: string }) =>
  limited("letter", email, async () => {
    quiet((await visit.auth().updateUser({ email })).error);
    return done;
  });

/** Ends this session, or all of the account; the database refuses their tokens from the same moment. */
export async function signOut(visit: Visit, scope: "local" | "global" = "local"): Promise<void> {
  const { error } = await visit.auth().signOut({ scope });
  if (error && !is(error, "session_not_found", "no_authorization", "user_not_found")) throw error;
}
