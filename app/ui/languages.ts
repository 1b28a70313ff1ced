/**
 * Each language's name in that language, so that readers find their own; for badges also the visible part of the name, in letters that our fonts have,
 * and the rest, which is only read aloud. In sentences and lists languages are named in the reader's language: `common:language.…`.
 */
export const languages = {
  kk: { name: "Қазақша", short: "Қаз", rest: "ақша" },
  ru: { name: "Русский", short: "Рус", rest: "ский" },
  en: { name: "English", short: "Eng", rest: "lish" },
  tr: { name: "Türkçe", short: "Tür", rest: "kçe" },
  zh: { name: "中文", short: "Zho", rest: "ngwen" },
  cs: { name: "Čeština", short: "Češ", rest: "tina" },
  de: { name: "Deutsch", short: "Deu", rest: "tsch" },
  ko: { name: "한국어", short: "Kor", rest: "ean" },
  pl: { name: "Polski", short: "Pol", rest: "ski" },
} as const;

export type Language = keyof typeof languages;
export const isLanguage = (code: string): code is Language => code in languages;
