import { defaultLocale, locales } from "~/core/i18n/config";
import { localePath } from "~/core/paths";

/** Paths in one file. Each stands there once for every language, and a file may hold 50,000 addresses in 50 MB (sitemaps.org). */
export const pathsPerFile = 10_000;

const opening = `<?xml version="1.0" encoding="UTF-8"?>`;
const xmlns = "http://www.sitemaps.org/schemas/sitemap/0.9";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** Every path in every language, with its other languages. `site`: our own address; `paths` are without the language. */
export function sitemapFile(site: string, paths: readonly string[]): string {
  const urls = paths.flatMap((path) => {
    const address = (locale: (typeof locales)[number]) => escaped(site + localePath(locale, path));
    const link = (language: string, href: string) => `<xhtml:link rel="alternate" hreflang="${language}" href="${href}"/>`;
    const others = [...locales.map((locale) => link(locale, address(locale))), link("x-default", address(defaultLocale))].join("");
    return locales.map((locale) => `<url><loc>${address(locale)}</loc>${others}</url>`);
  });
  return `${opening}\n<urlset xmlns="${xmlns}" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("\n")}\n</urlset>\n`;
}

/** The index of the files when one is not enough. */
export function sitemapIndex(site: string, files: number): string {
  const entries = Array.from({ length: files }, (_file, index) => `<sitemap><loc>${escaped(`${site}/sitemap.xml?page=${index + 1}`)}</loc></sitemap>`);
  return `${opening}\n<sitemapindex xmlns="${xmlns}">\n${entries.join("\n")}\n</sitemapindex>\n`;
}
