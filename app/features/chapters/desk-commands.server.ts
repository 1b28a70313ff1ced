import { commandResult, isPermissionDenied } from "~/core/refusal";
import type { Db } from "~/core/supabase/client.server";

import type { Answering } from "./desk-schema";

/** Approves or declines a request. Only the first answer counts: a second leader is told that it was already answered. */
export async function answerRequest(db: Db, answer: Answering) {
  const result = await db.rpc("decide_request", {
    request: answer.request,
    is_approved: answer.intent === "approve",
    decline_reason: answer.intent === "decline" ? answer.reason : "",
  });
  if (result.error && isPermissionDenied(result.error)) return { ok: false, reason: "absent" } as const;
  return commandResult(result, ["already-decided", "reason-missing", "chapter-closed", "asker-suspended"]);
}

/** Sets the name that strangers see on the chapter's page; empty shows none. */
export const showAs = async (db: Db, { mandate, shownAs }: { mandate: string; shownAs: string }) =>
  commandResult(await db.rpc("show_mandate_as", { mandate, shown_as: shownAs }), ["term-ended"]);
