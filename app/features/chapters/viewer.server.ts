import type { Visit } from "~/core/session.server";
import { viewerKindOf, type ViewerKind } from "~/core/who.server";

import { findStanding } from "./queries.server";
import type { ChapterStanding } from "./rules";

/** Who is looking at a chapter, where they stand with it, and whether they lead it. */
export async function findViewerOfChapter(visit: Visit, chapterId: string): Promise<{ viewer: ViewerKind; mine: ChapterStanding | null; leads: boolean }> {
  const who = await visit.who();
  const kind = viewerKindOf(who);
  // Somebody who left comes back by joining a chapter, as a member does.
  const viewer = kind === "left" ? "member" : kind;
  if (viewer !== "member") return { viewer, mine: null, leads: false };
  return { viewer, mine: await findStanding(visit.db, chapterId), leads: who?.leads.some((led) => led.chapterId === chapterId) ?? false };
}
