import { publicClient } from "~/core/supabase/client.server";

import { peppered } from "./pepper.server";

/** What may be tried how often, per account: never per address of the network, behind which a whole campus sits. */
const allowances = {
  signIn: { allowed: 10, seconds: 300 },
  code: { allowed: 10, seconds: 600 },
  letter: { allowed: 5, seconds: 600 },
  // One delivery of each call of the signed hook: a second one with the same number is a replay.
  hook: { allowed: 1, seconds: 900 },
} as const;
export type Limited = keyof typeof allowances;

/** Made by the server alone: or anybody with the public key could use up somebody else's attempts. */
const keyOf = (what: Limited, whose: string) => peppered(what, whose.trim().toLowerCase());

/** Counts an attempt; `whose` is an address, or the number of a call. Answers the seconds to wait; 0 means go on. */
export async function countAttempt(what: Limited, whose: string): Promise<number> {
  const { allowed, seconds } = allowances[what];
  const { data } = await publicClient().rpc("count_attempt", { limit_key: keyOf(what, whose), allowed, window_seconds: seconds }).throwOnError();
  return data;
}

/** After a success the wrong tries before it are forgotten. */
export async function forgetAttempts(what: Limited, whose: string): Promise<void> {
  await publicClient().rpc("forget_attempts", { limit_key: keyOf(what, whose) }).throwOnError();
}
