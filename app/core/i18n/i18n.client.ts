import type { BackendModule, i18n, ResourceKey } from "i18next";

import type { Locale } from "./config";
import { wordsAddress, type I18nRuntime } from "./context";
import { createI18n } from "./create";

async function fetchWords(address: string): Promise<ResourceKey> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for ${address}`);
  return (await answer.json()) as ResourceKey;
}

/** The words of the namespaces that the document names, and a way to fetch those of pages the reader goes on to. Rejects when the words cannot be had. */
export async function createClientRuntime(named: string[]): Promise<I18nRuntime> {
  const { lang, dataset } = document.documentElement;
  const language = lang as Locale;
  const version = dataset.wordsVersion ?? "";
  const words = Object.fromEntries(await Promise.all(named.map(async (name) => [name, await fetchWords(wordsAddress(language, name, version))] as const)));
  const backend: BackendModule = {
    type: "backend",
    init() {},
    read(locale, namespace, done) {
      fetchWords(wordsAddress(locale as Locale, namespace, version)).then((loaded) => done(null, loaded), (error: Error) => done(error, false));
    },
  };
  const made = new Map<Locale, i18n>();
  return {
    version,
    instance(locale) {
      const instance = made.get(locale) ?? createI18n(locale, { [language]: words }, backend);
      made.set(locale, instance);
      return instance;
    },
  };
}
