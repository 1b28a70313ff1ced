import { isNotTheirs, refused } from "~/core/refusal";
import type { Db } from "~/core/supabase/client.server";

import type { Appointing } from "./office-schema";

const appointRefusals = ["already-in-office", "president-appointed", "not-in-chapter", "appointee-suspended", "first-day", "last-day", "term-ended"] as const;
export type AppointRefusal = (typeof appointRefusals)[number];

/** Gives an office; a new president's term ends that of the one who appoints. `isInTeam`: whether that one holds an office in the chapter still. */
export async function appoint(db: Db, chapter: string, { person, office, firstDay, lastDay }: Appointing) {
  const { data, error } = await db.rpc("appoint", { chapter, member: person, office, first_day: firstDay, last_day: lastDay });
  if (!error) return { ok: true, isInTeam: data } as const;
  return refused(error, appointRefusals);
}

/** Ends one's own office, or as president another one of the chapter; one that has not begun is taken back. */
export async function endMandate(db: Db, mandate: string) {
  const { data, error } = await db.rpc("end_mandate", { mandate });
  if (!error) return { ok: true, isInTeam: data } as const;
  if (isNotTheirs(error)) return { ok: false, reason: "absent" } as const;
  return refused(error, ["already-ended", "term-ended"]);
}
