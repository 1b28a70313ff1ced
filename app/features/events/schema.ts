import { z } from "zod";

import { formatOffset } from "~/core/i18n/format";
import { key } from "~/core/i18n/key";
import { locales } from "~/core/i18n/config";

import { eventKinds, eventStates, formats, periods, spokenLanguages, visibilities } from "./rules";

const required = key("common", "error.required");
const choose = key("common", "error.chooseOne");
const tooLong = (max: number) => key("common", "error.tooLong", { max });

/** What an address may ask of the list of events; what it may not is passed over, so that an old link still leads somewhere. */
export const eventFilters = z
  .object({
    q: z.string().trim().min(1).max(100).optional().catch(undefined),
    when: z.enum(periods).optional().catch(undefined),
    country: z.string().regex(/^[A-Z]{2}$/).optional().catch(undefined),
    city: z.string().regex(/^[a-z]{2}-[a-z0-9-]{1,60}$/).optional().catch(undefined),
    kind: z.enum(eventKinds).optional().catch(undefined),
    format: z.enum(["on_site", "online"]).optional().catch(undefined),
    language: z.enum(spokenLanguages).optional().catch(undefined),
    page: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
  })
  // A city of another country is left from the country chosen before.
  .transform((asked) => (asked.city && asked.country !== asked.city.slice(0, 2).toUpperCase() ? { ...asked, city: undefined } : asked));
export type AskedEvents = z.output<typeof eventFilters>;

/** What a list of people may be asked for in its address. */
export const attendeeFilters = z.object({
  q: z.string().trim().min(1).max(100).optional().catch(undefined),
  state: z.enum(["registered", "waiting"]).optional().catch(undefined),
  sort: z.enum(["name", "-name", "university", "-university", "since", "-since"]).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined),
});
export type AskedAttendees = z.output<typeof attendeeFilters>;

export const registering = z.object({ intent: z.enum(["register", "give-back"]) });

const text = (max: number) => z.string().trim().max(max, tooLong(max)).default("");
const texts = (max: number) => z.object({ kk: text(max), ru: text(max), en: text(max) }).prefault({}).transform(written);

/** Only the languages in which something was written: {"kk": "…"}. */
function written(map: Record<string, string>): Record<string, string> {
  return Object.fromEntries(locales.flatMap((locale) => (map[locale] ? [[locale, map[locale]]] : [])));
}

const day = z.string({ error: required }).regex(/^\d{4}-\d{2}-\d{2}$/, required);
const hour = z.string({ error: required }).regex(/^\d{2}:\d{2}$/, required);

export const eventForm = z
  .object({
    title: texts(160).refine((map) => Object.keys(map).length > 0, key("events", "form.titleMissing")),
    summary: texts(300),
    description: texts(5000),
    kind: z.enum(eventKinds, { error: choose }),
    spoken: z.array(z.enum(spokenLanguages)).default([]),
    format: z.enum(formats, { error: choose }),
    city: z.string().max(80).optional(),
    venue: text(200),
    address: text(300),
    isAddressInside: z.boolean().default(false),
    link: z.string().trim().max(500, tooLong(500)).regex(/^https:\/\/\S+$/, key("common", "error.url")).optional(),
    zone: z.string({ error: choose }).max(60),
    startsOn: day,
    startsTime: hour,
    endsOn: day,
    endsTime: hour,
    isLaterOfTwo: z.enum(["false", "true"]).optional(),
    closesOn: day.optional(),
    closesTime: hour.optional(),
    capacity: z.coerce
      .number({ error: key("common", "error.numberRange", { min: 1, max: "100 000" }) })
      .int(key("common", "error.numberRange", { min: 1, max: "100 000" }))
      .min(1, key("common", "error.numberRange", { min: 1, max: "100 000" }))
      .max(100_000, key("common", "error.numberRange", { min: 1, max: "100 000" }))
      .optional(),
    visibility: z.enum(visibilities, { error: choose }),
    version: z.coerce.number().int().optional(),
    id: z.uuid().optional(),
  })
  .refine(({ format, venue }) => format === "online" || venue !== "", { path: ["venue"], error: required })
  .refine(({ closesOn, closesTime }) => !closesTime || closesOn, { path: ["closesOn"], error: required });
export type EventForm = z.input<typeof eventForm>;
export type EventDraft = z.output<typeof eventForm>;

export const cancelling = z.object({ reason: z.string({ error: key("events", "refusal.reason-missing") }).trim().min(3, key("events", "refusal.reason-missing")).max(1000, tooLong(1000)) });
export type Cancelling = z.input<typeof cancelling>;

export const words = z.record(z.string(), z.string());
/** Moments come as ISO text and are used as milliseconds since 1970. */
export const moment = z.string().transform((iso) => Date.parse(iso));

/** What the database says of an event in a list. */
export const eventRow = z.object({
  id: z.string(),
  slug: z.string(),
  kind: z.enum(eventKinds),
  title: words,
  spoken: z.array(z.string()),
  zone: z.string(),
  /** What the zone's clocks say when the event begins, as "UTC−7": a browser may know other rules of the zone, and would write another hour. */
  clock: z.string(),
  startsAt: moment,
  endsAt: moment,
  registrationClosesAt: moment.nullable(),
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

/** SQL spells names with underlines; rows come as JSON, so they are renamed before they are read. */
export const renamed = <Shape extends z.ZodType>(shape: Shape) => z.preprocess((row) => (row && typeof row === "object" ? withClock(withoutUnderlines(row)) : row), shape);
const withoutUnderlines = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase()), value]));
const withClock = (row: Record<string, unknown>) =>
  typeof row.startsAt === "string" && typeof row.zone === "string" ? { ...row, clock: formatOffset(row.startsAt, row.zone) } : row;

const mine = renamed(z.object({ state: z.enum(["registered", "waiting"]), placeInLine: z.number().nullable() }));
/** Events of the member who asks, and where they stand with each. */
export const myEvents = z.object({ total: z.number(), rows: z.array(renamed(eventRow.extend({ mine }))) });
export type MyEvent = z.output<typeof myEvents>["rows"][number];

/** What the address of one's own events may ask. */
export const askedMyEvents = z.object({
  when: z.enum(["coming", "past"]).catch("coming"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
