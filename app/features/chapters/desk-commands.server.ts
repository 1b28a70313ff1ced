import { commandResult, isPermissionDenied } from "~/core/refusal";
import type { Db } from "~/core/supabase/client.server";

import type { Decision } from "./desk-schema";

/** Approves or declines a request. Only the first answer counts: a second leader is told that it was already answered. */
export async function decideRequest(db: Db, decision: Decision) {
  const result = await db.rpc("decide_request", {
    request: decision.request,
    is_approved: decision.intent === "approve",
    decline_reason: decision.intent === "decline" ? decision.reason : "",
  });
  if (result.error && isPermissionDenied(result.error)) return { ok: false, reason: "absent" } as const;
  return commandResult(result, ["already-decided", "reason-missing", "chapter-closed", "asker-suspended"]);
}

/** Sets the name that strangers see on the chapter's page; empty shows none. */
export const setShownAs = async (db: Db, { mandate, shownAs }: { mandate: string; shownAs: string }) =>
  commandResult(await db.rpc("show_mandate_as", { mandate, shown_as: shownAs }), ["term-ended"]);
