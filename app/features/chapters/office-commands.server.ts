import { isPermissionDenied, refused } from "~/core/refusal";
import type { Db } from "~/core/supabase/client.server";

import type { Appointment } from "./office-schema";

const appointRefusals = ["already-in-office", "president-appointed", "not-in-chapter", "appointee-suspended", "first-day", "last-day", "term-ended"] as const;
export type AppointRefusal = (typeof appointRefusals)[number];

/** Appoints a member to an office; a new president's term ends the caller's own. `isInTeam`: whether the caller still holds an office in the chapter. */
export async function appoint(db: Db, chapter: string, { person, office, firstDay, lastDay }: Appointment) {
  const { data, error } = await db.rpc("appoint", { chapter, member: person, office, first_day: firstDay, last_day: lastDay });
  if (!error) return { ok: true, isInTeam: data } as const;
  return refused(error, appointRefusals);
}

/** Ends the caller's own office or, as president, any in the chapter; one that has not begun is withdrawn. `isInTeam` as in `appoint`. */
export async function endMandate(db: Db, mandate: string) {
  const { data, error } = await db.rpc("end_mandate", { mandate });
  if (!error) return { ok: true, isInTeam: data } as const;
  if (isPermissionDenied(error)) return { ok: false, reason: "absent" } as const;
  return refused(error, ["already-ended", "term-ended"]);
}
