import { defaultLocale, isLocale, locales, type Locale } from "./i18n/config";

/** The address of a page in a language: ("kk", "/events") → "/kk/events", ("kk", "/") → "/kk". */
export const localePath = (locale: Locale, path: string): string => `/${locale}${path === "/" ? "" : path}`;

/** "/kk/events?x=1" → { locale: "kk", path: "/events?x=1" }; without a language it is the default one's. */
export function splitLocale(pathname: string): { locale: Locale; path: string } {
  const [, first = "", rest = ""] = /^\/([^/?#]*)(.*)$/.exec(pathname) ?? [];
  if (!isLocale(first)) return { locale: defaultLocale, path: pathname };
  return { locale: first, path: rest.startsWith("/") ? rest : `/${rest}` };
}

/** The same page in every language. */
export function alternates(pathname: string): { locale: Locale; path: string }[] {
  const { path } = splitLocale(pathname);
  return locales.map((locale) => ({ locale, path: localePath(locale, path) }));
}
