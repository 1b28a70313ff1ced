import type { City, Country, Reference, University } from "./reference";
import { fill, joinParagraphs, type Facts, type LanguageMap } from "./texts";

const atMost = 7;

/** Adds facts about the place itself, in sentences that need no inflection: a list or a name after a colon. */
export class FactWriter {
  constructor(
    private readonly facts: Facts,
    private readonly reference: Reference,
  ) {}

  country(country: Country, about: LanguageMap): LanguageMap {
    const { cities, emergency, embassy } = this.facts.country;
    const inCountry = this.reference.cities.filter((city) => city.country === country.iso2);
    const largest = [...inCountry].sort((a, b) => b.weight - a.weight).slice(0, atMost);
    const seat = inCountry.find(({ name }) => name.en === country.embassyCity);
    return joinParagraphs(
      about,
      fill(cities, (locale) => ({ list: largest.map(({ name }) => name[locale]).join(", ") })),
      ...(seat ? [fill(embassy, (locale) => ({ city: seat.name[locale] }))] : []),
      fill(emergency, () => ({ number: country.emergency })),
    );
  }

  city(city: City, about: LanguageMap): LanguageMap {
    const here = this.reference.universities.filter((university) => university.city === city.id);
    const largest = [...here].sort((a, b) => b.weight - a.weight).slice(0, atMost);
    const nameIn = (locale: string, university: University) => (locale === "en" || !isCyrillic(university.nameNative) ? university.name : university.nameNative);
    if (largest.length === 0) return about;
    const namesIn = (locale: string) => largest.map((university) => nameIn(locale, university)).join("; ");
    return joinParagraphs(about, fill(this.facts.city.universities, (locale) => ({ list: namesIn(locale) })));
  }

  university(university: University, city: City, about: LanguageMap): LanguageMap {
    const where = fill(this.facts.university.city, (locale) => ({ city: city.name[locale] }));
    const native = university.nameNative;
    const isReadable = /^[\p{Script=Latin}\p{Script=Cyrillic}\P{L}]+$/u.test(native);
    const isOtherName = lettersOf(native) !== lettersOf(university.name);
    if (!native || !isReadable || !isOtherName) return joinParagraphs(about, where);
    return joinParagraphs(about, where, fill(this.facts.university.native, () => ({ name: native })));
  }
}

const lettersOf = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
export const isCyrillic = (text: string) => /\p{Script=Cyrillic}/u.test(text);
