import type { i18n, TFunction } from "i18next";
import { createContext, useContext } from "react";

import type { Locale, Namespace } from "./config";
import { useI18nRuntime, type I18nRuntime } from "./context";

type Words<Name extends Namespace> = { t: TFunction<Name>; i18n: i18n };

const Context = createContext<i18n | null>(null);
/** Gives the components below it the instance of the page's language. */
export const TranslationProvider = Context.Provider;

/** One answer for each instance and namespace: instances never change their language, so that a component asks for nothing twice. */
const answers = new WeakMap<i18n, Map<Namespace, unknown>>();

/**
 * Words of a namespace in the page's language. On the way to a page whose words are not there yet it suspends until they are: React keeps the page that is
 * left. Throws when they cannot be had.
 */
export function useTranslation<Name extends Namespace>(name: Name): Words<Name> {
  const instance = useContext(Context);
  const runtime = useI18nRuntime();
  if (!instance) throw new Error("TranslationProvider is missing above this component.");
  const known = answers.get(instance) ?? new Map<Namespace, unknown>();
  answers.set(instance, known);
  const answer = known.get(name) ?? answerOf(runtime, instance, name);
  known.set(name, answer);
  // Kept under the name that was asked for: no type says so.
  return answer as Words<Name>;
}

/** Why words that were waited for did not come. */
const failures = new WeakMap<Promise<void>, Error>();

function answerOf({ load }: I18nRuntime, instance: i18n, name: Namespace): { t: Say; i18n: i18n } {
  // Instances are made of languages of ours alone.
  const locale = instance.language as Locale;
  if (!instance.hasResourceBundle(locale, name)) {
    const loading = load(locale, name);
    const failure = failures.get(loading);
    if (failure) throw failure;
    loading.catch((error: Error) => failures.set(loading, error));
    throw loading;
  }
  // Which keys there are, the type of the hook says.
  return { t: remembering(instance.getFixedT(null, name) as Say), i18n: instance };
}

type Say = (key: string, options?: object) => string;

/** A sentence without values is always the same one, and i18next takes its time to find it. */
function remembering(say: Say): Say {
  const said = new Map<string, string>();
  return (key, options) => {
    if (options !== undefined) return say(key, options);
    const known = said.get(key) ?? say(key);
    said.set(key, known);
    return known;
  };
}
