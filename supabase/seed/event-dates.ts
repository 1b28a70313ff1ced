import type { Random } from "./random";
import type { EventText } from "./texts";

const day = 86_400_000;
const hour = 3_600_000;
/** How busy the months are, January first: few events in summer and around exams, most at Nauryz and when the academic year begins. */
const busy = [0.6, 0.9, 1.5, 1.2, 1.1, 0.7, 0.35, 0.5, 1.5, 1.4, 1.3, 1];
const calmest = 1.5;

/** How far a time zone is ahead of UTC at a given time (ms). Minutes. */
function offsetOf(zone: string, moment: number): number {
  const parts = Object.fromEntries(clockOf(zone).formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const wall = Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day ?? 1, parts.hour ?? 0, parts.minute ?? 0);
  return Math.round((wall - Math.floor(moment / 60_000) * 60_000) / 60_000);
}

const clocks = new Map<string, Intl.DateTimeFormat>();
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    hourCycle: "h23",
  });
  clocks.set(zone, formatter);
  return formatter;
}

/** A random day (midnight UTC, ms) between two times, more often in a busy month. */
export function pickDay(random: Random, from: number, to: number, lean: number): number {
  for (;;) {
    const date = from + random.unit() ** lean * (to - from);
    if (random.unit() * calmest < (busy[new Date(date).getUTCMonth()] ?? 1)) return Math.floor(date / day) * day;
  }
}

/** Days between a date and the nearest occurrence of MM-DD. */
function daysFrom(near: string, date: number): number {
  const year = new Date(date).getUTCFullYear();
  const distances = [year - 1, year, year + 1].map((each) => Math.abs(Date.parse(`${each}-${near}T00:00:00Z`) - date) / day);
  return Math.min(...distances);
}

/** The relative likelihood of such an event on that day: zero out of season; around its holiday an event outweighs all others. */
export function likelihood({ near, within = 3, months }: EventText, date: number): number {
  if (near) return daysFrom(near, date) <= within ? 10 : 0;
  if (months) return months.includes(new Date(date).getUTCMonth() + 1) ? 1.5 : 0;
  return 1;
}

/** Moves the date to the nearest suitable weekday: later for future events, earlier for past ones. */
export function onWeekday({ weekdays }: EventText, date: number, direction: 1 | -1): number {
  if (!weekdays) return date;
  let moved = date;
  while (!weekdays.includes(new Date(moved).getUTCDay() || 7)) moved += direction * day;
  return moved;
}

type Times = { startsLocal: string; endsLocal: string; startsAt: number; endsAt: number };

/** Local times in the zone and the corresponding instants; all hours are far from the nights in which clocks change. */
export function timesOf(text: EventText, date: number, zone: string, isHalfPast: boolean): Times {
  const startsWall = date + text.hour * hour + (isHalfPast ? hour / 2 : 0);
  const endsWall = startsWall + text.hours * hour;
  const instant = (wall: number) => wall - offsetOf(zone, wall) * 60_000;
  const written = (wall: number) => new Date(wall).toISOString().slice(0, 19);
  return { startsLocal: written(startsWall), endsLocal: written(endsWall), startsAt: instant(startsWall), endsAt: instant(endsWall) };
}
