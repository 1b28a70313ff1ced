import { daysUntil, weekday } from "~/core/days";
import { dayOf, formatTime } from "~/core/i18n/format";

/** Codes of `supabase/schemas/60_events.sql`, in the order in which they are offered. */
export const eventKinds = [
  "meetup", "career", "sports", "kvn", "nauryz", "national_day", "welcome", "volunteering", "exhibition", "forum", "webinar", "kurultai",
  "general_meeting", "awards",
] as const;
export const formats = ["on_site", "online", "hybrid"] as const;
export const visibilities = ["everyone", "members", "chapter"] as const;
export const eventStates = ["draft", "published", "cancelled"] as const;
/** Languages an event may be held in: ours, then those of the host countries. */
export const spokenLanguages = ["kk", "ru", "en", "tr", "zh", "cs", "de", "ko", "pl"] as const;
export const periods = ["coming", "week", "month", "past"] as const;

/** Page sizes: events in a list, people in a list of attendees. */
export const eventsPerPage = 20;
export const attendeesPerPage = 50;
/** What somebody may hold at an event: a place, or a place in line. */
export const registrationStates = ["registered", "waiting"] as const;
/** The three lists of a leader's desk. */
export const deskViews = ["coming", "drafts", "past"] as const;

type EventState = (typeof eventStates)[number];
export type DeskView = (typeof deskViews)[number];

/** Moments are milliseconds since 1970. `capacity` null: no limit. */
export type EventFacts = {
  state: EventState;
  startsAt: number;
  endsAt: number;
  registrationClosesAt: number | null;
  capacity: number | null;
  taken: number;
  waiting: number;
};
export type MyRegistration = { state: (typeof registrationStates)[number]; placeInLine: number | null };

export const closesAt = ({ registrationClosesAt, startsAt }: Pick<EventFacts, "registrationClosesAt" | "startsAt">): number => registrationClosesAt ?? startsAt;

/** Whether somebody may register, or stand in line, at that moment. */
export const isOpen = (event: EventFacts, now: number): boolean => event.state === "published" && now < closesAt(event);

/** Free places; null where there is no limit. They go to the waiting line at once: if somebody still waits beside a free place, they are suspended. */
export const seatsLeft = ({ capacity, taken }: Pick<EventFacts, "capacity" | "taken">): number | null =>
  capacity === null ? null : Math.max(0, capacity - taken);

/** Few enough to say so: up to 15 % of the places, but at least three and at most twenty. */
export const isAlmostFull = (left: number, capacity: number): boolean => left <= Math.min(20, Math.max(3, Math.ceil(capacity * 0.15)));

/** What a list says of the places of an event. */
export type Seats =
  | { kind: "cancelled" | "past" | "running" | "closed" | "free" }
  | { kind: "full"; waiting: number }
  | { kind: "some" | "few"; left: number };

export function seatsOf(event: EventFacts, now: number): Seats {
  if (event.state === "cancelled") return { kind: "cancelled" };
  if (now >= event.endsAt) return { kind: "past" };
  if (now >= event.startsAt) return { kind: "running" };
  if (!isOpen(event, now)) return { kind: "closed" };
  const left = seatsLeft(event);
  if (left === null || event.capacity === null) return { kind: "free" };
  if (left === 0) return { kind: "full", waiting: event.waiting };
  return { kind: isAlmostFull(left, event.capacity) ? "few" : "some", left };
}

/** Where somebody stands with an event; each is a state of the registration box. */
type BoxState = "draft" | "cancelled" | "past" | "registered" | "waiting" | "running" | "closed" | "full" | "open";

export function boxStateOf(event: EventFacts, mine: MyRegistration | null, now: number): BoxState {
  if (event.state !== "published") return event.state;
  if (now >= event.endsAt) return "past";
  // Somebody who is registered needs the way in until the end.
  if (mine?.state === "registered") return "registered";
  if (now >= event.startsAt) return "running";
  if (mine?.state === "waiting") return "waiting";
  if (!isOpen(event, now)) return "closed";
  return seatsLeft(event) === 0 ? "full" : "open";
}

/** A place can be given back until the start. */
export const canCancelRegistration = (event: EventFacts, mine: MyRegistration | null, now: number): boolean =>
  mine !== null && event.state === "published" && now < event.startsAt;

/** The heading under which a list shows an event: "today", "week" or its month as YYYY-MM, by the calendar of its own zone. */
export function groupOf({ startsAt, zone }: { startsAt: number; zone: string }, now: number): string {
  const day = dayOf(startsAt, zone);
  const today = dayOf(now, zone);
  const ahead = daysUntil(day, today);
  if (ahead <= 0) return "today";
  return ahead <= 6 - weekday(today) ? "week" : day.slice(0, 7);
}

/** Today, then the week, then the months, which as text sort by time. */
const sortKeys: Record<string, string> = { today: "0", week: "1" };
const sortKey = (group: string) => sortKeys[group] ?? group;

/** The nearest first. By start alone, an event that is today where it is past midnight already may come after one that is tomorrow elsewhere. */
export const byNearness = (a: string, b: string): number => (sortKey(a) < sortKey(b) ? -1 : 1);

const minute = 60_000;
const hour = 60 * minute;

/** When the next day begins in a zone. */
export function nextMidnight(now: number, zone: string): number {
  const [hours = 0, minutes = 0] = formatTime(now, zone).split(":").map(Number);
  const guess = now - (now % minute) + ((24 - hours) * 60 - minutes) * minute;
  // A day on which the clocks change is an hour shorter or longer.
  if (dayOf(guess - hour, zone) !== dayOf(now, zone)) return guess - hour;
  return dayOf(guess, zone) === dayOf(now, zone) ? guess + hour : guess;
}

/** When the next day may begin somewhere in the world: offsets from UTC are all multiples of a quarter of an hour. */
export const nextDaySomewhere = (now: number): number => now - (now % (15 * minute)) + 15 * minute;

/** When a page that shows these events next changes by itself: one begins, ends, closes its registration, or becomes today's. Null when it shows none. */
export function changesAt(events: readonly (EventFacts & { zone: string })[], now: number): number | null {
  const zones = [...new Set(events.map(({ zone }) => zone))];
  const moments = [...events.flatMap((event) => [event.startsAt, event.endsAt, closesAt(event)]), ...zones.map((zone) => nextMidnight(now, zone))];
  const ahead = moments.filter((moment) => moment > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

type Texts = Record<string, string>;
type TextStatus = "reviewed" | "machine" | "outdated";

/** The status of each language's text after a change: one written now is reviewed; one left as it was while another was rewritten is outdated. */
export function textStatusAfter(before: Texts, after: Texts, status: Record<string, string>): Record<string, TextStatus> {
  const languages = Object.keys(after);
  const rewritten = (language: string) => before[language] !== undefined && before[language] !== after[language];
  const isOneRewritten = languages.some(rewritten);
  return Object.fromEntries(
    languages.map((language) => {
      if (before[language] !== after[language]) return [language, "reviewed"];
      if (isOneRewritten) return [language, "outdated"];
      const known = status[language];
      return [language, known === "machine" || known === "outdated" ? known : "reviewed"];
    }),
  );
}

/** Whether its leaders may still change an event: one that is over or cancelled stays as people knew it. */
export const isEditable = (event: Pick<EventFacts, "state" | "endsAt">, now: number): boolean =>
  event.state === "draft" || (event.state === "published" && now < event.endsAt);
