import type { i18n, TFunction } from "i18next";
import { createContext, useContext } from "react";

import type { Locale, Namespace } from "./config";
import { useI18nRuntime, type I18nRuntime } from "./context";

type Wanted = Namespace | readonly Namespace[];
type Words<Names extends Wanted> = { t: TFunction<Names>; i18n: i18n };

const Context = createContext<i18n | null>(null);
/** Gives the components below it the instance of the page's language. */
export const TranslationProvider = Context.Provider;

/** One answer for each instance and its namespaces: instances never change their language, so that a component asks for nothing twice. */
const answers = new WeakMap<i18n, Map<string, unknown>>();

/**
 * Words of one or several namespaces in the page's language; those of the first need no prefix. On the way to a page whose words are not there yet it
 * suspends until they are: React keeps the page that is left. Throws when they cannot be had.
 */
export function useTranslation<const Names extends Wanted = "common">(names?: Names): Words<Names> {
  const instance = useContext(Context);
  const runtime = useI18nRuntime();
  if (!instance) throw new Error("TranslationProvider is missing above this component.");
  const asked: Wanted = names ?? "common";
  const wanted = [asked].flat();
  const name = wanted.join();
  const known = answers.get(instance) ?? new Map<string, unknown>();
  answers.set(instance, known);
  const answer = known.get(name) ?? answerOf(runtime, instance, wanted);
  known.set(name, answer);
  // Kept under the names that were asked for: no type says so.
  return answer as Words<Names>;
}

/** Why words that were waited for did not come. */
const failures = new WeakMap<Promise<void>, Error>();

function answerOf({ load }: I18nRuntime, instance: i18n, names: Namespace[]): { t: Say; i18n: i18n } {
  // Instances are made of languages of ours alone.
  const locale = instance.language as Locale;
  const missing = names.filter((name) => !instance.hasResourceBundle(locale, name)).map((name) => load(locale, name));
  for (const loading of missing) {
    const failure = failures.get(loading);
    if (failure) throw failure;
    loading.catch((error: Error) => failures.set(loading, error));
  }
  if (missing[0]) throw missing[0];
  // Which keys there are, the type of the hook says.
  return { t: remembering(instance.getFixedT(null, names) as Say), i18n: instance };
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
