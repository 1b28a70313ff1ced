import { refused } from "~/core/refusal";
import type { Db } from "~/core/supabase/client.server";

/** Ids: a chapter and one of its events; both null for the association. */
export type Addressee = { chapter: string | null; event: string | null };

const refusals = ["no-account", "not-confirmed", "suspended", "too-many-this-hour", "too-many-today", "nobody-reads"] as const;

/** Sends a message, as a letter, to those in charge there; the same text from the same form is sent only once. Null: there is no such chapter. */
export async function sendMessage(db: Db, { chapter, event, form, text }: Addressee & { form: string; text: string }) {
  // PostgreSQL accepts null where there is no chapter or event; the generated types do not.
  const { data, error } = await db.rpc("write_message", { form, chapter: chapter as string, event: event as string, message: text });
  if (error) return refused(error, refusals);
  return data === null ? null : ({ ok: true, id: data } as const);
}
