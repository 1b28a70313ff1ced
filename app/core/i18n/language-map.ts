import { locales, type Locale } from "./config";

/** A text that people wrote in one or more languages: {"kk": "…", "en": "…"}. */
export type LanguageMap = Record<string, string>;
/** What is shown: the text, the language it is in, and whether that is another than the reader's. */
export type Localized = { text: string; lang: string; isFallback: boolean };

/** The text in the reader's language, else in the first of ours that it has, else in any. Null for an absent or empty map. */
export function localize(map: unknown, locale: Locale): Localized | null {
  if (!map || typeof map !== "object") return null;
  const texts = map as LanguageMap;
  const lang = [locale, ...locales, ...Object.keys(texts)].find((candidate) => texts[candidate]?.trim());
  const text = lang && texts[lang];
  return lang && text ? { text, lang, isFallback: lang !== locale } : null;
}

/** The same where only the words are wanted: names in lists and titles. Empty when there are none. */
export const localizedText = (map: unknown, locale: Locale): string => localize(map, locale)?.text ?? "";

/** The `lang` attribute of a shown text: absent when it is the page's own, or when there is none. */
export const langAttribute = (shown: Localized | null): string | undefined => (shown?.isFallback ? shown.lang : undefined);
