import type { MetaDescriptor } from "@remix-run/node";

import { defaultLocale, type Locale } from "./i18n/config";
import { alternates } from "./paths";

type Page = {
  locale: Locale;
  /** The site's own address, without a slash at the end. */
  site: string;
  /** The path with its language, without a query. */
  path: string;
  title: string;
  /** The name of the association in the page's language. */
  brand: string;
  description?: string;
  /** A page for everybody: found by search engines, with its other languages. */
  isPublic?: boolean;
};

const openGraphLocales: Record<Locale, string> = { kk: "kk_KZ", ru: "ru_RU", en: "en_GB" };

/** Title, description, canonical address, other languages, and the preview shown where the link is shared. */
export function pageMeta({ locale, site, path, title, brand, description, isPublic = true }: Page): MetaDescriptor[] {
  const named: MetaDescriptor[] = [{ title: title === brand ? brand : `${title} · ${brand}` }];
  if (!isPublic) return [...named, { name: "robots", content: "noindex" }];
  const url = site + path;
  const languages = alternates(path);
  return [
    ...named,
    ...(description ? [{ name: "description", content: description }] : []),
    { tagName: "link", rel: "canonical", href: url },
    ...languages.map((other) => ({ tagName: "link", rel: "alternate", hrefLang: other.locale, href: site + other.path })),
    { tagName: "link", rel: "alternate", hrefLang: "x-default", href: site + (languages.find((other) => other.locale === defaultLocale)?.path ?? path) },
    { property: "og:site_name", content: brand },
    { property: "og:type", content: "website" },
    { property: "og:title", content: title },
    ...(description ? [{ property: "og:description", content: description }] : []),
    { property: "og:url", content: url },
    { property: "og:locale", content: openGraphLocales[locale] },
    { property: "og:image", content: `${site}/og/${locale}.png` },
    { property: "og:image:width", content: "1200" },
    { property: "og:image:height", content: "630" },
    { name: "twitter:card", content: "summary_large_image" },
  ];
}
