import kazakh from "./cldr/kk.json";
import type { Locale } from "./config";

/** The ways a date is written; see `scripts/build-cldr.mjs` for the Kazakh ones. */
type DateStyle = keyof typeof kazakh.styles;
type Pattern = { parts: (string | [string, number])[]; months?: (string | null)[]; weekdays?: (string | null)[] };

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
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

const tags: Record<Locale, string> = { kk: "kk", ru: "ru", en: "en-GB" };
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = tag + JSON.stringify(options);
  const known = formatters.get(name) ?? new Intl.DateTimeFormat(tag, options);
  formatters.set(name, known);
  return known;
}

type Moment = Date | string | number;
const toDate = (moment: Moment) => (moment instanceof Date ? moment : new Date(moment));
// Node and Chromium disagree about the narrow no-break space: the ordinary one is used everywhere. It also keeps "24 November" and «2026 ж.» on one line.
const withEvenSpaces = (text: string) => text.replaceAll("\u202f", "\u00a0").replace(/(\d) (?=\p{L})/gu, "$1\u00a0");

/**
 * A moment and its zone as Intl takes them. Governments change time zone rules, and browsers learn of it earlier or later than the server:
 * a plain offset such as "UTC−7" is the same on both sides.
 */
function onClock(moment: Moment, zone: string): [date: Date, timeZone: string] {
  const date = toDate(moment);
  const [, sign, hours, minutes = "0"] = /^UTC([+−])(\d+)(?::(\d+))?$/.exec(zone) ?? [];
  if (!sign) return [date, zone];
  const ahead = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return [new Date(date.getTime() + (sign === "+" ? ahead : -ahead)), "UTC"];
}

/** The date at that moment in `zone` (IANA, or "UTC+5"), in the reader's language. Chromium has no Kazakh dates: the site brings its own table. */
export function formatDate(moment: Moment, locale: Locale, style: DateStyle, zone: string): string {
  const [date, timeZone] = onClock(moment, zone);
  if (locale === "kk") return withEvenSpaces(inKazakh(date, style, timeZone));
  return withEvenSpaces(formatter(tags[locale], { ...styles[style], timeZone }).format(date));
}

const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
type WallClock = Partial<Record<string, string>>;

/** What Intl would return for UTC, without Intl: most dates are formatted in UTC, and a list needs a hundred of them. */
const universalClock = (date: Date): WallClock => ({
  year: String(date.getUTCFullYear()),
  month: String(date.getUTCMonth() + 1),
  day: String(date.getUTCDate()),
  weekday: weekdays[date.getUTCDay()],
  hour: String(date.getUTCHours()).padStart(2, "0"),
  minute: String(date.getUTCMinutes()).padStart(2, "0"),
});

function wallClock(date: Date, timeZone: string): WallClock {
  if (timeZone === "UTC") return universalClock(date);
  const style = { timeZone, year: "numeric", month: "numeric", day: "numeric", weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return Object.fromEntries(formatter("en-US", style).formatToParts(date).map((part) => [part.type, part.value]));
}

function inKazakh(date: Date, style: DateStyle, timeZone: string): string {
  const clock = wallClock(date, timeZone);
  const pattern = kazakh.styles[style] as Pattern;
  const valueOf = ([type, digits]: [string, number]) => {
    if (type === "month") return pattern.months?.[Number(clock.month) - 1] ?? (clock.month ?? "").padStart(2, "0");
    if (type === "weekday") return pattern.weekdays?.[weekdays.indexOf(clock.weekday ?? "")] ?? "";
    return (clock[type] ?? "").padStart(digits, "0");
  };
  return pattern.parts.map((part) => (typeof part === "string" ? part : valueOf(part))).join("");
}

/** "18:30", in the wall time of `timeZone`; 24 hours in every language. */
export function formatTime(moment: Moment, timeZone: string): string {
  const { hour, minute } = wallClock(...onClock(moment, timeZone));
  return `${hour}:${minute}`;
}

/** "18:30–21:00". `endZone`: the zone at the end, where clocks are moved in between. */
export const formatTimes = (from: Moment, to: Moment, timeZone: string, endZone = timeZone): string => `${formatTime(from, timeZone)}–${formatTime(to, endZone)}`;

/** "2026 ж. 24 қараша, сейсенбі, 18:30". */
export const formatDateTime = (moment: Moment, locale: Locale, style: DateStyle, timeZone: string): string =>
  `${formatDate(moment, locale, style, timeZone)}, ${formatTime(moment, timeZone)}`;

/** From when to when: one day with its hours, or both days with theirs. */
export function formatSpan(from: Moment, to: Moment, locale: Locale, timeZone: string, endZone = timeZone): string {
  const isOneDay = dayOf(from, timeZone) === dayOf(to, endZone);
  if (isOneDay) return `${formatDate(from, locale, "full", timeZone)}, ${formatTimes(from, to, timeZone, endZone)}`;
  return `${formatDateTime(from, locale, "long", timeZone)} – ${formatDateTime(to, locale, "long", endZone)}`;
}

/** The calendar day in `timeZone` as YYYY-MM-DD. */
export function dayOf(moment: Moment, zone: string): string {
  const [date, timeZone] = onClock(moment, zone);
  return formatter("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format(date);
}

/** "UTC+5", "UTC−3:30", "UTC+0" as it is in that zone at that moment. */
export function formatOffset(moment: Moment, timeZone: string): string {
  const date = toDate(moment);
  const { year, month, day, hour, minute } = wallClock(...onClock(date, timeZone));
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute));
  const offset = Math.round((wall - Math.floor(date.getTime() / 60_000) * 60_000) / 60_000);
  const sign = offset < 0 ? "−" : "+";
  const hours = Math.floor(Math.abs(offset) / 60);
  const minutes = Math.abs(offset) % 60;
  return `UTC${sign}${hours}${minutes ? `:${String(minutes).padStart(2, "0")}` : ""}`;
}

// Kazakh writes numbers as Russian does: «1 234 567,5».
const numberTag = (locale: Locale) => (locale === "kk" ? "ru" : tags[locale]);
const numberFormatters = new Map<string, Intl.NumberFormat>();

// Cached: creating one costs as much as formatting forty numbers, and a page of figures formats hundreds.
function numberFormatter(tag: string, options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = options ? tag + JSON.stringify(options) : tag;
  const known = numberFormatters.get(name) ?? new Intl.NumberFormat(tag, { signDisplay: "negative", ...options });
  numberFormatters.set(name, known);
  return known;
}

/** Groups of three: "1 234 567", "1,234,567". By hand: on a phone the first formatter created costs more than everything else on a page. */
const grouped = (whole: number, locale: Locale): string => String(whole).replace(/\B(?=(\d{3})+$)/g, locale === "en" ? "," : "\u00a0");

export function formatNumber(value: number, locale: Locale, options?: Intl.NumberFormatOptions): string {
  if (!options && Number.isSafeInteger(value)) return (value < 0 ? "−" : "") + grouped(Math.abs(value), locale);
  return withEvenSpaces(numberFormatter(numberTag(locale), options).format(value).replace("-", "−"));
}

/** "+21", "−4", "0". */
export const formatSigned = (value: number, locale: Locale): string => (value > 0 ? "+" : "") + formatNumber(value, locale);

/** `share` is a part of one: 0.232 is "23,2 %" in the language's own way. */
export const formatPercent = (share: number, locale: Locale): string =>
  formatNumber(share, locale, { style: "percent", minimumFractionDigits: 0, maximumFractionDigits: 1 });

/** For columns: always one decimal, so that the commas of "33,0 %" and "31,2 %" line up. */
export const formatPercentInColumn = (share: number, locale: Locale): string =>
  formatNumber(share, locale, { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** For headings and heads of columns: "қараша" → "Қараша". */
export const withCapital = (text: string, locale: Locale): string => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

/** The name of a language inside a sentence: «Орысша» → «орысша». In English it has a capital everywhere. */
export const insideSentence = (name: string, locale: Locale): string =>
  locale === "en" ? name : name.charAt(0).toLocaleLowerCase(locale) + name.slice(1);

/** Names of the twelve months, alone («Қараша», «Ноябрь») as in a select. */
export const monthNames = (locale: Locale): string[] =>
  Array.from({ length: 12 }, (_month, index) => withCapital(formatDate(Date.UTC(2026, index, 15), locale, "month", "UTC"), locale));

/** "а, б және в", "а, б и в", "a, b and c". Chromium joins Kazakh lists in English. */
export function formatList(items: readonly string[], locale: Locale): string {
  if (locale !== "kk") return new Intl.ListFormat(tags[locale]).format(items);
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} және ${items.at(-1)}`;
}
