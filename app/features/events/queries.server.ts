import { z } from "zod";

import type { Locale } from "~/core/i18n/config";
import type { Db } from "~/core/supabase/client.server";

import type { Mine, Period } from "./rules";
import { eventRow, moment, myEvents, renamed, words, type MyEvent } from "./schema";

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

const perPage = 20;
export const pagesOf = (total: number): number => Math.ceil(total / perPage);

/** One page of the events that the one who asks may see; twenty a page. */
export async function listEvents(db: Db, filters: EventFilters): Promise<{ total: number; rows: ListedEvent[] }> {
  const { data } = await db.rpc("list_events", { ...filters, per_page: perPage }).throwOnError();
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
  chapter: z.object({ id: z.string(), slug: z.string(), name: words, kind: z.enum(["country", "city", "university", "interest"]) }),
});
export type EventPage = z.output<typeof eventPage>;

/** An event by its address; null when there is none, or none for the one who asks. */
export async function findEvent(db: Db, slug: string): Promise<EventPage | null> {
  const { data } = await db.rpc("event_page", { slug }).throwOnError();
  return data === null ? null : renamed(eventPage).parse(data);
}

const place = z.object({
  state: z.enum(["registered", "waiting"]).nullable(),
  place_in_line: z.number().nullable(),
  link: z.string().nullable(),
  address: z.string().nullable(),
});
/** How to get in: for registered people, and for the leaders of the event. */
export type Access = { link: string | null; address: string | null };

/** Where the member who asks stands with an event, and how they get in. */
export async function findMyPlace(db: Db, slug: string): Promise<{ mine: Mine | null; access: Access }> {
  const { data } = await db.rpc("my_place", { slug }).throwOnError();
  const found = data === null ? null : place.parse(data);
  const mine = found?.state ? { state: found.state, placeInLine: found.place_in_line } : null;
  return { mine, access: { link: found?.link ?? null, address: found?.address ?? null } };
}

/** A page of the events of the member who asks: what they come to or wait for, or what they were at. */
export async function listMyEvents(db: Db, { isPast, page }: { isPast: boolean; page: number }): Promise<{ total: number; rows: MyEvent[] }> {
  const { data } = await db.rpc("my_events", { is_past: isPast, page, per_page: perPage }).throwOnError();
  return myEvents.parse(data);
}
