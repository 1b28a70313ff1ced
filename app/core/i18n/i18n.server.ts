import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { i18n, TFunction } from "i18next";

import { locales, namespaces, type Locale, type Namespace } from "./config";
import type { I18nRuntime } from "./context";
import { createI18n } from "./create-i18n";

const isProduction = process.env.NODE_ENV === "production";
const folder = join(process.cwd(), isProduction ? "build/client/locales" : "public/locales");

type Words = Record<string, unknown>;
const read = (locale: Locale, namespace: string) => JSON.parse(readFileSync(join(folder, locale, `${namespace}.json`), "utf8")) as Words;

/** All words of a language; read once in production, on every use in development. */
const wordsByLocale = new Map<Locale, Record<string, Words>>();
function wordsOf(locale: Locale): Record<string, Words> {
  const known = isProduction ? wordsByLocale.get(locale) : undefined;
  if (known) return known;
  const words = Object.fromEntries(namespaces.map((namespace) => [namespace, read(locale, namespace)]));
  wordsByLocale.set(locale, words);
  return words;
}

const instances = new Map<Locale, i18n>();
function instanceOf(locale: Locale): i18n {
  const known = isProduction ? instances.get(locale) : undefined;
  if (known) return known;
  const instance = createI18n(locale, { [locale]: wordsOf(locale) } as Parameters<typeof createI18n>[1]);
  instances.set(locale, instance);
  return instance;
}

const wordsVersion = createHash("sha256").update(JSON.stringify(locales.map(wordsOf))).digest("hex").slice(0, 10);

/** Holds no state of a request: instances never change their language, so all requests share them. */
export const serverRuntime: I18nRuntime = {
  instance: instanceOf,
  version: wordsVersion,
  load: (locale, namespace) => Promise.reject(new Error(`There are no words ${locale}/${namespace}.`)),
};

/** Words for loaders, actions and letters. */
export const getFixedT = <Ns extends Namespace>(locale: Locale, namespace: Ns): TFunction<Ns> => instanceOf(locale).getFixedT(locale, namespace);
