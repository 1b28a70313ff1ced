import type { DateTime } from "ics";

import type { Locale } from "~/core/i18n/config";
import { localize, localizedText } from "~/core/i18n/language-map";
import { cut, manyLines, oneLine } from "~/core/text";

import { writeCalendar, type IcsEvent } from "./ics-writer.server";
import type { EventPage } from "./queries.server";

/** A moment as the parts of its UTC date and time. */
function parts(moment: number): DateTime {
  const date = new Date(moment);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes()];
}

/** What a calendar is told of an event. */
type CalendarFacts = Pick<
  EventPage,
  "id" | "title" | "summary" | "format" | "venue" | "address" | "city" | "startsAt" | "endsAt" | "state" | "version" | "createdAt"
>;
type Words = { online: string; chapter: string };
/** An event with its URL in the language of the file, and the translated words of its entry. */
type Entry = { event: CalendarFacts; url: string; words: Words };

/** Characters. Nobody reads a longer text in a calendar; the URL leads to the rest. */
const longestText = 1000;

/**
 * Times are in UTC, which every calendar shows in its owner's zone. The UID never changes and SEQUENCE is the event's version, so that a newer entry replaces
 * the old one instead of doubling it. The entry is the same for as long as the event is, so that clients which have it need not download it again. The link
 * to join online is for registered people only, so it is left out.
 */
function entryOf({ event, url, words }: Entry, locale: Locale): IcsEvent {
  const place = [event.venue, event.address, localizedText(event.city, locale)].filter(Boolean).join(", ");
  const text = cut(localize(event.summary, locale)?.text ?? "", longestText);
  return {
    uid: `${event.id}@kazalliance`,
    sequence: event.version - 1,
    timestamp: event.createdAt,
    status: event.state === "cancelled" ? "CANCELLED" : "CONFIRMED",
    start: parts(event.startsAt),
    startInputType: "utc",
    startOutputType: "utc",
    end: parts(event.endsAt),
    endInputType: "utc",
    endOutputType: "utc",
    // A carriage return would begin a new line in the file, and the library does not escape it.
    title: oneLine(localizedText(event.title, locale)),
    description: manyLines([text, words.chapter, url].filter(Boolean).join("\n\n")),
    location: oneLine(event.format === "online" ? words.online : place),
    url,
  };
}

/** An event as a calendar file, to be downloaded once. */
export function calendarFile(event: EventPage, { locale, ...rest }: Omit<Entry, "event"> & { locale: Locale }): Promise<string> {
  const facts = { ...event, summary: event.summary ?? event.description };
  return writeCalendar([entryOf({ event: facts, ...rest }, locale)], { method: event.state === "cancelled" ? "CANCEL" : "PUBLISH" });
}

/** Events as a calendar for subscribers, under the given name. */
export const subscribedCalendar = (entries: Entry[], { name, locale }: { name: string; locale: Locale }): Promise<string> =>
  writeCalendar(entries.map((entry) => entryOf(entry, locale)), { method: "PUBLISH", calName: oneLine(name).replace(/[\\;,]/g, "\\$&") });
