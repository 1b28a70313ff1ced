import { randomUUID } from "node:crypto";

import type { AuthParts } from "./auth-parts";
import { renewCode, tooSoon } from "./codes";
import { refusedPassword } from "./passwords";
import { bodyOf, json, refuse, textOf, withBody } from "./responses";
import type { UserRow } from "./users";

/** Signing up with an address that has an account does not reveal that it has one; the auth service alone would. */
export async function signUp(request: Request, parts: AuthParts): Promise<Response> {
  const body = await bodyOf(request.clone());
  const password = textOf(body.password);
  const refused = password && refusedPassword(password);
  if (refused) return refused;
  const known = await parts.users.byEmail(textOf(body.email));
  if (!known) return parts.tokens.outward(await parts.auth.handle(request), "password");
  if (!known.email_confirmed_at) return confirmAgain(known, parts, await parts.users.describe(known));
  return json(madeUp(known.email ?? "", body.data));
}

/** The response for an address that already has a confirmed account: it looks like a new account and tells nothing about the real one. */
function madeUp(email: string, data: unknown) {
  const now = new Date().toISOString();
  return {
    id: randomUUID(),
    aud: "authenticated",
    role: "authenticated",
    email,
    phone: "",
    confirmation_sent_at: now,
    app_metadata: { provider: "email", providers: ["email"] },
    user_metadata: data ?? {},
    identities: [],
    created_at: now,
    updated_at: now,
    is_anonymous: false,
  };
}

/** Sends the confirmation letter again with a new code; the auth service never sends it again. */
async function confirmAgain(user: UserRow, { auth, letters }: AuthParts, answer: unknown): Promise<Response> {
  const early = tooSoon(user.confirmation_sent_at);
  if (early) return early;
  await letters.send("signup", user, await renewCode(auth.db, user, "confirmation"));
  return json(answer);
}

export async function resend(request: Request, parts: AuthParts): Promise<Response> {
  const { type, email } = await bodyOf(request.clone());
  if (!email || (type !== "signup" && type !== "email_change")) return parts.auth.handle(request);
  const user = await parts.users.byEmail(textOf(email));
  if (!user) return json({});
  if (type === "email_change") return user.email_change ? parts.addressChange.ask(user, user.email_change, {}) : json({});
  return user.email_confirmed_at ? json({}) : confirmAgain(user, parts, {});
}

/** Sends a code to sign in with. People who are new or unconfirmed get the letter for new accounts, with the metadata that holds their language. */
export async function sendCode(request: Request, parts: AuthParts): Promise<Response> {
  const body = await bodyOf(request);
  const email = textOf(body.email);
  const again = withBody(request, body);
  if (!email) return parts.auth.handle(again);
  const user = await parts.users.byEmail(email);
  if (!user) return body.create_user === false ? parts.auth.handle(again) : signUpByCode(email, body, parts);
  if (!user.email_confirmed_at) return confirmAgain(user, parts, {});
  return tooSoon(user.recovery_sent_at) ?? parts.auth.handle(again);
}

async function signUpByCode(email: string, { data }: Record<string, unknown>, parts: AuthParts): Promise<Response> {
  const created = await parts.users.create({ email, user_metadata: (data ?? {}) as Record<string, unknown> });
  if (!created.ok) return created;
  const user = await parts.users.byEmail(email);
  if (!user) return refuse(500, "unexpected_failure", "The account was not made");
  const { hash, code } = await renewCode(parts.auth.db, user, "confirmation");
  await parts.letters.sendConfirmation(email, hash, code, { userId: user.id });
  return json({});
}

/** A letter for a forgotten password, once a minute; an unknown address gets the same answer and no letter. */
export async function recover(request: Request, { users, auth }: AuthParts): Promise<Response> {
  const { email } = await bodyOf(request.clone());
  const user = email ? await users.byEmail(textOf(email)) : undefined;
  return (user && tooSoon(user.recovery_sent_at)) ?? auth.handle(request);
}
