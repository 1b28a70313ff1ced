import { readFileSync } from "node:fs";
import { join } from "node:path";

export type LanguageMap = Record<string, string>;
export type ChapterKind = "country" | "city" | "university" | "interest";
/** `size`: only for chapters with few members, or with many. */
export type ChapterText = { summary: LanguageMap; about: LanguageMap; size?: "small" | "large" };
export type ChapterTexts = Record<"country" | "city" | "university", ChapterText[]> & { interest: (ChapterText & { name: LanguageMap })[] };

/** Sentences about a place. `{list}`, `{city}`, `{number}` and `{name}` come after a colon, so that no language has to inflect them. */
export type Facts = {
  country: Record<"cities" | "emergency" | "embassy", LanguageMap>;
  city: Record<"universities", LanguageMap>;
  university: Record<"city" | "native", LanguageMap>;
};

export type EventText = {
  kind: string;
  /** Months in which such an event takes place (1–12); any if absent. */
  months?: number[];
  /** A day of the year (MM-DD) and how many days before or after it the event may be held. */
  near?: string;
  within?: number;
  /** Days of the week, 1 is Monday; any if absent. */
  weekdays?: number[];
  /** Hour at which it starts in the event's time zone, and how many hours it lasts. */
  hour: number;
  hours: number;
  format: "on_site" | "online" | "hybrid";
  /** The kind of room it needs; the names are in venues.json. */
  place: string;
  /** Chapters that hold such events. */
  levels: ChapterKind[];
  /** Range of the number of places; unlimited if absent. */
  capacity?: [number, number];
  title: LanguageMap;
  summary: LanguageMap;
  description: LanguageMap;
};
/** Kind of room → language → names. */
export type Venues = Record<string, Record<string, string[]>>;

const read = <T>(projectDir: string, file: string) => JSON.parse(readFileSync(join(projectDir, "supabase/seed/texts", file), "utf8")) as T;

/** The texts of the demo's chapters and events, written by people in three languages. */
export const readChapterTexts = (projectDir: string): ChapterTexts => read(projectDir, "chapters.json");
export const readFacts = (projectDir: string): Facts => read(projectDir, "facts.json");
export const readEventTexts = (projectDir: string): EventText[] => read(projectDir, "events.json");
export const readVenues = (projectDir: string): Venues => read(projectDir, "venues.json");
export const readMessages = (projectDir: string): string[] => read(projectDir, "messages.json");

export const locales = ["kk", "ru", "en"] as const;
export type Locale = (typeof locales)[number];
const fillIn = (sentence: string, values: Record<string, string>) =>
  Object.entries(values).reduce((filled, [name, value]) => filled.replace(`{${name}}`, value), sentence);
/** The same sentence in every language, with its placeholders filled in for each language. */
export const fill = (text: LanguageMap, values: (locale: Locale) => Record<string, string>): LanguageMap =>
  Object.fromEntries(locales.map((locale) => [locale, fillIn(text[locale] ?? "", values(locale))]));
/** Joins paragraphs with a blank line, in every language. */
export const joinParagraphs = (...parts: LanguageMap[]): LanguageMap =>
  Object.fromEntries(locales.map((locale) => [locale, parts.map((part) => part[locale] ?? "").join("\n\n")]));
