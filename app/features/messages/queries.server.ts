import { z } from "zod";

import type { Db } from "~/core/supabase/client.server";
import { languageMap } from "~/core/supabase/row-schemas";

const chapterAndEvent = z.object({
  id: z.string(),
  slug: z.string(),
  name: languageMap,
  events: z.array(z.object({ id: z.string(), slug: z.string(), title: languageMap })),
});

/** The chapter that somebody writes to and, if they may see it, the event of it that they write about; null when there is no such chapter. */
export async function findAddressee(db: Db, slug: string, event: string | null) {
  const columns = "id, slug, name, events (id, slug, title)";
  const { data } = await db.from("chapters").select(columns).eq("slug", slug).eq("events.slug", event ?? "").maybeSingle().throwOnError();
  if (!data) return null;
  const { events, ...chapter } = chapterAndEvent.parse(data);
  return { chapter, event: events[0] ?? null };
}

/** Whether the signed-in account has sent this message. */
export async function hasSent(db: Db, message: string | null): Promise<boolean> {
  // The id is a hash of the message, so it has no UUID version, which `uuid` would insist on.
  if (!z.guid().safeParse(message).success) return false;
  const { data } = await db.rpc("has_sent", { message: message ?? "" }).throwOnError();
  return data;
}
