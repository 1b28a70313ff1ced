import { createInstance, type FormatterModule, type i18n, type Resource } from "i18next";

import type { Locale } from "./config";
import { formatNumber } from "./format";

/** One instance per language: an instance never changes its language, so server and browser say the same. */
export function createI18n(locale: Locale, resources: Resource): i18n {
  const instance = createInstance();
  instance.use(numbersOf(locale));
  void instance.init({
    lng: locale,
    // No language to fall back to: a test makes sure that every language has every key.
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

/** A count is written as the language writes numbers («30 000 мүше»); every other value is inserted as it is. */
const numbersOf = (locale: Locale): FormatterModule => ({
  type: "formatter",
  init() {},
  add() {},
  addCached() {},
  format: (value: unknown, _format, _language, options) =>
    // Not always a string, but i18next inserts other values as they are.
    (options?.interpolationkey === "count" && typeof value === "number" ? formatNumber(value, locale) : value) as string,
});
