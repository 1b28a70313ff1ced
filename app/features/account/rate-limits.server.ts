import { publicClient } from "~/core/supabase/client.server";

import { keyedHash } from "./keyed-hash.server";

/** What may be tried how often, per account: never per IP address, which a whole campus may share. */
const allowances = {
  signIn: { allowed: 10, seconds: 300 },
  code: { allowed: 10, seconds: 600 },
  letter: { allowed: 5, seconds: 600 },
  // Each call of the signed hook is taken once: a second one with the same id is a replay.
  hook: { allowed: 1, seconds: 900 },
} as const;
export type LimitedAction = keyof typeof allowances;

/** Only the server can compute it: otherwise anybody with the public key could use up somebody else's attempts. */
const limitKey = (action: LimitedAction, subject: string) => keyedHash(action, subject.trim().toLowerCase());

/** Counts an attempt; `subject` is what `attemptsKey` returns, or the id of a hook's call. Returns the seconds to wait; 0 means go on. */
export async function countAttempt(action: LimitedAction, subject: string): Promise<number> {
  const { allowed, seconds } = allowances[action];
  const { data } = await publicClient().rpc("count_attempt", { limit_key: limitKey(action, subject), allowed, window_seconds: seconds }).throwOnError();
  return data;
}

/** Forgets the attempts counted so far: after a success, or when a hook's call may be repeated. */
export async function forgetAttempts(action: LimitedAction, subject: string): Promise<void> {
  await publicClient().rpc("forget_attempts", { limit_key: limitKey(action, subject) }).throwOnError();
}
