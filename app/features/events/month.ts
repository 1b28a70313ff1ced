import { addDays, weekday } from "~/core/days";

/** The month of a calendar day: "2026-11-28" → "2026-11". */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The month so many months later, or earlier: ("2026-12", 1) → "2027-01". */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7);
}

export const firstDayOf = (month: string): string => `${month}-01`;
export const lastDayOf = (month: string): string => addDays(firstDayOf(monthAfter(month, 1)), -1);

/** The weeks of a month as a calendar draws them: seven days each, Monday first, null where a day belongs to another month. */
export function weeksOf(month: string): (string | null)[][] {
  const days = Number(lastDayOf(month).slice(-2));
  const before = weekday(firstDayOf(month));
  return Array.from({ length: Math.ceil((before + days) / 7) }, (_week, week) =>
    Array.from({ length: 7 }, (_day, place) => {
      const number = week * 7 + place - before + 1;
      return number < 1 || number > days ? null : `${month}-${String(number).padStart(2, "0")}`;
    }),
  );
}

export type Bounds = { first: string; last: string };
const monthsAhead = 11;

/** The months one can navigate to: from the first with an event to the last, and in any case this month and the eleven after it. */
export function boundsOf({ first, last }: { first: string | null; last: string | null }, thisMonth: string): Bounds {
  const yearAhead = monthAfter(thisMonth, monthsAhead);
  return {
    first: first !== null && first < thisMonth ? first : thisMonth,
    last: last !== null && last > yearAhead ? last : yearAhead,
  };
}

export const isWithin = (month: string, { first, last }: Bounds): boolean => first <= month && month <= last;
