import type { Visit } from "~/core/session.server";
import { viewerKindOf, type ViewerKind } from "~/core/who.server";

/** Who is looking at an event of that chapter, and what its desk allows them; `desk` is null for everybody who may not read its attendees as a leader. */
export async function findViewerOfEvent(visit: Visit, chapterId: string): Promise<{ viewer: ViewerKind; desk: { mayEdit: boolean } | null }> {
  const who = await visit.who();
  const viewer = viewerKindOf(who);
  const led = viewer === "member" ? who?.leads.find((desk) => desk.chapterId === chapterId) : undefined;
  const permissions = led?.permissions ?? [];
  return { viewer, desk: permissions.includes("attendees:read") ? { mayEdit: permissions.includes("events:edit") } : null };
}
