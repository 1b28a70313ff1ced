import { z } from "zod";

import type { Locale } from "~/core/i18n/config";
import { formatOffset } from "~/core/i18n/format";
import { pageCount } from "~/core/pagination";
import type { Db } from "~/core/supabase/client.server";
import { timestamp, fromSnakeCase, languageMap } from "~/core/supabase/row-schemas";
import { chapterKinds } from "~/features/chapters/rules";

import { firstDayOf, lastDayOf } from "./month";
import { attendeesPerPage, eventKinds, eventsPerPage, eventStates, formats, registrationStates, visibilities, type DeskView, type MyRegistration } from "./rules";
import { clocks, eventRow, myEvents, type CalendarParams, type EventListParams } from "./schema";

const listed = z.object({ total: z.number(), rows: z.array(fromSnakeCase(eventRow)) });

/** An event as lists show it. */
export type ListedEvent = z.output<typeof eventRow>;

const place = z.object({ id: z.string(), name: languageMap });
/** Countries with events, and the cities of the chosen one: what the filters of the list offer, in the reader's alphabet. */
const places = z.object({ countries: z.array(place), cities: z.array(place) });

/** "2026-11" */
const monthName = z.string().nullable();
const eventDay = z.object({ day: z.string(), total: z.number(), rows: z.array(z.object({ slug: z.string(), title: languageMap, time: z.string().nullable() })) });
const eventMonth = z.object({ first: monthName, last: monthName, total: z.number(), days: z.array(eventDay) });
/** A day with events: how many there are, and the first of them with their local start times; `time` is null where one goes on from the day before. */
export type EventDay = z.output<typeof eventDay>;

const eventsPage = fromSnakeCase(listed.extend({ places, month: eventMonth, nextEnd: timestamp.nullable() }));

type EventsQuery = {
  query: EventListParams;
  locale: Locale;
  /** The month beside the list, or instead of it: "2026-11". */
  month: string;
};

function filterArguments({ q, country, city, kind, format, language }: CalendarParams) {
  return { q, country, city, kind, format, spoken: language };
}

/** The days to which the list is limited: one, or those of a month. */
function dayArguments({ day, month }: EventListParams) {
  if (day) return { first_day: day, last_day: day };
  return month ? { first_day: firstDayOf(month), last_day: lastDayOf(month) } : {};
}

/** A page of twenty of the events that the reader may see, the month beside it, what the filters offer, and when the next event of all ends. */
export async function findEventsPage(db: Db, { query, locale, month }: EventsQuery) {
  const { data } = await db
    .rpc("events_page", {
      ...filterArguments(query),
      ...dayArguments(query),
      locale,
      period: query.when,
      page: query.page,
      month: firstDayOf(month),
      per_page: eventsPerPage,
    })
    .throwOnError();
  const { total, rows, ...beside } = eventsPage.parse(data);
  return { list: { total, pages: pageCount(total, eventsPerPage), rows }, ...beside };
}

const monthPage = z.object({ places, month: eventMonth });

/** A month of the events that the reader may see, and what the filters offer. */
export async function findEventsMonth(db: Db, { query, locale, month }: EventsQuery) {
  const { data } = await db.rpc("events_month_page", { ...filterArguments(query), locale, month: firstDayOf(month) }).throwOnError();
  return { list: null, nextEnd: null, ...monthPage.parse(data) };
}

const entry = z.object({
  id: z.string(),
  slug: z.string(),
  title: languageMap,
  summary: languageMap.nullable(),
  format: z.enum(formats),
  venue: z.string().nullable(),
  address: z.string().nullable(),
  city: languageMap.nullable(),
  startsAt: timestamp,
  endsAt: timestamp,
  state: z.enum(eventStates),
  version: z.number(),
  createdAt: timestamp,
  chapter: z.object({ name: languageMap }),
});
const calendar = z.object({
  chapter: z.object({ name: languageMap, kind: z.enum(chapterKinds) }).nullable(),
  country: languageMap.nullable(),
  city: languageMap.nullable(),
  rows: z.array(fromSnakeCase(entry)),
});
export type EventsCalendar = z.output<typeof calendar>;

/** The events that people subscribe to: public ones only, whoever asks. `chapter` (slug): of it and those below; null when there is no such chapter. */
export async function findCalendar(db: Db, query: CalendarParams & { chapter?: string }): Promise<EventsCalendar | null> {
  const { data } = await db.rpc("events_calendar", { ...filterArguments(query), chapter: query.chapter }).throwOnError();
  return data === null ? null : calendar.parse(data);
}

/** The next events; with a chapter, those of it and all below it. */
export async function listComingEvents(db: Db, { chapterId, limit }: { chapterId?: string; limit: number }): Promise<ListedEvent[]> {
  const { data } = await db.rpc("list_events", { chapter: chapterId, per_page: limit }).throwOnError();
  return listed.parse(data).rows;
}

const eventPage = eventRow.extend({
  summary: languageMap.nullable(),
  description: languageMap.nullable(),
  textStatus: languageMap,
  address: z.string().nullable(),
  cancelReason: z.string().nullable(),
  version: z.number(),
  createdAt: timestamp,
  hasAddressInside: z.boolean(),
  country: languageMap,
  chapter: z.object({ id: z.string(), slug: z.string(), name: languageMap, kind: z.enum(chapterKinds) }),
});
export type EventPage = z.output<typeof eventPage>;

/** An event by its slug; null when there is none, or the reader may not see it. */
export async function findEvent(db: Db, slug: string): Promise<EventPage | null> {
  const { data } = await db.rpc("event_page", { slug }).throwOnError();
  return data === null ? null : fromSnakeCase(eventPage).parse(data);
}

const myRegistration = fromSnakeCase(
  z.object({
    state: z.enum(registrationStates).nullable(),
    placeInLine: z.number().nullable(),
    link: z.string().nullable(),
    address: z.string().nullable(),
  }),
);
/** How to get in; only for registered people and the leaders of the event. */
export type EventAccess = { link: string | null; address: string | null };

/** Where the signed-in member stands with an event, and how they get in. */
export async function findMyRegistration(db: Db, slug: string): Promise<{ mine: MyRegistration | null; access: EventAccess }> {
  const { data } = await db.rpc("my_place", { slug }).throwOnError();
  const found = data === null ? null : myRegistration.parse(data);
  const mine = found?.state ? { state: found.state, placeInLine: found.placeInLine } : null;
  return { mine, access: { link: found?.link ?? null, address: found?.address ?? null } };
}

/** A page of the signed-in member's events: coming ones where they are registered or wait, or past ones where they had a place. */
export async function listMyEvents(db: Db, { isPast, page }: { isPast: boolean; page: number }) {
  const { data } = await db.rpc("my_events", { is_past: isPast, page, per_page: eventsPerPage }).throwOnError();
  const found = myEvents.parse(data);
  return { ...found, pages: pageCount(found.total, eventsPerPage) };
}

const deskEvents = z.object({ coming: z.number(), drafts: z.number(), past: z.number(), rows: z.array(fromSnakeCase(eventRow)) });

/** A page of a chapter's own events for its leaders, twenty a page, and how many there are in each list of their desk. */
export async function listDeskEvents(db: Db, query: { chapter: string; view: DeskView; page: number }) {
  const { data } = await db.rpc("led_events", query).throwOnError();
  const { rows, ...counts } = deskEvents.parse(data);
  return { rows, counts, pages: pageCount(counts[query.view], eventsPerPage) };
}

const deskEvent = z.object({
  id: z.string(),
  slug: z.string(),
  title: languageMap,
  zone: z.string(),
  ...clocks,
  startsAt: timestamp,
  endsAt: timestamp,
  state: z.enum(eventStates),
  capacity: z.number().nullable(),
  taken: z.number(),
  waiting: z.number(),
});
/** What the head of every page about an event of the desk shows. */
export type DeskEvent = z.output<typeof deskEvent>;

const uuid = z.uuid();

/** An event of that chapter for its leaders; null when the chapter has none with that id. */
export async function findDeskEvent(db: Db, { chapter, event }: { chapter: string; event: string | undefined }): Promise<DeskEvent | null> {
  const id = uuid.safeParse(event);
  if (!id.success) return null;
  const { data } = await db.rpc("led_event", { chapter, event: id.data }).throwOnError();
  return data === null ? null : fromSnakeCase(deskEvent).parse(data);
}

/** "2026-11-28T18:30:00" cut to the minute, as people and forms write it. */
const wallTime = z.string().transform((local) => local.slice(0, 16));

const eventToEdit = deskEvent.extend({
  kind: z.enum(eventKinds),
  summary: languageMap.nullable(),
  description: languageMap.nullable(),
  textStatus: languageMap,
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
/** An event as its leaders wrote it: times in its own zone. */
export type EventToEdit = z.output<typeof eventToEdit>;

const eventForm = fromSnakeCase(
  z.object({
    zone: z.string(),
    cityId: z.string().nullable(),
    cities: z.array(z.object({ id: z.string(), name: languageMap })),
    zones: z.array(z.object({ id: z.string(), name: languageMap.nullable() })),
    event: fromSnakeCase(eventToEdit).nullable(),
  }),
);
/** What the selects of the form offer, and what a new event of the chapter begins with. `offset` is a zone's current offset from UTC, as text. */
export type EventFormOptions = Omit<z.output<typeof eventForm>, "event" | "zones"> & {
  zones: (z.output<typeof eventForm>["zones"][number] & { offset: string })[];
};

/** The data for the form of an event of that chapter; `event` is null when the chapter has none with that id, or none was asked for. */
export async function findEventToEdit(db: Db, { chapter, event, locale }: { chapter: string; event?: string | null; locale: Locale }) {
  const id = uuid.safeParse(event);
  const { data } = await db.rpc("event_to_edit", { chapter, event: id.success ? id.data : noEvent, locale }).throwOnError();
  const { event: found, zones, ...options } = eventForm.parse(data);
  // Formatted on the server: a browser may know newer or older rules of a zone, and would write another number when it hydrates the page.
  const now = Date.now();
  return { event: found, options: { ...options, zones: zones.map((zone) => ({ ...zone, offset: formatOffset(now, zone.id) })) } satisfies EventFormOptions };
}

/** The id that no event has. */
const noEvent = "00000000-0000-0000-0000-000000000000";

const attendee = z.object({
  memberId: z.string(),
  /** Null, like the whole name, once somebody has erased their account. */
  surname: z.string().nullable(),
  givenName: z.string().nullable(),
  patronymic: z.string().nullable(),
  latinName: z.string().nullable(),
  university: z.string().nullable(),
  state: z.enum(registrationStates),
  placeInLine: z.number().nullable(),
  since: timestamp,
  promotedAt: timestamp.nullable(),
});
/** Somebody who is registered or waits. */
export type Attendee = z.output<typeof attendee>;

const attendees = z.object({ registered: z.number(), waiting: z.number(), total: z.number(), rows: z.array(fromSnakeCase(attendee)) });

/** The attendees of an event, for its leaders; fifty a page. `total`: how many match the search. */
export async function listAttendees(db: Db, query: { event: string; q?: string; state?: string; sort?: string; page?: number }) {
  const { data } = await db.rpc("event_attendees", query).throwOnError();
  const found = attendees.parse(data);
  return { ...found, pages: pageCount(found.total, attendeesPerPage) };
}
export type Attendees = Awaited<ReturnType<typeof listAttendees>>;

/** Everybody on the list, for a file; each of them can read in their journal who exported it. */
export async function exportAttendees(db: Db, event: string): Promise<Attendee[]> {
  const { data } = await db.rpc("export_attendees", { event }).throwOnError();
  return z.array(fromSnakeCase(attendee)).parse(data);
}
