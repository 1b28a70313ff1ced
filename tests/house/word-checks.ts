/** Checks of the site's words. Each takes the words as an argument and returns complaints, so that a test can also check that it finds a fault. */

export type Tree = { [name: string]: string | Tree };
export type WordsOfLanguage = Record<string, string>;
/** Language → "namespace:group.key" → text. */
export type Words = Record<string, WordsOfLanguage>;

const endings = /_(zero|one|two|few|many|other)$/;
const variable = /\{\{\s*([^},\s]+)[^}]*\}\}/g;

export const flatten = (tree: Tree, prefix: string): WordsOfLanguage =>
  Object.fromEntries(
    Object.entries(tree).flatMap(([name, value]) =>
      typeof value === "string" ? [[prefix + name, value]] : Object.entries(flatten(value, `${prefix}${name}.`)),
    ),
  );

/** "plural.member_few" → "plural.member", if some language has both `_one` and `_other`; codes such as "one_tier" are left as they are. */
function plurals(words: Words): Set<string> {
  const keys = Object.values(words).flatMap((texts) => Object.keys(texts).filter((key) => key.endsWith("_other") && key.replace(/_other$/, "_one") in texts));
  return new Set(keys.map((key) => key.replace(/_other$/, "")));
}

const baseOf = (key: string, counted: Set<string>) => (counted.has(key.replace(endings, "")) ? key.replace(endings, "") : key);
const variablesOf = (text: string) => [...text.matchAll(variable)].map((match) => match[1]).sort().join(" ");
const isCyrillic = (language: string) => language === "kk" || language === "ru";

const each = (words: Words, complain: (text: string, language: string) => string | null): string[] =>
  Object.entries(words).flatMap(([language, texts]) =>
    Object.entries(texts).flatMap(([key, text]) => {
      const complaint = complain(text, language);
      return complaint ? [`${language} ${key}: ${complaint}`] : [];
    }),
  );

export function missingKeys(words: Words): string[] {
  const counted = plurals(words);
  const known = Object.entries(words).map(([language, texts]) => [language, new Set(Object.keys(texts).map((key) => baseOf(key, counted)))] as const);
  const all = new Set(known.flatMap(([, keys]) => [...keys]));
  return known.flatMap(([language, keys]) => [...all].filter((key) => !keys.has(key)).map((key) => `${language} ${key}: missing`));
}

export function wrongPluralForms(words: Words): string[] {
  return Object.entries(words).flatMap(([language, texts]) => {
    const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted().join(" ");
    return [...plurals(words)].flatMap((base) => {
      const forms = Object.keys(texts).filter((key) => key !== base && key.replace(endings, "") === base);
      const has = forms.map((key) => endings.exec(key)?.[1] ?? "").toSorted().join(" ");
      return has === wanted ? [] : [`${language} ${base}: has “${has}”, needs “${wanted}”`];
    });
  });
}

export function differentVariables(words: Words): string[] {
  const counted = plurals(words);
  const first = new Map<string, string>();
  return Object.entries(words).flatMap(([language, texts]) =>
    Object.entries(texts).flatMap(([key, text]) => {
      const base = baseOf(key, counted);
      const wanted = first.get(base) ?? variablesOf(text);
      first.set(base, wanted);
      return variablesOf(text) === wanted ? [] : [`${language} ${key}: has “${variablesOf(text)}”, elsewhere “${wanted}”`];
    }),
  );
}

const running = (text: string) => text.replaceAll(variable, "{}");
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
/** Latin letters that look like Cyrillic ones: between Kazakh or Russian words a single one is a typing error («c друзьями»). */
const lookalike = /(?<![\p{L}\p{N}])[aceopxyiABCEHKMOPTXYI](?![\p{L}\p{N}])/u;
const alphabet = /^[аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя]*$/iu;

export const mixedScripts = (words: Words): string[] =>
  each(words, (text, language) => {
    const found = running(text).match(/\p{L}+/gu) ?? [];
    const mixed = found.find((word) => scripts.filter((script) => script.test(word)).length > 1);
    if (mixed) return `“${mixed}” is written in two scripts`;
    if (!isCyrillic(language)) return null;
    if (lookalike.test(running(text))) return "a lone Latin letter that looks like a Cyrillic one";
    const foreign = found.find((word) => /\p{Script=Cyrillic}/u.test(word) && !alphabet.test(word));
    return foreign ? `“${foreign}” has a letter that Kazakh and Russian lack` : null;
  });

export const wrongMarks = (words: Words): string[] =>
  each(words, (text) => {
    if (text.trim() !== text || text === "") return "empty, or a space at its edge";
    if (/["'`]/.test(running(text))) return "typewriter quotes: «…» and “…” in kk and ru, “…” and ’ in en";
    return text.includes("...") ? "three dots: … is one character" : null;
  });

/** Kazakh and Russian inflect words: no ending may be attached to a value that is only known at run time. */
const hanging: Record<string, RegExp> = {
  kk: /\}\}(-?\p{L}| (дейін|бастап|кейін|бұрын|мен|бен|пен|да|де|та|те|ма|ме|ба|бе|па|пе)(?!\p{L}))/u,
  ru: /\}\}-?\p{L}/u,
};

export const endingsBehindVariables = (words: Words): string[] =>
  each(words, (text, language) => (hanging[language]?.test(text) ? "an ending, or a word that asks for a case, behind a variable" : null));

/** These values may end in a full stop of their own, or be copied by readers. */
export const stopsBehindValues = (words: Words): string[] =>
  each(words, (text) => (/\{\{(date|reason|reference|url)\}\}\./.test(text) ? "a full stop behind a date, a reason, a reference or an address" : null));

/** Frequent Russian words that look wrong, or at least careless, without ё. */
const withoutYo = /(?<!\p{L})(еще|ее|мое|твое|свое|учеб\p{L}*|прием\p{L}*|темн\p{L}*|отчет\p{L}*|расчет\p{L}*|зачет\p{L}*|придет|пойдет|начнет|истек|надежн\p{L}*)(?!\p{L})/iu;

export const lostYo = (words: Words): string[] =>
  each(words, (text, language) => {
    const word = language === "ru" ? withoutYo.exec(text)?.[1] : undefined;
    return word ? `“${word}” is written without ё` : null;
  });
