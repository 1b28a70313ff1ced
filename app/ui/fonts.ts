import { fontFiles } from "./font-files";

/**
 * What the first screen of a page is written with: headings in Geologica, text in Onest. Names of universities and places stand in Latin letters in every
 * language: a font that comes late would have the page laid out twice. Geologica's other weight is for figures, which not every page has.
 */
const first: Record<"cyrillic" | "latin", readonly (keyof typeof fontFiles)[]> = {
  cyrillic: ["geologica-cyrillic-600", "onest-cyrillic-400", "onest-cyrillic-500", "onest-cyrillic-600", "onest-latin-400"],
  latin: ["geologica-latin-600", "onest-latin-400", "onest-latin-500", "onest-latin-600"],
};

/** Addresses of the fonts to preload for a language. */
export const fontPreloads = (locale: string): string[] => first[locale === "en" ? "latin" : "cyrillic"].map((file) => fontFiles[file]);
