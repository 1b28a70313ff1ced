import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { I18nRuntimeProvider } from "~/core/i18n/context";
import { createI18n } from "~/core/i18n/create";
import { TranslationProvider } from "~/core/i18n/use-translation";

import en from "../../../../public/locales/en/events.json";
import kk from "../../../../public/locales/kk/events.json";
import ru from "../../../../public/locales/ru/events.json";
import { HowManyCame } from "./how-many-came";

const known = { kk, ru, en };

function shown(locale: keyof typeof known, taken: number): string {
  const words = createI18n(locale, { [locale]: { common: {}, events: known[locale] } });
  const runtime = { instance: () => words, version: "", load: () => Promise.reject(new Error("There are no other words.")) };
  return renderToStaticMarkup(
    <I18nRuntimeProvider value={runtime}>
      <TranslationProvider value={words}>
        <HowManyCame taken={taken} />
      </TranslationProvider>
    </I18nRuntimeProvider>,
  );
}

test.each([["kk", "дөңгелектелген"], ["ru", "округлено"], ["en", "rounded"]] as const)("of an event that is over a number is said to be rounded, in %s", (locale, rounded) => {
  expect(shown(locale, 25)).toMatch(new RegExp(`${rounded}.*25`));
  expect(shown(locale, 0)).toBe("");
});
