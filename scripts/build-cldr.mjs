// Chromium has no Kazakh date formats: the few patterns that the site uses are copied from Node's full ICU (Unicode CLDR) to app/core/i18n/cldr/kk.json.
import { writeFileSync } from "node:fs";

const locale = "kk";
const styles = {
  full: { dateStyle: "full" },
  long: { dateStyle: "long" },
  numeric: { day: "2-digit", month: "2-digit", year: "numeric" },
  dayMonth: { day: "numeric", month: "long" },
  dayMonthShort: { day: "numeric", month: "short" },
  weekdayDayMonth: { weekday: "long", day: "numeric", month: "long" },
  monthYear: { month: "long", year: "numeric" },
  monthYearShort: { month: "short", year: "numeric" },
  month: { month: "long" },
  monthShort: { month: "short" },
  weekday: { weekday: "long" },
  weekdayShort: { weekday: "short" },
  day: { day: "numeric" },
};

const at = (month, day) => new Date(Date.UTC(2026, month, day, 15, 4));
const partsOf = (options, date) => new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).formatToParts(date);
const partOf = (options, date, type) => partsOf(options, date).find((part) => part.type === type)?.value;

const out = { styles: {} };
for (const [name, options] of Object.entries(styles)) {
  const parts = partsOf(options, at(10, 3));
  const style = { parts: parts.map((part) => (part.type === "literal" ? part.value : [part.type, part.type === "day" && part.value.length === 2 ? 2 : 1])) };
  if (parts.some((part) => part.type === "month" && !/^\d+$/.test(part.value))) {
    style.months = Array.from({ length: 12 }, (_, month) => partOf(options, at(month, 1), "month"));
  }
  if (parts.some((part) => part.type === "weekday")) {
    style.weekdays = Array.from({ length: 7 }, (_, day) => partOf(options, at(10, 22 + day), "weekday"));
  }
  out.styles[name] = style;
}
writeFileSync("app/core/i18n/cldr/kk.json", `${JSON.stringify(out, null, 1).replaceAll("\u202f", " ")}\n`);
