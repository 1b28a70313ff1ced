import type { Locale } from "~/core/i18n/config";
import { formatDate } from "~/core/i18n/format";

/** A week that begins with a Monday. */
const week = Array.from({ length: 7 }, (_day, index) => `2024-01-0${index + 1}`);

/** The column heads of a calendar, from Monday on. */
export const weekdays = (locale: Locale) =>
  week.map((day) => ({ short: formatDate(day, locale, "weekdayShort", "UTC"), full: formatDate(day, locale, "weekday", "UTC") }));
