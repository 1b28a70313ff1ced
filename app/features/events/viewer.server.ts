import type { Visit } from "~/core/session.server";

import type { Viewer } from "./ui/registration-box";

/** Who looks at an event of that chapter, and what the chapter's desk allows them; `desk` null for everybody who does not lead it. */
export async function findViewerOf(visit: Visit, chapterId: string): Promise<{ viewer: Viewer; desk: { mayEdit: boolean } | null }> {
  const who = visit.account ? await visit.who() : null;
  if (!who?.account) return { viewer: "stranger", desk: null };
  if (who.is_suspended) return { viewer: "suspended", desk: null };
  if (!who.member) return { viewer: "account", desk: null };
  const permissions = who.leads.filter((led) => led.chapter_id === chapterId).flatMap((led) => led.permissions);
  return { viewer: "member", desk: permissions.includes("attendees:read") ? { mayEdit: permissions.includes("events:edit") } : null };
}
