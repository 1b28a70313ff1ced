import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { env } from "~/core/env.server";
import { publicClient } from "~/core/supabase/client.server";

/** What may be tried how often, per account: never per address of the network, behind which a whole campus sits. */
const allowances = {
  signIn: { allowed: 10, seconds: 300 },
  code: { allowed: 10, seconds: 600 },
  letter: { allowed: 5, seconds: 600 },
  // One delivery of each call of the signed hook: a second one with the same number is a replay.
  hook: { allowed: 1, seconds: 900 },
} as const;
export type Limited = keyof typeof allowances;

let pepper: string | undefined;

/** Known to the server alone: or anybody with the public key could use up somebody else's attempts. */
function readPepper(): string {
  const { LIMIT_PEPPER, DATA_DIR } = env();
  if (LIMIT_PEPPER) return LIMIT_PEPPER;
  const file = join(DATA_DIR, "limit-pepper");
  if (!existsSync(file)) {
    mkdirSync(DATA_DIR, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8");
}

function keyOf(what: Limited, whose: string): string {
  pepper ??= readPepper();
  return createHmac("sha256", pepper).update(`${what} ${whose.trim().toLowerCase()}`).digest("hex");
}

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
