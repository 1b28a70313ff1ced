import { defaultLocale, isLocale, type Locale } from "./i18n/config";

/** The language for somebody who names none in the address: the best of `Accept-Language`, else Kazakh. */
export function chooseLocale(acceptLanguage: string | null): Locale {
  const preferred = (acceptLanguage ?? "")
    .split(",")
    .slice(0, 20)
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().split(";");
      const quality = Number(/^q=([\d.]+)$/.exec(parameters.join("").trim())?.[1] ?? 1);
      return { locale: tag.toLowerCase().split("-")[0], quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter((entry): entry is { locale: Locale; quality: number } => isLocale(entry.locale) && entry.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return preferred[0]?.locale ?? defaultLocale;
}
