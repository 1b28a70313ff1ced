/** Letters of a language beyond the marks that every page needs. */
const letters: Record<string, readonly string[]> = {
  kk: ["cyrillic", "kazakh"],
  ru: ["cyrillic"],
  en: ["latin"],
};

/** Addresses of the fonts the first screen of a page is written with: headings in Geologica, text in Onest. */
export function fontPreloads(locale: string): string[] {
  return ["geologica", "onest"].flatMap((family) =>
    ["marks", ...(letters[locale] ?? [])].map((part) => `/fonts/${family}-${part}.woff2`),
  );
}
