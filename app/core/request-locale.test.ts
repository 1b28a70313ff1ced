import { expect, test } from "vitest";

import { chooseLocale } from "./request-locale";

test.each([
  ["ru-RU,ru;q=0.9,en;q=0.8", "ru"],
  ["en;q=0.5, kk;q=0.9", "kk"],
  ["de, fr;q=0.9", "kk"],
  ["kk;q=0, en", "en"],
  [null, "kk"],
])("Accept-Language %j gives %s", (header, locale) => {
  expect(chooseLocale(header)).toBe(locale);
});
