import { defaultLocale, isLocale, type Locale } from "./config";
import { useTranslation } from "./use-translation";

/** The language of the page. */
export function useLocale(): Locale {
  const { i18n } = useTranslation("common");
  return isLocale(i18n.language) ? i18n.language : defaultLocale;
}
