import type { i18n, ResourceKey } from "i18next";

import type { Locale, Namespace } from "./config";
import { wordsAddress, type I18nRuntime } from "./context";
import { createI18n } from "./create-i18n";

/** Milliseconds before a failed request for words is repeated, once. */
const pause = 600;

async function fetchOnce(address: string): Promise<ResourceKey> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return (await response.json()) as ResourceKey;
}

/** Tries twice, for a phone that goes through a tunnel. */
const fetchWords = (address: string): Promise<ResourceKey> =>
  fetchOnce(address).catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, pause));
    return fetchOnce(address);
  });

/** Loads the namespaces that the document names; those of other pages follow as the reader navigates. Rejects when the words cannot be loaded. */
export async function createClientRuntime(namespaces: string[]): Promise<I18nRuntime> {
  const { lang, dataset } = document.documentElement;
  // The server wrote it there.
  const language = lang as Locale;
  const version = dataset.wordsVersion ?? "";
  const fetched = namespaces.map(async (name) => [name, await fetchWords(wordsAddress(language, name, version))] as const);
  const words = Object.fromEntries(await Promise.all(fetched));
  const instances = new Map<Locale, i18n>();
  const loads = new Map<string, Promise<void>>();

  function instance(locale: Locale): i18n {
    const known = instances.get(locale) ?? createI18n(locale, { [language]: words });
    instances.set(locale, known);
    return known;
  }
  function load(locale: Locale, namespace: Namespace): Promise<void> {
    const address = wordsAddress(locale, namespace, version);
    const loading = loads.get(address) ?? fetchWords(address).then((loaded) => void instance(locale).addResourceBundle(locale, namespace, loaded));
    loads.set(address, loading);
    return loading;
  }
  return { version, instance, load };
}
