import { createEvent, type DateTime } from "ics";

import type { Locale } from "~/core/i18n/config";
import { inLanguage, wordsIn } from "~/core/i18n/language-map";
import { manyLines, oneLine } from "~/core/text";

import type { EventPage } from "./queries.server";

/** A moment as the parts of its universal time. */
function parts(moment: number): DateTime {
  const date = new Date(moment);
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes()];
}

type Words = { online: string; chapter: string };

/**
 * The event as a calendar file: instants in universal time, which every calendar shows in its owner's own; the same UID for ever and the event's
 * version as SEQUENCE, so that a newer file moves the entry instead of doubling it. The link to join is for registered people and not in it.
 */
export function calendarFile(event: EventPage, { locale, url, words }: { locale: Locale; url: string; words: Words }): string {
  const place = [event.venue, event.address, wordsIn(event.city, locale)].filter(Boolean).join(", ");
  const text = inLanguage(event.summary, locale)?.text ?? inLanguage(event.description, locale)?.text;
  const { error, value } = createEvent({
    productId: "-//KazAlliance//events//EN",
    uid: `${event.id}@kazalliance`,
    sequence: event.version - 1,
    method: event.state === "cancelled" ? "CANCEL" : "PUBLISH",
    status: event.state === "cancelled" ? "CANCELLED" : "CONFIRMED",
    start: parts(event.startsAt),
    startInputType: "utc",
    startOutputType: "utc",
    end: parts(event.endsAt),
    endInputType: "utc",
    endOutputType: "utc",
    // A carriage return would begin a line of the file; the library lets one pass.
    title: oneLine(wordsIn(event.title, locale)),
    description: manyLines([text, words.chapter, url].filter(Boolean).join("\n\n")),
    location: oneLine(event.format === "online" ? words.online : place),
    url,
  });
  if (error || !value) throw error ?? new Error("The calendar file is empty.");
  return folded(value);
}

const longest = 75;

/** The library folds lines after so many letters; calendars count bytes, and a Kazakh letter has two. */
function folded(file: string): string {
  const lines = file.replace(/\r\n[ \t]/g, "").split("\r\n");
  return lines.map((line) => pieces(line).join("\r\n ")).join("\r\n");
}

function pieces(line: string): string[] {
  const cut: string[] = [];
  let piece = "";
  for (const letter of line) {
    // A folded line begins with a space, which counts.
    if (Buffer.byteLength(piece + letter) > longest - (cut.length > 0 ? 1 : 0)) {
      cut.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...cut, piece];
}
