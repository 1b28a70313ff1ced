import type { i18n, TFunction } from "i18next";
import { createContext, useContext } from "react";

import type { Locale, Namespace } from "./config";
import { useI18nRuntime, type I18nRuntime } from "./context";

type Words<Name extends Namespace> = { t: TFunction<Name>; i18n: i18n };

const Context = createContext<i18n | null>(null);
/** Gives the components below it the instance of the page's language. */
export const TranslationProvider = Context.Provider;

/** Results by instance and namespace: they stay valid, since instances never change their language. */
const results = new WeakMap<i18n, Map<Namespace, unknown>>();

/**
 * The words of a namespace in the page's language. During a navigation to a page whose words are not loaded yet it suspends until they are, and React keeps
 * the old page. Throws when they cannot be loaded.
 */
export function useTranslation<Name extends Namespace>(name: Name): Words<Name> {
  const instance = useContext(Context);
  const runtime = useI18nRuntime();
  if (!instance) throw new Error("TranslationProvider is missing above this component.");
  const known = results.get(instance) ?? new Map<Namespace, unknown>();
  results.set(instance, known);
  const result = known.get(name) ?? translationOf(runtime, instance, name);
  known.set(name, result);
  // It was stored under this name, which the map's type cannot express.
  return result as Words<Name>;
}

/** The errors of failed loads, to be thrown when React renders again. */
const failures = new WeakMap<Promise<void>, Error>();

function translationOf({ load }: I18nRuntime, instance: i18n, name: Namespace): { t: Translate; i18n: i18n } {
  // Instances are only created for our own languages.
  const locale = instance.language as Locale;
  if (!instance.hasResourceBundle(locale, name)) {
    const loading = load(locale, name);
    const failure = failures.get(loading);
    if (failure) throw failure;
    loading.catch((error: Error) => failures.set(loading, error));
    throw loading;
  }
  // The keys are typed by the hook.
  return { t: cached(instance.getFixedT(null, name) as Translate), i18n: instance };
}

type Translate = (key: string, options?: object) => string;

/** Caches sentences without values: they never change, and i18next is slow to find them. */
function cached(translate: Translate): Translate {
  const sentences = new Map<string, string>();
  return (key, options) => {
    if (options !== undefined) return translate(key, options);
    const sentence = sentences.get(key) ?? translate(key);
    sentences.set(key, sentence);
    return sentence;
  };
}
