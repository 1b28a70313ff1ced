import { expect, test } from "vitest";

import { localize, langAttribute, localizedText } from "./language-map";

const title = { ru: "Наурыз в Лондоне", kk: "Лондондағы Наурыз", en: "Nauryz in London" };

test("readers get their own language", () => {
  expect(localize(title, "en")).toEqual({ text: "Nauryz in London", lang: "en", isFallback: false });
});

test("who finds no text of their own gets Kazakh, else Russian, else English, and is told so", () => {
  expect(localize({ ru: title.ru, kk: title.kk }, "en")).toEqual({ text: title.kk, lang: "kk", isFallback: true });
  expect(localize({ en: title.en, ru: title.ru }, "kk")).toEqual({ text: title.ru, lang: "ru", isFallback: true });
  expect(localize({ de: "Nauryz in Berlin" }, "kk")).toEqual({ text: "Nauryz in Berlin", lang: "de", isFallback: true });
});

test("a blank text is none", () => {
  expect(localize({ kk: "  ", en: title.en }, "kk")?.lang).toBe("en");
  expect(localize({ kk: "" }, "kk")).toBeNull();
  expect(localize(null, "kk")).toBeNull();
  expect(localize("Наурыз", "kk")).toBeNull();
  expect(localizedText(undefined, "kk")).toBe("");
});

test("only a text in another language needs its own lang", () => {
  expect(langAttribute(localize({ kk: title.kk }, "kk"))).toBeUndefined();
  expect(langAttribute(localize({ kk: title.kk }, "en"))).toBe("kk");
  expect(langAttribute(null)).toBeUndefined();
});
