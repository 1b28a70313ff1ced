/** Calendar days, written YYYY-MM-DD, on no particular clock. */
const dayLong = 86_400_000;

/** A day so many days later: ("2026-12-28", 7) → "2027-01-04". */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(day) + days * dayLong).toISOString().slice(0, 10);

/** Days from `today` until a day, negative when it has passed. */
export const daysUntil = (day: string, today: string): number => (Date.parse(day) - Date.parse(today)) / dayLong;

/** 0 on Mondays, with which weeks begin. */
export const weekday = (day: string): number => (new Date(day).getUTCDay() + 6) % 7;
