import { z } from "zod";

import { city, country, searchTerm, page, pageOrFirst } from "~/core/query-params";
import { key } from "~/core/i18n/translation-key";
import { locales } from "~/core/i18n/config";
import { timestamp, fromSnakeCase, languageMap } from "~/core/supabase/row-schemas";
import { wholeNumber } from "~/core/number-schemas";
import { singleLine, multiLine } from "~/core/text-schemas";

import { eventKinds, eventStates, formats, deskViews, periods, registrationStates, spokenLanguages, visibilities } from "./rules";

const chooseOne = key("common", "error.chooseOne");

const earliest = "2000-01-01";
const latest = "2100-01-01";
/** Only days that exist in the calendar: 2027-02-29 does not. */
const isDay = (typed: string) => /^\d{4}-\d{2}-\d{2}$/.test(typed) && typed >= earliest && typed < latest && isInCalendar(typed);

function isInCalendar(typed: string): boolean {
  const moment = Date.parse(`${typed}T00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(typed);
}

/** The filters for events that the list and the calendar for subscribers share. */
const filters = {
  q: searchTerm,
  country,
  city,
  kind: z.enum(eventKinds).optional().catch(undefined),
  format: z.enum(["on_site", "online"]).optional().catch(undefined),
  language: z.enum(spokenLanguages).optional().catch(undefined),
};
/** Drops a city outside the chosen country: it is left over from the country chosen before. */
const withoutStrayCity = <Params extends { country?: string; city?: string }>(query: Params): Params =>
  query.city && query.country !== query.city.slice(0, 2).toUpperCase() ? { ...query, city: undefined } : query;

/** Query parameters of the list of events; invalid ones are ignored, so that an old link still leads somewhere. */
export const eventListParams = z
  .object({
    ...filters,
    when: z.enum(periods).optional().catch(undefined),
    /** The view of a month instead of the list. */
    view: z.enum(["month"]).optional().catch(undefined),
    month: z.string().refine((typed) => isDay(`${typed}-01`)).optional().catch(undefined),
    day: z.string().refine(isDay).optional().catch(undefined),
    page,
  })
  .transform(withoutStrayCity)
  .transform(atOneTime);
export const calendarParams = z.object(filters).transform(withoutStrayCity);

type Time = Partial<{ when: string; view: string; month: string; day: string; page: number }>;

/** Keeps only one time: a day, else a month, else a period. The view of a month has no pages; asked for a day, it shows the month of that day. */
function atOneTime<Params extends Time>(query: Params): Params {
  if (query.view) return { ...query, month: query.month ?? query.day?.slice(0, 7), day: undefined, when: undefined, page: undefined };
  if (query.day) return { ...query, month: undefined, when: undefined };
  return query.month ? { ...query, when: undefined } : query;
}

export type EventListParams = z.output<typeof eventListParams>;
export type CalendarParams = z.output<typeof calendarParams>;

/** Query parameters of a leader's list of events. */
export const deskEventParams = z.object({
  view: z.enum(deskViews).catch("coming").default("coming"),
  page: pageOrFirst,
});

/** Query parameters of the page of a new event. `from`: the event to copy; `id`: the id that the new one will have. */
export const newEventParams = z.object({ from: z.string().optional(), id: z.uuid().optional().catch(undefined) });

/** Query parameters of a list of attendees. */
export const attendeeListParams = z.object({
  q: searchTerm,
  state: z.enum(registrationStates).optional().catch(undefined),
  /** The member who is about to be taken off the list. */
  remove: z.uuid().optional().catch(undefined),
  sort: z.enum(["name", "-name", "university", "-university", "since", "-since"]).optional().catch(undefined),
  page,
});
export type AttendeeListParams = Omit<z.output<typeof attendeeListParams>, "remove">;

export const registrationSchema = z.object({ intent: z.enum(["register", "give-back"]) });

const optionalLine = (most: number) => singleLine({ most }).default("");
const optionalLines = (most: number) => multiLine({ most }).default("");
const inOurLanguages = (text: ReturnType<typeof optionalLine>) => z.object({ kk: text, ru: text, en: text }).prefault({}).transform(written);

/** Only the languages in which something was written: {"kk": "…"}. */
function written(map: Record<string, string>): Record<string, string> {
  return Object.fromEntries(locales.flatMap((locale) => (map[locale] ? [[locale, map[locale]]] : [])));
}

const noSuchDay = key("events", "form.noSuchDay");
const day = (missing: string) => z.string({ error: missing }).refine(isDay, noSuchDay);
const hour = (missing: string) => z.string({ error: missing }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, missing);
const capacityRange = key("common", "error.numberRange", { min: 1, max: "100 000" });

type Typed = Partial<{ format: string; venue: string; city: string; link: string; startsOn: string; startsTime: string; closesOn: string; closesTime: string }>;
/** Checks across fields run even when another field is invalid, so that all errors are reported at once. */
const always = { when: () => true };

/** The largest integer of PostgreSQL. */
const largestVersion = 2_147_483_647;

/** The form of an event. `offered`: the zones and cities that its selects offer. */
export const eventSchema = (offered: { zones: readonly string[]; cities: readonly string[] }) =>
  z
    .object({
      id: z.uuid().optional(),
      version: wholeNumber({ least: 0, most: largestVersion }).optional(),
      title: inOurLanguages(optionalLine(160)).refine((map) => Object.keys(map).length > 0, key("events", "form.titleMissing")),
      summary: inOurLanguages(optionalLines(300)),
      description: inOurLanguages(optionalLines(5000)),
      kind: z.enum(eventKinds, { error: key("events", "form.kindMissing") }),
      spoken: z.array(z.enum(spokenLanguages)).default([]),
      format: z.enum(formats, { error: chooseOne }),
      city: z.string().refine((id) => offered.cities.includes(id), key("common", "error.chooseFromList")).optional(),
      venue: optionalLine(200),
      address: optionalLine(300),
      isAddressInside: z.boolean().default(false),
      link: optionalLine(500),
      zone: z.string({ error: chooseOne }).refine((zone) => offered.zones.includes(zone), key("common", "error.chooseFromList")),
      startsOn: day(key("events", "form.startDayMissing")),
      startsTime: hour(key("events", "form.startTimeMissing")),
      isLaterOfTwo: z.enum(["false", "true"]).optional(),
      endsOn: day(noSuchDay).optional(),
      endsTime: hour(key("events", "form.endTimeMissing")),
      closesOn: day(noSuchDay).optional(),
      closesTime: hour(noSuchDay).optional(),
      capacity: wholeNumber({ least: 1, most: 100_000, error: capacityRange }).optional(),
      visibility: z.enum(visibilities, { error: chooseOne }),
    })
    .refine(({ format, venue }: Typed) => format === "online" || Boolean(venue), { ...always, path: ["venue"], error: key("events", "form.venueMissing") })
    .refine(({ format, city }: Typed) => format === "online" || Boolean(city), { ...always, path: ["city"], error: key("events", "form.cityMissing") })
    .refine(({ format, link }: Typed) => format === "on_site" || !link || isSecureLink(link), { ...always, path: ["link"], error: key("common", "error.url") })
    .refine(({ closesOn, closesTime }: Typed) => !closesTime || closesOn, { ...always, path: ["closesOn"], error: key("events", "form.closingDayMissing") })
    .refine((typed: Typed) => !isClosedAfterStart(typed), { ...always, path: ["closesOn"], error: key("events", "form.closesAfterStart") });

const isSecureLink = (typed: string) => /^https:\/\/\S+$/.test(typed) && URL.canParse(typed);

/** When registration closes, in the event's local time ("2026-11-27T23:59"); null: when the event starts. A day without a time counts to its end. */
export function closingOf({ closesOn, closesTime, startsOn }: Typed): string | null {
  if (!closesOn || (!closesTime && closesOn === startsOn)) return null;
  return `${closesOn}T${closesTime ?? "23:59"}`;
}

function isClosedAfterStart(typed: Typed): boolean {
  const closing = closingOf(typed);
  return closing !== null && Boolean(typed.startsOn && typed.startsTime) && closing > `${typed.startsOn}T${typed.startsTime}`;
}

export type EventInput = z.input<ReturnType<typeof eventSchema>>;
export type EventDraft = z.output<ReturnType<typeof eventSchema>>;

export const cancelEventSchema = z.object({ reason: multiLine({ most: 1000, least: 3, missing: key("events", "refusal.reason-missing") }) });
export type ReasonInput = z.input<typeof cancelEventSchema>;

/** Taking somebody off the list. As with cancelling an event, a reason is required, since those concerned will read it. */
export const removeAttendeeSchema = cancelEventSchema.extend({ person: z.uuid() });

/**
 * The offsets from UTC at an event's place when it begins and when it ends, such as "UTC−7". They are stored, since a browser that knows other rules of
 * the zone would write another hour.
 */
export const clocks = { clock: z.string(), endsClock: z.string() };

/** What the database returns about an event in a list. */
export const eventRow = z.object({
  id: z.string(),
  slug: z.string(),
  kind: z.enum(eventKinds),
  title: languageMap,
  spoken: z.array(z.string()),
  zone: z.string(),
  ...clocks,
  startsAt: timestamp,
  endsAt: timestamp,
  registrationClosesAt: timestamp.nullable(),
  closesClock: z.string().nullable(),
  format: z.enum(formats),
  venue: z.string().nullable(),
  city: languageMap.nullable(),
  zoneCity: languageMap.nullable(),
  capacity: z.number().nullable(),
  taken: z.number(),
  waiting: z.number(),
  visibility: z.enum(visibilities),
  state: z.enum(eventStates),
  chapter: z.object({ slug: z.string(), name: languageMap }),
});

const mine = fromSnakeCase(z.object({ state: z.enum(registrationStates), placeInLine: z.number().nullable() }));
/** Events of the signed-in member, and where they stand with each. */
export const myEvents = z.object({ total: z.number(), rows: z.array(fromSnakeCase(eventRow.extend({ mine }))) });
export type MyEvent = z.output<typeof myEvents>["rows"][number];

/** Query parameters of the member's own events. */
export const myEventsParams = z.object({
  when: z.enum(["coming", "past"]).catch("coming"),
  page: pageOrFirst,
});
