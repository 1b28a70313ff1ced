import type { z } from "zod";

import { refused } from "~/core/refusal";
import type { Db } from "~/core/supabase/client.server";

import { findStanding } from "./queries.server";
import type { MembershipKind } from "./rules";
import type { membershipSchema } from "./schema";

const joinRefusals = [
  "already-member", "already-requested", "chapter-not-active", "by-invitation", "nobody-decides", "home-changed",
  "last-leader", "not-a-member", "has-left", "too-many-today",
] as const;
/** `home`: the slug of the home chapter that the member saw, empty for none. When it is another by now, they are not moved. */
type JoinInput = { chapter: string; kind: MembershipKind; home: string; message?: string };

/** Joins at once or asks the leaders, as the chapter is set. Opening a home membership while another is open is a transfer. */
export async function joinChapter(db: Db, { chapter, kind, home, message = "" }: JoinInput) {
  const { data, error } = await db.rpc("join_chapter", { chapter, membership_kind: kind, message, seen_home: home });
  if (!error) return { ok: true, outcome: data === "requested" ? "requested" : "joined" } as const;
  return refused(error, joinRefusals);
}

const withdrawRefusals = ["already-decided", "not-a-member"] as const;

/** Withdraws a request that nobody has answered yet. */
async function withdrawRequest(db: Db, request: string) {
  const { error } = await db.rpc("withdraw_request", { request });
  if (!error) return { ok: true, outcome: "withdrawn" } as const;
  return refused(error, withdrawRefusals);
}

const leaveRefusals = ["not-there", "last-leader", "not-a-member"] as const;

/** Leaves a chapter; the history stays, and a mandate there ends. */
async function leaveChapter(db: Db, chapter: string) {
  const { error } = await db.rpc("leave_chapter", { chapter });
  if (!error) return { ok: true, outcome: "left" } as const;
  return refused(error, leaveRefusals);
}

/** Carries out the form on a chapter's page. A transfer is refused (`home-changed`) when the home chapter is no longer the one that the page showed. */
export async function changeMembership(db: Db, chapter: string, { intent, message, home }: z.output<typeof membershipSchema>) {
  if (intent === "leave") return leaveChapter(db, chapter);
  if (intent !== "withdraw") return joinChapter(db, { chapter, kind: intent, home, message });
  const { request } = await findStanding(db, chapter);
  return request ? withdrawRequest(db, request.id) : ({ ok: false, reason: "already-decided" } as const);
}
