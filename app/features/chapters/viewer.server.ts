import type { Visit } from "~/core/session.server";

import { findStanding } from "./queries.server";
import type { Mine, Viewer } from "./rules";

/** Who looks at a chapter, where they stand with it, and whether they lead it. */
export async function findViewerOf(visit: Visit, chapterId: string): Promise<{ viewer: Viewer; mine: Mine | null; leads: boolean }> {
  const who = visit.account ? await visit.who() : null;
  if (!who?.account) return { viewer: "stranger", mine: null, leads: false };
  if (who.is_suspended) return { viewer: "suspended", mine: null, leads: false };
  if (!who.member) return { viewer: "account", mine: null, leads: false };
  return { viewer: "member", mine: await findStanding(visit.db, chapterId), leads: who.leads.some((led) => led.chapter_id === chapterId) };
}
