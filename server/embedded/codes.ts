import { createHash, randomInt } from "node:crypto";

import { sql } from "kysely";

import type { AuthDb } from "./auth-pool";
import { refuse } from "./responses";
import type { UserRow } from "./users";

export type Code = { code: string; hash: string };
/** The column in which the auth service keeps the code of a letter; signing in by code and resetting a password share one. */
export type CodeKind = "confirmation" | "recovery";

export const secondsOfCode = 600;
const secondsBetweenLetters = 60;

/** What the auth service stores of a code: a hash of it together with the address it was sent to. */
export const hashCode = (email: string, code: string) =>
  createHash("sha256")
    .update(email.toLowerCase() + code)
    .digest("hex");

export function makeCode(email: string): Code {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  return { code, hash: hashCode(email, code) };
}

/** Stores a new code in the account; the previous one stops working. */
export async function renewCode(db: AuthDb, user: UserRow, kind: CodeKind): Promise<Code> {
  const code = makeCode(user.email ?? "");
  const [token, sentAt] = [sql.ref(`${kind}_token`), sql.ref(`${kind}_sent_at`)];
  await sql`update auth.users set ${token} = ${code.hash}, ${sentAt} = now(), updated_at = now() where id = ${user.id}`.execute(db);
  return code;
}

export const isExpired = (sentAt: string | null) => !sentAt || Date.now() - new Date(sentAt).getTime() > secondsOfCode * 1000;

/** At most one letter of a kind per minute: a refusal until the minute is over, then null. */
export function tooSoon(sentAt: string | null): Response | null {
  const secondsLeft = sentAt ? Math.ceil(secondsBetweenLetters - (Date.now() - new Date(sentAt).getTime()) / 1000) : 0;
  if (secondsLeft <= 0) return null;
  return refuse(429, "over_email_send_rate_limit", `For security purposes, you can only request this after ${secondsLeft} seconds.`);
}
