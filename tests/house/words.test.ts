import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, test } from "vitest";

import { locales, namespaces } from "~/core/i18n/config";

import {
  differentVariables,
  endingsBehindVariables,
  flatten,
  lostYo,
  missingKeys,
  mixedScripts,
  stopsBehindValues,
  wrongMarks,
  wrongPluralForms,
  type Tree,
  type Words,
} from "./word-checks";

const read = (locale: string, namespace: string) => JSON.parse(readFileSync(`public/locales/${locale}/${namespace}.json`, "utf8")) as Tree;
const words: Words = Object.fromEntries(
  locales.map((locale) => [locale, Object.assign({}, ...namespaces.map((namespace) => flatten(read(locale, namespace), `${namespace}:`)))]),
);

/** Each check, with words containing one fault that it must find. */
const checks: [title: string, check: (words: Words) => string[], broken: Words][] = [
  ["every language has every key", missingKeys, { kk: { a: "а", b: "б" }, ru: { a: "а" } }],
  ["Russian has four plural forms, Kazakh and English two", wrongPluralForms, { ru: { n_one: "{{count}} день", n_other: "{{count}} дня" } }],
  ["Kazakh has no few and many", wrongPluralForms, { kk: { n_one: "{{count}} күн", n_few: "{{count}} күн", n_other: "{{count}} күн" } }],
  ["every language names the same variables", differentVariables, { kk: { a: "{{date}}" }, ru: { a: "{{time}}" } }],
  ["so does every plural form", differentVariables, { en: { n_one: "one day", n_other: "{{count}} days" } }],
  ["no word is written in two scripts", mixedScripts, { kk: { a: "Cәлем" } }],
  ["no Latin letter stands alone for a Cyrillic one", mixedScripts, { ru: { a: "Встреча c друзьями" } }],
  ["no letter comes from another Cyrillic alphabet", mixedScripts, { kk: { a: "їшара" } }],
  ["quotes are typographic", wrongMarks, { kk: { a: 'Іс-шара "Наурыз"' } }],
  ["apostrophes too", wrongMarks, { en: { a: "freshers' welcome" } }],
  ["an ellipsis is one character", wrongMarks, { ru: { a: "Загрузка..." } }],
  ["no text is empty", wrongMarks, { en: { a: "" } }],
  ["no Kazakh ending hangs on a variable", endingsBehindVariables, { kk: { a: "{{city}}де" } }],
  ["nor does one behind a hyphen", endingsBehindVariables, { kk: { a: "{{count}}-нан" } }],
  ["nor a word that asks for a case", endingsBehindVariables, { kk: { a: "{{date}} дейін" } }],
  ["no Russian ending hangs on a variable", endingsBehindVariables, { ru: { a: "{{count}}-й" } }],
  ["no full stop follows a date", stopsBehindValues, { ru: { a: "Начало: {{date}}." } }],
  ["ё is written", lostYo, { ru: { a: "Ваша учеба" } }],
];

describe.each(checks)("%s", (_title, check, broken) => {
  test("in all our words", () => expect(check(words)).toEqual([]));
  test("and the check sees a fault", () => expect(check(broken)).toHaveLength(1));
});

test("what only looks like a fault is none", () => {
  const fine: Words = {
    kk: { "label.one_tier": "Бір деңгейлі", day_one: "{{count}} күн", day_other: "{{count}} күн", until: "{{date}} күніне дейін", csv: "CSV (UTF-8)" },
    ru: {
      "label.one_tier": "Одноуровневая",
      day_one: "{{count}} день",
      day_few: "{{count}} дня",
      day_many: "{{count}} дней",
      day_other: "{{count}} дня",
      until: "До {{date}}",
      csv: "CSV (UTF-8)",
    },
    en: { "label.one_tier": "One-tier", day_one: "{{count}} day", day_other: "{{count}} days", until: "Until {{date}}", csv: "CSV (UTF-8)" },
  };
  for (const [, check] of checks) expect(check(fine)).toEqual([]);
});

test("a namespace is `common` or a feature, and each has its file in every language", () => {
  const features = readdirSync("app/features", { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  expect([...namespaces].sort()).toEqual(["common", ...features].sort());
  for (const locale of locales) {
    expect(readdirSync(`public/locales/${locale}`).sort()).toEqual([...namespaces].sort().map((namespace) => `${namespace}.json`));
  }
  expect(readdirSync("public/locales").sort()).toEqual([...locales].sort());
});
