import type { BackendModule, i18n, Resource } from "i18next";

import type { Locale } from "./config";
import type { I18nRuntime } from "./context";
import { createI18n } from "./create";

type Carried = { version: string; words: Resource };

/** The words that came with the document, and a way to fetch those of pages the reader goes on to. */
export function createClientRuntime(): I18nRuntime {
  const text = document.getElementById("i18n-data")?.textContent ?? '{"version":"","words":{}}';
  const { version, words } = JSON.parse(text) as Carried;
  const backend: BackendModule = {
    type: "backend",
    init() {},
    read(locale, namespace, done) {
      fetch(`/locales/${locale}/${namespace}.json?v=${version}`)
        .then((answer) => (answer.ok ? (answer.json() as Promise<Resource>) : Promise.reject(new Error(`${answer.status} for ${namespace}`))))
        .then((loaded) => done(null, loaded), (error: Error) => done(error, false));
    },
  };
  const made = new Map<Locale, i18n>();
  return {
    instance(locale) {
      const instance = made.get(locale) ?? createI18n(locale, words, backend);
      made.set(locale, instance);
      return instance;
    },
    payload: () => text,
  };
}
