import type { i18n } from "i18next";
import { createContext, useContext } from "react";

import type { Locale } from "./config";

export type I18nRuntime = {
  /** The i18next instance of a language; the same one on every call. */
  instance(locale: Locale): i18n;
  /** The words a document carries with it, as JSON that is safe inside a script element. */
  payload(locale: Locale, namespaces: readonly string[]): string;
};

const Context = createContext<I18nRuntime | null>(null);
export const I18nRuntimeProvider = Context.Provider;

export function useI18nRuntime(): I18nRuntime {
  const runtime = useContext(Context);
  if (!runtime) throw new Error("I18nRuntimeProvider is missing above this component.");
  return runtime;
}
