import type { i18n } from "i18next";
import { createContext, useContext } from "react";

import type { Locale, Namespace } from "./config";

export type I18nRuntime = {
  /** The i18next instance of a language; the same one on every call. */
  instance(locale: Locale): i18n;
  /** Changes when any word changes. */
  version: string;
  /** Loads a namespace into the instance of a language, once: later calls return the same promise. Rejects when it cannot be loaded. */
  load(locale: Locale, namespace: Namespace): Promise<void>;
};

/** The address of a namespace's words, which browsers cache for a year. */
export const wordsAddress = (locale: Locale, namespace: string, version: string): string => `/locales/${locale}/${namespace}.json?v=${version}`;

const Context = createContext<I18nRuntime | null>(null);
export const I18nRuntimeProvider = Context.Provider;

export function useI18nRuntime(): I18nRuntime {
  const runtime = useContext(Context);
  if (!runtime) throw new Error("I18nRuntimeProvider is missing above this component.");
  return runtime;
}
