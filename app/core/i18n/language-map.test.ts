import { expect, test } from "vitest";

import { inLanguage, langOf, wordsIn } from "./language-map";

const title = { ru: "Наурыз в Лондоне", kk: "Лондондағы Наурыз", en: "Nauryz in London" };

test("readers get their own language", () => {
  expect(inLanguage(title, "en")).toEqual({ text: "Nauryz in London", lang: "en", isFallback: false });
});

test("who finds no text of their own gets Kazakh, else Russian, else English, and is told so", () => {
  expect(inLanguage({ ru: title.ru, kk: title.kk }, "en")).toEqual({ text: title.kk, lang: "kk", isFallback: true });
  expect(inLanguage({ en: title.en, ru: title.ru }, "kk")).toEqual({ text: title.ru, lang: "ru", isFallback: true });
  expect(inLanguage({ de: "Nauryz in Berlin" }, "kk")).toEqual({ text: "Nauryz in Berlin", lang: "de", isFallback: true });
});

test("a blank text is none", () => {
  expect(inLanguage({ kk: "  ", en: title.en }, "kk")?.lang).toBe("en");
  expect(inLanguage({ kk: "" }, "kk")).toBeNull();
  expect(inLanguage(null, "kk")).toBeNull();
  expect(inLanguage("Наурыз", "kk")).toBeNull();
  expect(wordsIn(undefined, "kk")).toBe("");
});

test("only a text in another language needs its own lang", () => {
  expect(langOf(inLanguage({ kk: title.kk }, "kk"))).toBeUndefined();
  expect(langOf(inLanguage({ kk: title.kk }, "en"))).toBe("kk");
  expect(langOf(null)).toBeUndefined();
});
