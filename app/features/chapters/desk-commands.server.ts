import { isNotTheirs, refused } from "~/core/refusal";
import type { Db } from "~/core/supabase/client.server";

import type { Answering } from "./desk-schema";

const ok = { ok: true } as const;

/** Approves or declines. Answered once: whoever comes second learns that it was answered. */
export async function answerRequest(db: Db, answer: Answering) {
  const { error } = await db.rpc("decide_request", {
    request: answer.request,
    is_approved: answer.intent === "approve",
    decline_reason: answer.intent === "decline" ? answer.reason : "",
  });
  if (!error) return ok;
  if (isNotTheirs(error)) return { ok: false, reason: "absent" } as const;
  return refused(error, ["already-decided", "reason-missing", "chapter-closed", "asker-suspended"]);
}

/** The name that strangers see on the chapter's page; empty shows none. */
export async function showAs(db: Db, { mandate, shownAs }: { mandate: string; shownAs: string }) {
  const { error } = await db.rpc("show_mandate_as", { mandate, shown_as: shownAs });
  if (!error) return ok;
  return refused(error, ["term-ended"]);
}
