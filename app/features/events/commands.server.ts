import { locales } from "~/core/i18n/config";
import { commandResult, isPermissionDenied, refused } from "~/core/refusal";
import type { Db } from "~/core/supabase/client.server";

import type { EventToEdit } from "./queries.server";
import { textStatusAfter } from "./rules";
import { closingOf, type EventDraft } from "./schema";
import { slugFrom } from "./slug";

const registerRefusals = ["closed", "cancelled", "not-for-you", "not-a-member", "has-left"] as const;

/** Takes a place or, when there is none, a place in line; a member who has either keeps it. Null: no such event, or not one they may see. */
export async function register(db: Db, slug: string) {
  const { data, error } = await db.rpc("register_for_event", { slug });
  if (!error) return data === null ? null : ({ ok: true, notice: data } as const);
  return refused(error, registerRefusals);
}

const cancelRegistrationRefusals = ["closed", "not-registered", "not-a-member"] as const;
const givenBack = { ok: true, notice: "given-back" } as const;

/** Gives the place back, or leaves the line; the first in line gets the place. Having no place counts as success. Null: as with `register`. */
export async function cancelRegistration(db: Db, slug: string) {
  const { data, error } = await db.rpc("cancel_registration", { slug });
  if (!error) return data === null ? null : givenBack;
  const { reason } = refused(error, cancelRegistrationRefusals);
  if (reason === "not-registered") return givenBack;
  return { ok: false, reason: reason === "closed" ? "too-late" : reason } as const;
}

const saveRefusals = [
  "time-does-not-exist", "time-exists-twice", "ends-before-start", "fewer-places-than-taken", "already-cancelled", "changed-meanwhile", "already-over",
] as const;
export type SaveRefusal = (typeof saveRefusals)[number];

/**
 * Creates an event of the chapter (`before` null; thanks to the id in the draft, a form that is sent twice makes one event), or changes one whose current
 * version the writer has seen. After a change of time or place everybody who is registered or waits gets a letter. Null: they may not write this event.
 */
export async function saveEvent(db: Db, { chapter, draft, before }: { chapter: string; draft: EventDraft; before: EventToEdit | null }) {
  const { data, error } = await db.rpc("save_event", {
    // A new event has no id yet; PostgreSQL accepts null, the generated types do not.
    event: (before?.id ?? null) as string,
    chapter,
    fields: fieldsOf(draft, before),
    seen_version: (before ? (draft.version ?? 0) : null) as number,
  });
  if (!error) return { ok: true, id: String(data[0]?.id) } as const;
  if (isPermissionDenied(error)) return null;
  return refused(error, saveRefusals);
}

type Texts = Record<string, string>;

/** The fields that `private.save_event` reads. Those that the chosen format does not show are null. */
function fieldsOf(draft: EventDraft, before: EventToEdit | null) {
  const isOnline = draft.format === "online";
  const address = isOnline ? "" : draft.address;
  const title = withOtherLanguages(draft.title, before?.title);
  const summary = withOtherLanguages(draft.summary, before?.summary);
  const description = withOtherLanguages(draft.description, before?.description);
  const textsBefore = allOf(before?.title, before?.summary, before?.description);
  const textsAfter = allOf(title, summary, description);
  const firstTitle = locales.map((locale) => draft.title[locale]).find(Boolean) ?? "";
  return {
    id: draft.id ?? null,
    slug: slugFrom(firstTitle, draft.startsOn),
    kind: draft.kind,
    title,
    summary: orNull(summary),
    description: orNull(description),
    text_status: textStatusAfter(textsBefore, textsAfter, before?.textStatus ?? {}),
    spoken: draft.spoken,
    zone: draft.zone,
    starts_local: `${draft.startsOn}T${draft.startsTime}`,
    ends_local: `${draft.endsOn ?? draft.startsOn}T${draft.endsTime}`,
    later_of_two: draft.isLaterOfTwo === undefined ? null : draft.isLaterOfTwo === "true",
    registration_closes_local: closingOf(draft),
    format: draft.format,
    city_id: isOnline ? null : (draft.city ?? null),
    venue: isOnline ? null : draft.venue,
    address: draft.isAddressInside ? null : address || null,
    private_address: draft.isAddressInside ? address || null : null,
    link: draft.format === "on_site" ? null : draft.link || null,
    capacity: draft.capacity ?? null,
    visibility: draft.visibility,
  };
}

/** The form writes our three languages; texts that an event has in others are kept. */
function withOtherLanguages(written: Texts, before: Texts | null | undefined): Texts {
  const others = Object.entries(before ?? {}).filter(([language]) => !(locales as readonly string[]).includes(language));
  return { ...Object.fromEntries(others), ...written };
}

const orNull = (texts: Texts) => (Object.keys(texts).length > 0 ? texts : null);

/** All texts of each language in one, to see in which language something was rewritten. */
function allOf(...maps: (Texts | null | undefined)[]): Texts {
  const languages = new Set(maps.flatMap((map) => Object.keys(map ?? {})));
  return Object.fromEntries([...languages].map((language) => [language, maps.map((map) => map?.[language] ?? "").join("\n")]));
}

const publishRefusals = ["already-cancelled", "already-over", "deadline-past"] as const;
export type PublishRefusal = (typeof publishRefusals)[number];

/** Publishes a draft to those it is for. */
export const publishEvent = async (db: Db, event: string) => commandResult(await db.rpc("publish_event", { event }), publishRefusals);

/** Cancels a published event, and sends the reason to everybody who is registered or waits. */
export const cancelEvent = async (db: Db, event: string, reason: string) =>
  commandResult(await db.rpc("cancel_event", { event, why: reason }), ["already-cancelled", "already-over", "reason-missing", "not-published"]);

/** Deletes a draft. */
export const discardDraft = async (db: Db, event: string) => commandResult(await db.rpc("discard_draft", { event }), ["not-a-draft"]);

const removalRefusals = ["already-cancelled", "already-over", "reason-missing", "not-registered"] as const;
/** The same refusals need other words here: they are said to a leader about somebody else, not to the member. */
const removalReasons = {
  "not-registered": "not-on-list",
  "already-over": "has-begun",
  "already-cancelled": "already-cancelled",
  "reason-missing": "reason-missing",
} as const;

/** Takes somebody off the list; they get a letter with the reason, and the first in line gets the place. */
export async function removeAttendee(db: Db, { event, person, reason }: { event: string; person: string; reason: string }) {
  const result = commandResult(await db.rpc("remove_registration", { event, person, why: reason }), removalRefusals);
  return result.ok ? result : ({ ok: false, reason: removalReasons[result.reason] } as const);
}
