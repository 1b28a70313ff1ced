import type { Locale } from "~/core/i18n/config";

import { fontFiles } from "./font-files";

type Part = "marks" | "cyrillic" | "kazakh" | "latin";

/** What the first screen of a page is written with. The marks are digits and punctuation: every page has them. */
const parts: Record<Locale, readonly Part[]> = {
  kk: ["marks", "cyrillic", "kazakh"],
  ru: ["marks", "cyrillic"],
  en: ["marks", "latin"],
};

/** Addresses of the fonts to preload for a language: headings in Geologica, text in Onest. */
export const fontPreloads = (locale: Locale): string[] =>
  parts[locale].flatMap((part) => [fontFiles[`geologica-${part}`], fontFiles[`onest-${part}`]]);
