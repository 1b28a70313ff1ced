import { randomBytes } from "node:crypto";

import type { User } from "@supabase/supabase-js";

import type { Visit } from "~/core/session.server";

import { keyedHash } from "./keyed-hash.server";
import { normalizePassword } from "./password.server";

/** Ties a new account to the browser where its password was typed: both store it until the mailbox is proven. `browser`: random, known only to that browser. */
export const openerOf = ({ browser, email, password }: { browser: string; email: string; password: string }): string =>
  keyedHash("opener", `${browser} ${email} ${password}`);

/** Milliseconds: the first proof of a mailbox and the session that it opens are no further apart. */
const sameMoment = 1000;

function isFirstProof({ email_confirmed_at: confirmed, last_sign_in_at: signedIn }: User): boolean {
  const apart = Math.abs(Date.parse(signedIn ?? "") - Date.parse(confirmed ?? ""));
  // Where one of the two is missing, the mailbox was not proven before.
  return Number.isNaN(apart) || apart <= sameMoment;
}

/**
 * Anybody who knows an address can create an account for it, with their own password, and wait until its owner proves the mailbox. So a password is kept only
 * if the mailbox is proven in the browser where it was typed (`opener`); else it is replaced by one that nobody knows. True: the reader must choose a new one.
 */
export async function replaceUnprovenPassword(visit: Visit, user: User, opener: string | null): Promise<boolean> {
  const typedBy: unknown = user.user_metadata.opener ?? null;
  if (typedBy === null && !isFirstProof(user)) return false;
  const isTheirs = typedBy !== null && typedBy === opener;
  const replacement = isTheirs ? {} : { password: normalizePassword(randomBytes(32).toString("base64url")) };
  const { error } = await visit.auth().updateUser({ ...replacement, data: { opener: null } });
  if (error) throw error;
  return typedBy !== null && !isTheirs;
}
