import { setImmediate as yieldToEventLoop } from "node:timers/promises";

import { createEvents, type EventAttributes } from "ics";

/** The library accepts a DTSTAMP of ours, though its types do not say so. */
export type IcsEvent = EventAttributes & { timestamp: number };
/** The header of the file; `calName`: the name under which subscribers see it. */
type Head = { method: "PUBLISH" | "CANCEL"; calName?: string };

const productId = "-//KazAlliance//events//EN";
const end = "END:VCALENDAR\r\n";

function renderFile(entries: IcsEvent[], head: Partial<Head>): string {
  const { error, value } = createEvents(entries, { productId, ...head });
  if (error || !value) throw error ?? new Error("The calendar file is empty.");
  return value;
}

const mostEntries = 3000;
/** Cache of written entries, keyed by their content; the most recently used is last. */
const cache = new Map<string, string>();

/** The library takes milliseconds for one entry, so what it wrote is cached; it holds for as long as the entry's content is the same. */
async function linesOf(entry: IcsEvent): Promise<string> {
  const key = JSON.stringify(entry);
  const cached = cache.get(key);
  cache.delete(key);
  if (cached === undefined) await yieldToEventLoop();
  const lines = cached ?? renderEntry(entry);
  cache.set(key, lines);
  for (const oldest of cache.keys()) {
    if (cache.size <= mostEntries) break;
    cache.delete(oldest);
  }
  return lines;
}

function renderEntry(entry: IcsEvent): string {
  const [lines = ""] = /BEGIN:VEVENT.*END:VEVENT\r\n/s.exec(renderFile([entry], {})) ?? [];
  return folded(lines);
}

/** A calendar file (RFC 5545). Yields to the event loop before each entry that is not cached, so that a long calendar does not hold up other requests. */
export async function writeCalendar(entries: IcsEvent[], head: Head): Promise<string> {
  const lines: string[] = [];
  for (const entry of entries) lines.push(await linesOf(entry));
  // The library writes the refresh interval only in the older of its two notations.
  const frame = renderFile([], head).replace("X-PUBLISHED-TTL:PT1H", "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n$&");
  return [folded(frame.slice(0, -end.length)), ...lines, end].join("");
}

/** Bytes in a line. */
const longest = 75;

/** The library folds lines by the number of characters; calendars count bytes, and a Kazakh letter has two. */
function folded(file: string): string {
  const lines = file.replace(/\r\n[ \t]/g, "").split("\r\n");
  return lines.map((line) => piecesOf(line).join("\r\n ")).join("\r\n");
}

function piecesOf(line: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const letter of line) {
    // A folded line begins with a space, which counts.
    const room = pieces.length > 0 ? longest - 1 : longest;
    if (Buffer.byteLength(piece + letter) > room) {
      pieces.push(piece);
      piece = "";
    }
    piece += letter;
  }
  return [...pieces, piece];
}
