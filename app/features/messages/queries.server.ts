import { z } from "zod";

import type { Db } from "~/core/supabase/client.server";
import { words } from "~/core/supabase/rows";

const chapterAndEvent = z.object({
  id: z.string(),
  slug: z.string(),
  name: words,
  events: z.array(z.object({ id: z.string(), slug: z.string(), title: words })),
});

/** The chapter to which somebody writes, and the one of its events that it is about, if they may see it; null when there is no such chapter. */
export async function findAddressee(db: Db, slug: string, event: string | null) {
  const columns = "id, slug, name, events (id, slug, title)";
  const { data } = await db.from("chapters").select(columns).eq("slug", slug).eq("events.slug", event ?? "").maybeSingle().throwOnError();
  if (!data) return null;
  const { events, ...chapter } = chapterAndEvent.parse(data);
  return { chapter, event: events[0] ?? null };
}

/** Whether the account that asks has sent this message. */
export async function hasSent(db: Db, message: string | null): Promise<boolean> {
  // Made of what was written, and of no version of random numbers.
  if (!z.guid().safeParse(message).success) return false;
  const { data } = await db.rpc("has_sent", { message: message ?? "" }).throwOnError();
  return data;
}
