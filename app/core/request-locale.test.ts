import { expect, test } from "vitest";

import { chooseLocale } from "./request-locale";

test.each([
  ["ru-RU,ru;q=0.9,en;q=0.8", null, "ru"],
  ["en;q=0.5, kk;q=0.9", null, "kk"],
  ["de, fr;q=0.9", null, "kk"],
  ["kk;q=0, en", null, "en"],
  [null, null, "kk"],
  ["en", "ru", "ru"],
  ["en", "xx", "en"],
])("Accept-Language %j with the cookie %j gives %s", (header, cookie, locale) => {
  expect(chooseLocale(header, cookie)).toBe(locale);
});
