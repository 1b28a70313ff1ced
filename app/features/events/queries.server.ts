import { z } from "zod";

import type { Locale } from "~/core/i18n/config";
import { formatOffset } from "~/core/i18n/format";
import { pageCount } from "~/core/list-page";
import type { Db } from "~/core/supabase/client.server";
import { moment, renamed, words } from "~/core/supabase/rows";
import { chapterKinds } from "~/features/chapters/rules";

import { eventKinds, eventsPerPage, eventStates, formats, placeStates, visibilities, type LedView, type Mine, type Period } from "./rules";
import { clocks, eventRow, myEvents, type MyEvent } from "./schema";

const listed = z.object({ total: z.number(), rows: z.array(renamed(eventRow)) });

/** An event as lists show it. */
export type ListedEvent = z.output<typeof eventRow>;

export type EventFilters = {
  q?: string;
  country?: string;
  city?: string;
  kind?: string;
  format?: string;
  spoken?: string;
  period?: Period;
  page?: number;
};

export const pagesOf = (total: number): number => pageCount(total, eventsPerPage);

/** One page of the events that the one who asks may see; twenty a page. */
export async function listEvents(db: Db, filters: EventFilters): Promise<{ total: number; rows: ListedEvent[] }> {
  const { data } = await db.rpc("list_events", { ...filters, per_page: eventsPerPage }).throwOnError();
  return listed.parse(data);
}

/** The next events, of a chapter with all below it where one is named. */
export async function listComingEvents(db: Db, { chapterId, limit }: { chapterId?: string; limit: number }): Promise<ListedEvent[]> {
  const { data } = await db.rpc("list_events", { chapter: chapterId, per_page: limit }).throwOnError();
  return listed.parse(data).rows;
}

const places = z.object({ countries: z.array(z.object({ id: z.string(), name: words })), cities: z.array(z.object({ id: z.string(), name: words })) });

/** Countries with events, and the cities of the chosen one: what the filters of the list offer, in the reader's alphabet. */
export async function listPlacesOfEvents(db: Db, { country, locale, isPast }: { country?: string; locale: Locale; isPast: boolean }) {
  const { data } = await db.rpc("places_of_events", { locale, is_past: isPast, country }).throwOnError();
  return places.parse(data);
}

const eventPage = eventRow.extend({
  summary: words.nullable(),
  description: words.nullable(),
  textStatus: words,
  address: z.string().nullable(),
  cancelReason: z.string().nullable(),
  version: z.number(),
  createdAt: moment,
  hasAddressInside: z.boolean(),
  country: words,
  chapter: z.object({ id: z.string(), slug: z.string(), name: words, kind: z.enum(chapterKinds) }),
});
export type EventPage = z.output<typeof eventPage>;

/** An event by its address; null when there is none, or none for the one who asks. */
export async function findEvent(db: Db, slug: string): Promise<EventPage | null> {
  const { data } = await db.rpc("event_page", { slug }).throwOnError();
  return data === null ? null : renamed(eventPage).parse(data);
}

const place = renamed(
  z.object({
    state: z.enum(placeStates).nullable(),
    placeInLine: z.number().nullable(),
    link: z.string().nullable(),
    address: z.string().nullable(),
  }),
);
/** How to get in: for registered people, and for the leaders of the event. */
export type Access = { link: string | null; address: string | null };

/** Where the member who asks stands with an event, and how they get in. */
export async function findMyPlace(db: Db, slug: string): Promise<{ mine: Mine | null; access: Access }> {
  const { data } = await db.rpc("my_place", { slug }).throwOnError();
  const found = data === null ? null : place.parse(data);
  const mine = found?.state ? { state: found.state, placeInLine: found.placeInLine } : null;
  return { mine, access: { link: found?.link ?? null, address: found?.address ?? null } };
}

/** A page of the events of the member who asks: what they come to or wait for, or what they were at. */
export async function listMyEvents(db: Db, { isPast, page }: { isPast: boolean; page: number }): Promise<{ total: number; rows: MyEvent[] }> {
  const { data } = await db.rpc("my_events", { is_past: isPast, page, per_page: eventsPerPage }).throwOnError();
  return myEvents.parse(data);
}

const led = z.object({ coming: z.number(), drafts: z.number(), past: z.number(), rows: z.array(renamed(eventRow)) });
/** How many events each list of a desk holds, and a page of one of them. */
export type LedEvents = z.output<typeof led>;

/** A page of a chapter's own events for its leaders; twenty a page. */
export async function listLedEvents(db: Db, asked: { chapter: string; view: LedView; page: number }): Promise<LedEvents> {
  const { data } = await db.rpc("led_events", asked).throwOnError();
  return led.parse(data);
}

const ledEvent = z.object({
  id: z.string(),
  slug: z.string(),
  title: words,
  zone: z.string(),
  ...clocks,
  startsAt: moment,
  endsAt: moment,
  state: z.enum(eventStates),
  capacity: z.number().nullable(),
  taken: z.number(),
  waiting: z.number(),
});
/** What the head of every page about a led event says. */
export type LedEvent = z.output<typeof ledEvent>;

const uuid = z.uuid();

/** An event of that chapter for its leaders; null when the chapter has none of that id. */
export async function findLedEvent(db: Db, { chapter, event }: { chapter: string; event: string | undefined }): Promise<LedEvent | null> {
  if (!uuid.safeParse(event).success) return null;
  const columns = "id, slug, title, zone, clock, ends_clock, starts_at, ends_at, state, capacity, taken, waiting";
  const { data } = await db.from("events").select(columns).eq("id", String(event)).eq("chapter_id", chapter).maybeSingle().throwOnError();
  return data === null ? null : renamed(ledEvent).parse(data);
}

/** "2026-11-28T18:30:00" as people and forms write it: to the minute. */
const wallTime = z.string().transform((local) => local.slice(0, 16));

const writtenEvent = ledEvent.extend({
  kind: z.enum(eventKinds),
  summary: words.nullable(),
  description: words.nullable(),
  textStatus: words,
  spoken: z.array(z.string()),
  startsLocal: wallTime,
  endsLocal: wallTime,
  isLaterOfTwo: z.boolean(),
  closesLocal: wallTime.nullable(),
  format: z.enum(formats),
  cityId: z.string().nullable(),
  venue: z.string().nullable(),
  address: z.string().nullable(),
  privateAddress: z.string().nullable(),
  link: z.string().nullable(),
  visibility: z.enum(visibilities),
  cancelReason: z.string().nullable(),
  version: z.number(),
});
/** An event as its leaders wrote it: times by its own clock. */
export type WrittenEvent = z.output<typeof writtenEvent>;

const toEdit = renamed(
  z.object({
    zone: z.string(),
    cityId: z.string().nullable(),
    cities: z.array(z.object({ id: z.string(), name: words })),
    zones: z.array(z.object({ id: z.string(), name: words.nullable() })),
    event: renamed(writtenEvent).nullable(),
  }),
);
/** What the selects of the form offer, and what a new event of the chapter begins with. `offset` is how far a zone is from UTC now, as text. */
export type FormChoices = Omit<z.output<typeof toEdit>, "event" | "zones"> & { zones: (z.output<typeof toEdit>["zones"][number] & { offset: string })[] };

/** The form of an event of that chapter; `event` null in the answer when the chapter has none of that id, or none was asked for. */
export async function findEventToEdit(db: Db, { chapter, event, locale }: { chapter: string; event?: string | null; locale: Locale }) {
  const asked = uuid.safeParse(event);
  const { data } = await db.rpc("event_to_edit", { chapter, event: asked.success ? asked.data : noEvent, locale }).throwOnError();
  const { event: found, zones, ...choices } = toEdit.parse(data);
  // Said here: a browser may know newer or older clocks, and would write another number into the same page.
  const now = Date.now();
  return { event: found, choices: { ...choices, zones: zones.map((zone) => ({ ...zone, offset: formatOffset(now, zone.id) })) } satisfies FormChoices };
}

/** The id that no event has. */
const noEvent = "00000000-0000-0000-0000-000000000000";

const attendee = z.object({
  memberId: z.string(),
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string().nullable(),
  latinName: z.string().nullable(),
  university: z.string().nullable(),
  state: z.enum(placeStates),
  placeInLine: z.number().nullable(),
  since: moment,
  promotedAt: moment.nullable(),
});
/** Somebody who is registered or waits. */
export type Attendee = z.output<typeof attendee>;

const attendees = z.object({ registered: z.number(), waiting: z.number(), total: z.number(), rows: z.array(renamed(attendee)) });
export type Attendees = z.output<typeof attendees>;

/** Who comes to an event one leads; fifty a page. `total`: how many answer to the search. */
export async function listAttendees(db: Db, asked: { event: string; q?: string; state?: string; sort?: string; page?: number }): Promise<Attendees> {
  const { data } = await db.rpc("event_attendees", asked).throwOnError();
  return attendees.parse(data);
}

/** Everybody on the list, for a file; each of them can read in their journal who took it away. */
export async function exportAttendees(db: Db, event: string): Promise<Attendee[]> {
  const { data } = await db.rpc("export_attendees", { event }).throwOnError();
  return z.array(renamed(attendee)).parse(data);
}
