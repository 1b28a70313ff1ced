import type { Locale } from "~/core/i18n/config";
import { getFixedT } from "~/core/i18n/i18n.server";

import { fourWords } from "./rules";

/** `kazakh` is the word itself, in every language; `other` explains it in a second language, for a friend beside the reader. */
export type FourWord = { kazakh: string; latin: string; text: string; other: { lang: Locale; text: string } };

/** The four words as the home page shows them: in Kazakh and Latin letters, explained in the page's language and in a second one. */
export function fourWordsIn(locale: Locale): FourWord[] {
  const second: Locale = locale === "en" ? "kk" : "en";
  const t = getFixedT(locale, "content");
  const other = getFixedT(second, "content");
  const kazakh = getFixedT("kk", "content");
  const latin = getFixedT("en", "content");
  return fourWords.map((word) => ({
    kazakh: kazakh(`home.word.${word}.name`),
    latin: latin(`home.word.${word}.name`),
    text: t(`home.word.${word}.text`),
    other: { lang: second, text: other(`home.word.${word}.text`) },
  }));
}
