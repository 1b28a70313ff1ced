import { refusal } from "~/core/refusal";
import type { Db } from "~/core/supabase/client.server";

const ok = { ok: true } as const;

const registerRefusals = ["closed", "cancelled", "not-for-you", "already-registered", "not-a-member"] as const;

/** Takes a place, or a place in line when there is none. Who has one already has what they want. */
export async function register(db: Db, event: string) {
  const { error } = await db.rpc("register_for_event", { event });
  if (!error) return ok;
  const reason = refusal(error, registerRefusals);
  if (!reason) throw error;
  return reason === "already-registered" ? ok : ({ ok: false, reason } as const);
}

const giveBackRefusals = ["closed", "not-registered", "not-a-member"] as const;

/** Gives the place back, or leaves the line; the first in line gets the place. Who has none has what they want. */
export async function giveBack(db: Db, event: string) {
  const { error } = await db.rpc("cancel_registration", { event });
  if (!error) return ok;
  const reason = refusal(error, giveBackRefusals);
  if (!reason) throw error;
  if (reason === "not-registered") return ok;
  return { ok: false, reason: reason === "closed" ? "too-late" : reason } as const;
}
