import { z } from "zod";

import type { Visit } from "~/core/session.server";

const fifteenMinutes = 15 * 60;
const proofs = new Set(["otp", "recovery", "magiclink", "email/signup", "invite"]);
const claimedMethods = z.array(z.object({ method: z.string(), timestamp: z.number() }));

/** Whether the methods by which a session was opened (`amr` of its token) prove the mailbox: through a letter, at most a quarter of an hour ago. */
export function provesMailbox(amr: unknown, now: Date): boolean {
  const methods = claimedMethods.safeParse(amr);
  const since = now.getTime() / 1000 - fifteenMinutes;
  return methods.success && methods.data.some(({ method, timestamp }) => proofs.has(method) && timestamp >= since);
}

/**
 * Whether a password may be set without the current one. A session alone is not enough: it may have been found on a borrowed computer.
 */
export async function hasProvenMailbox(visit: Visit): Promise<boolean> {
  const { data } = await visit.auth().getClaims();
  return provesMailbox(data?.claims.amr, new Date());
}
