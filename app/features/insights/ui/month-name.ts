import type { Locale } from "~/core/i18n/config";
import { formatDate } from "~/core/i18n/format";

/** "2026-11" → «2026 ж. қараша», or «қар. 2026» where room is short. */
export const monthName = (month: string, locale: Locale, style: "monthYear" | "monthYearShort" = "monthYear"): string =>
  formatDate(`${month}-15T12:00Z`, locale, style, "UTC");
