import { describe, expect, test } from "vitest";

import { makeChapters } from "../../supabase/seed/chapters";
import { readReference } from "../../supabase/seed/reference";
import { locales, readChapterTexts, readEventTexts, readFacts, readMessages, readVenues, type LanguageMap } from "../../supabase/seed/texts";
import { lostYo, missingKeys, mixedScripts, wrongMarks, type Words } from "./word-checks";

const projectDir = process.cwd();
const chapters = readChapterTexts(projectDir);
const events = readEventTexts(projectDir);
const venues = readVenues(projectDir);
const levels = ["country", "city", "university"] as const;

/** All texts of the demo, in the form that the checks of the site's own words expect: language → key → text. */
function words(): Words {
  const texts: [key: string, map: LanguageMap][] = [
    ...[...levels, "interest" as const].flatMap((level) =>
      chapters[level].flatMap((text, n): [string, LanguageMap][] => [[`${level} ${n} summary`, text.summary], [`${level} ${n} about`, text.about]]),
    ),
    ...chapters.interest.map(({ name }, n): [string, LanguageMap] => [`interest ${n} name`, name]),
    ...Object.values(readFacts(projectDir)).flatMap((facts) => Object.entries(facts)),
    ...events.flatMap(({ title, summary, description }, n): [string, LanguageMap][] => [[`event ${n} title`, title], [`event ${n} summary`, summary], [`event ${n} description`, description]]),
  ];
  return Object.fromEntries(locales.map((locale) => [locale, Object.fromEntries(texts.flatMap(([key, map]) => (map[locale] === undefined ? [] : [[key, map[locale]]])))]));
}

const sentences = (text: string) => text.split(/[.!?…:](?:\s|$)/u).filter((part) => part.trim() !== "").length;
const repeated = (texts: string[]) => texts.filter((text, n) => texts.indexOf(text) !== n);
const american = /\b(\w*(organiz|recogniz|realiz|apologiz)\w*|color\w*|favorite|center|program|neighbor\w*|practicing)\b/i;

describe("the texts of the demo", () => {
  test("are written in Kazakh, Russian and English, each of them", () => expect(missingKeys(words())).toEqual([]));
  test("mix no scripts within a word", () => expect(mixedScripts(words())).toEqual([]));
  test("use typographic marks", () => expect(wrongMarks(words())).toEqual([]));
  // «Учебный» and «учебник» are correct with е.
  test("write ё", () => expect(lostYo(words()).filter((complaint) => !/учебн/iu.test(complaint))).toEqual([]));
  test("are British in English", () => expect(Object.values(words().en ?? {}).filter((text) => american.test(text))).toEqual([]));
  test("repeat nothing", () => {
    for (const locale of locales) {
      expect(repeated(Object.entries(words()[locale] ?? {}).filter(([key]) => / (summary|description|about)$/.test(key)).map(([, text]) => text))).toEqual([]);
      expect(repeated(events.map(({ title }) => title[locale] ?? ""))).toEqual([]);
    }
  });
  test("hang no ending on a blank", () => {
    const facts = Object.values(readFacts(projectDir)).flatMap((kind) => Object.values(kind).flatMap((map) => Object.values(map)));
    expect(facts.filter((text) => !/: \{(list|number|city|name)\}\.$/.test(text))).toEqual([]);
  });
  test("are many enough that a reader does not meet the same one at every step", () => {
    expect(events.length).toBeGreaterThanOrEqual(60);
    for (const level of levels) expect(chapters[level].length).toBeGreaterThanOrEqual(25);
    expect(new Set(events.map(({ kind }) => kind)).size).toBe(14);
    expect(repeated(readMessages(projectDir))).toEqual([]);
  });
  test("tell of each event in two to five sentences or so", () => {
    const wrong = events.flatMap(({ title, description }) => Object.values(description).filter((text) => sentences(text) < 2 || sentences(text) > 8).map((text) => `${title.en}: ${text}`));
    expect(wrong).toEqual([]);
  });
  test("leave every chapter with an event it can hold in any month, at a place that has a name", () => {
    for (const level of levels) expect(events.filter(({ levels: held, months, near }) => held.includes(level) && !months && !near).length).toBeGreaterThan(4);
    expect(events.filter(({ format, place }) => format !== "online" && !venues[place]?.en?.length)).toEqual([]);
  });
});

describe("chapters of the demo", () => {
  const made = makeChapters(readReference(projectDir), chapters, readFacts(projectDir));
  test("say something of their own: no country speaks like another", () => {
    const countries = made.filter(({ kind }) => kind === "country").map(({ row }) => JSON.stringify(row.summary));
    expect(new Set(countries).size).toBe(27);
    expect(repeated(made.map(({ row }) => JSON.stringify(row.about)))).toEqual([]);
  });
  test("leave no blank unfilled", () => expect(made.filter(({ row }) => /[{}]/.test(Object.values(row.about as LanguageMap).join("")))).toEqual([]));
});
