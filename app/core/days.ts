/** Milliseconds. Days in this file are calendar dates, YYYY-MM-DD, without a time zone. */
const dayLong = 86_400_000;

/** The date `days` later: ("2026-12-28", 7) → "2027-01-04". */
export const addDays = (day: string, days: number): string => new Date(Date.parse(day) + days * dayLong).toISOString().slice(0, 10);

/** Days from `today` until a day, negative when it has passed. */
export const daysUntil = (day: string, today: string): number => (Date.parse(day) - Date.parse(today)) / dayLong;

/** 0 for Monday, the first day of the week, to 6. */
export const weekday = (day: string): number => (new Date(day).getUTCDay() + 6) % 7;
