import { readFileSync } from "node:fs";

import { createInstance } from "i18next";

import { flatten, type Tree, type WordsOfLanguage } from "../../house/word-checks";

export const languages = ["kk", "ru", "en"] as const;
export type Language = (typeof languages)[number];
const namespaces = ["common", "account", "members", "chapters", "events", "insights", "map", "content", "messages"] as const;

const read = (language: Language, namespace: string) => JSON.parse(readFileSync(`public/locales/${language}/${namespace}.json`, "utf8")) as Tree;

/** "namespace:group.key" → text. */
export const wordsOf = (language: Language): WordsOfLanguage =>
  Object.assign({}, ...namespaces.map((namespace) => flatten(read(language, namespace), `${namespace}:`)));

/** Looks up a language's text by its key; throws if the key does not exist. */
export type Say = (key: string, named?: Record<string, string | number>) => string;

export function sayIn(language: Language): Say {
  const instance = createInstance();
  const resources = Object.fromEntries(namespaces.map((namespace) => [namespace, read(language, namespace)]));
  void instance.init({ lng: language, fallbackLng: false, ns: [...namespaces], defaultNS: "common", resources: { [language]: resources }, initAsync: false, interpolation: { escapeValue: false } });
  return (key, named = {}) => {
    if (!instance.exists(key, named)) throw new Error(`No words in ${language} for ${key}`);
    return instance.t(key as never, named) as string;
  };
}
