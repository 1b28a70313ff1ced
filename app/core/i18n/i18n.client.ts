import type { i18n, ResourceKey } from "i18next";

import type { Locale, Namespace } from "./config";
import { wordsAddress, type I18nRuntime } from "./context";
import { createI18n } from "./create-i18n";

/** Milliseconds before a failed request for words is repeated, once. */
const pause = 600;

async function fetchOnce(address: string): Promise<ResourceKey> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return (await answer.json()) as ResourceKey;
}

/** Tries twice, for a phone that goes through a tunnel. */
const fetchWords = (address: string): Promise<ResourceKey> =>
  fetchOnce(address).catch(async () => {
    await new Promise((done) => setTimeout(done, pause));
    return fetchOnce(address);
  });

/** Loads the namespaces that the document names; those of other pages follow as the reader navigates. Rejects when the words cannot be loaded. */
export async function createClientRuntime(named: string[]): Promise<I18nRuntime> {
  const { lang, dataset } = document.documentElement;
  // The server wrote it there.
  const language = lang as Locale;
  const version = dataset.wordsVersion ?? "";
  const words = Object.fromEntries(await Promise.all(named.map(async (name) => [name, await fetchWords(wordsAddress(language, name, version))] as const)));
  const made = new Map<Locale, i18n>();
  const onTheWay = new Map<string, Promise<void>>();

  function instance(locale: Locale): i18n {
    const known = made.get(locale) ?? createI18n(locale, { [language]: words });
    made.set(locale, known);
    return known;
  }
  function load(locale: Locale, namespace: Namespace): Promise<void> {
    const address = wordsAddress(locale, namespace, version);
    const loading = onTheWay.get(address) ?? fetchWords(address).then((come) => void instance(locale).addResourceBundle(locale, namespace, come));
    onTheWay.set(address, loading);
    return loading;
  }
  return { version, instance, load };
}
