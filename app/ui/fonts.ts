import { fontFiles } from "./font-files";

/**
 * What the first screen of a page is written with: headings in Geologica, text in Onest. The marks are digits and punctuation: every page has them. Names
 * of universities and places stand in Latin letters in every language: a font that comes late would have the whole page laid out twice.
 */
const first: Record<string, readonly (keyof typeof fontFiles)[]> = {
  kk: ["geologica-marks", "onest-marks", "geologica-cyrillic", "onest-cyrillic", "geologica-kazakh", "onest-kazakh", "onest-latin"],
  ru: ["geologica-marks", "onest-marks", "geologica-cyrillic", "onest-cyrillic", "onest-latin"],
  en: ["geologica-marks", "onest-marks", "geologica-latin", "onest-latin"],
};

/** Addresses of the fonts to preload for a language. */
export const fontPreloads = (locale: string): string[] => (first[locale] ?? []).map((file) => fontFiles[file]);
