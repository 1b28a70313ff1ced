import { z } from "zod";

import type { Visit } from "~/core/session.server";

const fifteenMinutes = 15 * 60;
const proofs = new Set(["otp", "recovery", "magiclink", "email/signup", "invite"]);
const claimedMethods = z.array(z.object({ method: z.string(), timestamp: z.number() }));

/**
 * Whether this session was opened through a letter a quarter of an hour ago at most. Only then may a password be set without the current one:
 * a session alone, found on a borrowed computer, must not be enough.
 */
export async function hasProvenMailbox(visit: Visit, now = new Date()): Promise<boolean> {
  const { data } = await visit.auth().getClaims();
  const methods = claimedMethods.safeParse(data?.claims.amr);
  const since = now.getTime() / 1000 - fifteenMinutes;
  return methods.success && methods.data.some(({ method, timestamp }) => proofs.has(method) && timestamp >= since);
}
