import { z } from "zod";

import { city, country, lookedFor, page, pageOrFirst } from "~/core/asked";
import { key } from "~/core/i18n/key";
import { locales } from "~/core/i18n/config";
import { moment, renamed, words } from "~/core/supabase/rows";
import { wholeNumber } from "~/core/typed-number";
import { line, lines } from "~/core/typed-text";

import { eventKinds, eventStates, formats, ledViews, periods, placeStates, spokenLanguages, visibilities } from "./rules";

const choose = key("common", "error.chooseOne");

const earliest = "2000-01-01";
const latest = "2100-01-01";
/** Days that the calendar has: 2027-02-29 is none. */
const isDay = (typed: string) => /^\d{4}-\d{2}-\d{2}$/.test(typed) && typed >= earliest && typed < latest && isInCalendar(typed);
const isInCalendar = (typed: string) => !Number.isNaN(Date.parse(`${typed}T00:00Z`)) && new Date(`${typed}T00:00Z`).toISOString().startsWith(typed);

/** By which events are chosen, in the list as in a calendar that somebody subscribes to. */
const chosenBy = {
  q: lookedFor,
  country,
  city,
  kind: z.enum(eventKinds).optional().catch(undefined),
  format: z.enum(["on_site", "online"]).optional().catch(undefined),
  language: z.enum(spokenLanguages).optional().catch(undefined),
};
/** A city of another country is left from the country chosen before. */
const withoutStrayCity = <Asked extends { country?: string; city?: string }>(asked: Asked): Asked =>
  asked.city && asked.country !== asked.city.slice(0, 2).toUpperCase() ? { ...asked, city: undefined } : asked;

/** What an address may ask of the list of events; what it may not is passed over, so that an old link still leads somewhere. */
export const eventFilters = z
  .object({
    ...chosenBy,
    when: z.enum(periods).optional().catch(undefined),
    /** The month drawn instead of the list. */
    view: z.enum(["month"]).optional().catch(undefined),
    month: z.string().refine((typed) => isDay(`${typed}-01`)).optional().catch(undefined),
    day: z.string().refine(isDay).optional().catch(undefined),
    page,
  })
  .transform(withoutStrayCity)
  .transform(atOneTime);
export const calendarFilters = z.object(chosenBy).transform(withoutStrayCity);

type Time = Partial<{ when: string; view: string; month: string; day: string; page: number }>;

/** One time is asked for: a day, else a month, else a period. A drawn month has no pages, and is the month of the day that was asked. */
function atOneTime<Asked extends Time>(asked: Asked): Asked {
  if (asked.view) return { ...asked, month: asked.month ?? asked.day?.slice(0, 7), day: undefined, when: undefined, page: undefined };
  if (asked.day) return { ...asked, month: undefined, when: undefined };
  return asked.month ? { ...asked, when: undefined } : asked;
}

export type AskedEvents = z.output<typeof eventFilters>;
export type AskedCalendar = z.output<typeof calendarFilters>;

/** What a leader's list of events may be asked for. */
export const ledFilters = z.object({
  view: z.enum(ledViews).catch("coming").default("coming"),
  page: pageOrFirst,
});

/** What the address of a new event says: of which one it is a copy, and which id it will have. */
export const askedNewEvent = z.object({ from: z.string().optional(), id: z.uuid().optional().catch(undefined) });

/** What a list of people may be asked for in its address. */
export const attendeeFilters = z.object({
  q: lookedFor,
  state: z.enum(placeStates).optional().catch(undefined),
  /** The member who is about to be taken off the list. */
  remove: z.uuid().optional().catch(undefined),
  sort: z.enum(["name", "-name", "university", "-university", "since", "-since"]).optional().catch(undefined),
  page,
});
export type AskedAttendees = Omit<z.output<typeof attendeeFilters>, "remove">;

export const registering = z.object({ intent: z.enum(["register", "give-back"]) });

const optionalLine = (most: number) => line({ most }).default("");
const optionalLines = (most: number) => lines({ most }).default("");
const inOurLanguages = (text: ReturnType<typeof optionalLine>) => z.object({ kk: text, ru: text, en: text }).prefault({}).transform(written);

/** Only the languages in which something was written: {"kk": "…"}. */
function written(map: Record<string, string>): Record<string, string> {
  return Object.fromEntries(locales.flatMap((locale) => (map[locale] ? [[locale, map[locale]]] : [])));
}

const noSuchDay = key("events", "form.noSuchDay");
const day = (missing: string) => z.string({ error: missing }).refine(isDay, noSuchDay);
const hour = (missing: string) => z.string({ error: missing }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, missing);
const places = key("common", "error.numberRange", { min: 1, max: "100 000" });

type Typed = Partial<{ format: string; venue: string; city: string; link: string; startsOn: string; startsTime: string; closesOn: string; closesTime: string }>;
/** What concerns two fields is asked even where a third one is wrong, so that everything is said at once. */
const whole = { when: () => true };

/** PostgreSQL's integers end here. */
const largestVersion = 2_147_483_647;

/** The form of an event. `known`: the zones and cities that its selects offer. */
export const eventForm = (known: { zones: readonly string[]; cities: readonly string[] }) =>
  z
    .object({
      id: z.uuid().optional(),
      version: wholeNumber({ least: 0, most: largestVersion }).optional(),
      title: inOurLanguages(optionalLine(160)).refine((map) => Object.keys(map).length > 0, key("events", "form.titleMissing")),
      summary: inOurLanguages(optionalLines(300)),
      description: inOurLanguages(optionalLines(5000)),
      kind: z.enum(eventKinds, { error: key("events", "form.kindMissing") }),
      spoken: z.array(z.enum(spokenLanguages)).default([]),
      format: z.enum(formats, { error: choose }),
      city: z.string().refine((id) => known.cities.includes(id), key("common", "error.chooseFromList")).optional(),
      venue: optionalLine(200),
      address: optionalLine(300),
      isAddressInside: z.boolean().default(false),
      link: optionalLine(500),
      zone: z.string({ error: choose }).refine((zone) => known.zones.includes(zone), key("common", "error.chooseFromList")),
      startsOn: day(key("events", "form.startDayMissing")),
      startsTime: hour(key("events", "form.startTimeMissing")),
      isLaterOfTwo: z.enum(["false", "true"]).optional(),
      endsOn: day(noSuchDay).optional(),
      endsTime: hour(key("events", "form.endTimeMissing")),
      closesOn: day(noSuchDay).optional(),
      closesTime: hour(noSuchDay).optional(),
      capacity: wholeNumber({ least: 1, most: 100_000, error: places }).optional(),
      visibility: z.enum(visibilities, { error: choose }),
    })
    .refine(({ format, venue }: Typed) => format === "online" || Boolean(venue), { ...whole, path: ["venue"], error: key("events", "form.venueMissing") })
    .refine(({ format, city }: Typed) => format === "online" || Boolean(city), { ...whole, path: ["city"], error: key("events", "form.cityMissing") })
    .refine(({ format, link }: Typed) => format === "on_site" || !link || isSecureLink(link), { ...whole, path: ["link"], error: key("common", "error.url") })
    .refine(({ closesOn, closesTime }: Typed) => !closesTime || closesOn, { ...whole, path: ["closesOn"], error: key("events", "form.closingDayMissing") })
    .refine((typed: Typed) => !isClosedAfterStart(typed), { ...whole, path: ["closesOn"], error: key("events", "form.closesAfterStart") });

const isSecureLink = (typed: string) => /^https:\/\/\S+$/.test(typed) && URL.canParse(typed);

/** When registration closes by the clock of the event ("2026-11-27T23:59"); null: when the event starts. A day without an hour is meant to its end. */
export function closingOf({ closesOn, closesTime, startsOn }: Typed): string | null {
  if (!closesOn || (!closesTime && closesOn === startsOn)) return null;
  return `${closesOn}T${closesTime ?? "23:59"}`;
}

function isClosedAfterStart(typed: Typed): boolean {
  const closing = closingOf(typed);
  return closing !== null && Boolean(typed.startsOn && typed.startsTime) && closing > `${typed.startsOn}T${typed.startsTime}`;
}

export type EventForm = z.input<ReturnType<typeof eventForm>>;
export type EventDraft = z.output<ReturnType<typeof eventForm>>;

export const cancelling = z.object({ reason: lines({ most: 1000, least: 3, missing: key("events", "refusal.reason-missing") }) });
export type Cancelling = z.input<typeof cancelling>;

/** Giving somebody's place back in their stead: for the same reason as calling an event off, it is read by those it concerns. */
export const removing = cancelling.extend({ person: z.uuid() });

/**
 * What the clocks of an event's place say when it begins and when it ends, as "UTC−7": who knows the zone by other rules, as a browser may, would write
 * another hour.
 */
export const clocks = { clock: z.string(), endsClock: z.string() };

/** What the database says of an event in a list. */
export const eventRow = z.object({
  id: z.string(),
  slug: z.string(),
  kind: z.enum(eventKinds),
  title: words,
  spoken: z.array(z.string()),
  zone: z.string(),
  ...clocks,
  startsAt: moment,
  endsAt: moment,
  registrationClosesAt: moment.nullable(),
  closesClock: z.string().nullable(),
  format: z.enum(formats),
  venue: z.string().nullable(),
  city: words.nullable(),
  zoneCity: words.nullable(),
  capacity: z.number().nullable(),
  taken: z.number(),
  waiting: z.number(),
  visibility: z.enum(visibilities),
  state: z.enum(eventStates),
  chapter: z.object({ slug: z.string(), name: words }),
});

const mine = renamed(z.object({ state: z.enum(placeStates), placeInLine: z.number().nullable() }));
/** Events of the member who asks, and where they stand with each. */
export const myEvents = z.object({ total: z.number(), rows: z.array(renamed(eventRow.extend({ mine }))) });
export type MyEvent = z.output<typeof myEvents>["rows"][number];

/** What the address of one's own events may ask. */
export const askedMyEvents = z.object({
  when: z.enum(["coming", "past"]).catch("coming"),
  page: pageOrFirst,
});
