import type { Visit } from "~/core/session.server";
import { viewerKindOf, type ViewerKind } from "~/core/who.server";

/** Who looks at an event of that chapter, and what the chapter's desk allows them; `desk` null for everybody who does not lead it. */
export async function findViewerOfEvent(visit: Visit, chapterId: string): Promise<{ viewer: ViewerKind; desk: { mayEdit: boolean } | null }> {
  const who = await visit.who();
  const viewer = viewerKindOf(who);
  const led = viewer === "member" ? who?.leads.find((desk) => desk.chapterId === chapterId) : undefined;
  const permissions = led?.permissions ?? [];
  return { viewer, desk: permissions.includes("attendees:read") ? { mayEdit: permissions.includes("events:edit") } : null };
}
