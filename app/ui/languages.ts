/** Names of languages in themselves: what is seen, and the rest that is read aloud with it. The same on every page, hence no translation. */
export const languages = {
  kk: { name: "Қазақша", short: "Қаз", rest: "ақша" },
  ru: { name: "Русский", short: "Рус", rest: "ский" },
  en: { name: "English", short: "Eng", rest: "lish" },
  tr: { name: "Türkçe", short: "Tür", rest: "kçe" },
  zh: { name: "中文", short: "中文", rest: "" },
  cs: { name: "Čeština", short: "Češ", rest: "tina" },
  de: { name: "Deutsch", short: "Deu", rest: "tsch" },
  ko: { name: "한국어", short: "한국어", rest: "" },
  pl: { name: "Polski", short: "Pol", rest: "ski" },
} as const;

/** The languages a page can be read in, the first one first. */
export const pageLanguages = ["kk", "ru", "en"] as const;

export type Language = keyof typeof languages;
export const isLanguage = (code: string): code is Language => code in languages;
