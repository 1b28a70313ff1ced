import { createInstance, type FormatterModule, type i18n, type Resource } from "i18next";

import type { Locale } from "./config";
import { formatNumber } from "./format";

/** One instance per language: an instance never changes its language, so server and browser say the same. */
export function createI18n(locale: Locale, resources: Resource): i18n {
  const instance = createInstance();
  instance.use(numbersOf(locale));
  void instance.init({
    lng: locale,
    // No second language to fall back to: a test holds that every language has every word.
    fallbackLng: false,
    supportedLngs: [locale],
    ns: [],
    defaultNS: "common",
    resources,
    initAsync: false,
    interpolation: { escapeValue: false, alwaysFormat: true },
  });
  return instance;
}

/** A count is written as the language writes numbers («30 000 мүше»); every other value stays the text it is given as. */
const numbersOf = (locale: Locale): FormatterModule => ({
  type: "formatter",
  init() {},
  add() {},
  addCached() {},
  format: (value: unknown, _format, _language, options) =>
    // Whatever else comes is put into the text as it is by i18next.
    (options?.interpolationkey === "count" && typeof value === "number" ? formatNumber(value, locale) : value) as string,
});
