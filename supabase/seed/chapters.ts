import { FactWriter, isCyrillic } from "./chapter-facts";
import type { Row } from "./copy-into";
import { Deck, Random } from "./random";
import type { City, Country, Reference, University } from "./reference";
import type { ChapterKind, ChapterText, ChapterTexts, Facts, LanguageMap } from "./texts";

export type Chapter = {
  id: string;
  slug: string;
  kind: ChapterKind;
  country: Country;
  city: City | null;
  university: University | null;
  parent: Chapter | null;
  zone: string;
  joinMode: "open" | "request" | "invitation";
  state: "active" | "paused";
  row: Row;
};
type Place = Pick<Chapter, "slug" | "kind" | "country" | "city" | "university" | "parent" | "zone">;
type Written = { name: LanguageMap; summary: LanguageMap; about: LanguageMap };

const universityChapters = 120;
const few = 60;
const many = 300;

export const slugOf = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f’'“”«»]/g, "")
    .replace(/ı/g, "i")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 70)
    .replace(/-+$/, "");

/** About three hundred chapters in three levels: every country, every city, the largest universities, and groups by interest. */
export function makeChapters(reference: Reference, texts: ChapterTexts, facts: Facts): Chapter[] {
  const maker = new ChapterMaker(reference, texts, facts);
  for (const country of reference.countries) maker.country(country);
  maker.universities();
  maker.groups();
  return maker.chapters;
}

class ChapterMaker {
  readonly chapters: Chapter[] = [];
  private readonly random = new Random("chapters");
  private readonly slugs = new Set<string>();
  private readonly byCity = new Map<string, Chapter>();
  private readonly decks: Record<"country" | "city" | "university", Deck<ChapterText>>;
  private readonly factWriter: FactWriter;

  constructor(
    private readonly reference: Reference,
    private readonly texts: ChapterTexts,
    facts: Facts,
  ) {
    const deck = (kind: "country" | "city" | "university") => new Deck(texts[kind], new Random(`texts of ${kind}`));
    this.decks = { country: deck("country"), city: deck("city"), university: deck("university") };
    this.factWriter = new FactWriter(facts, reference);
  }

  country(country: Country): void {
    const cities = this.reference.cities.filter((city) => city.country === country.iso2);
    const slug = this.freeSlug(slugOf(country.name.en), country.iso2.toLowerCase());
    const { summary, about } = this.text("country", country.weight);
    const place: Place = { slug, kind: "country", country, city: null, university: null, parent: null, zone: cities[0]?.zone ?? "UTC" };
    const top = this.add(place, { name: country.name, summary, about: this.factWriter.country(country, about) });
    for (const city of cities) this.city(city, top);
  }

  private city(city: City, parent: Chapter): void {
    const name = slugOf(city.name.en);
    const slug = this.freeSlug(name, name === parent.slug ? "city" : city.country.toLowerCase());
    const { summary, about } = this.text("city", city.weight);
    const place: Place = { slug, kind: "city", country: parent.country, city, university: null, parent, zone: city.zone };
    this.byCity.set(city.id, this.add(place, { name: city.name, summary, about: this.factWriter.city(city, about) }));
  }

  universities(): void {
    const { universities } = this.reference;
    const largest = [...universities].sort((a, b) => b.weight - a.weight || a.id.localeCompare(b.id)).slice(0, universityChapters);
    // Always included, whatever its size: the demo's Aigerim studies there.
    const kings = universities.filter(({ name }) => name.replace("'", "’") === "King’s College London");
    for (const university of new Set([...largest, ...kings])) {
      const parent = this.byCity.get(university.city);
      if (!parent?.city) continue;
      const name: LanguageMap = isCyrillic(university.nameNative) ? { ru: university.nameNative, en: university.name } : { en: university.name };
      const { summary, about } = this.text("university", university.weight);
      const slug = this.freeSlug(slugOf(university.name), parent.slug);
      const place: Place = { slug, kind: "university", country: parent.country, city: parent.city, university, parent, zone: parent.zone };
      this.add(place, { name, summary, about: this.factWriter.university(university, parent.city, about) });
    }
  }

  /** Interest groups each belong to a large city, and accept people from everywhere. */
  groups(): void {
    const homes = [...this.byCity.values()].sort((a, b) => (b.city?.weight ?? 0) - (a.city?.weight ?? 0));
    for (const [index, { name, summary, about }] of this.texts.interest.entries()) {
      const parent = homes[index * 2];
      if (!parent) continue;
      const slug = this.freeSlug(slugOf(name.en ?? "group"), parent.slug);
      this.add({ slug, kind: "interest", country: parent.country, city: parent.city, university: null, parent, zone: parent.zone }, { name, summary, about });
    }
  }

  private add(place: Place, { name, summary, about }: Written): Chapter {
    const { random } = this;
    const joinMode = chooseJoinMode(place.kind, place.slug, random);
    const state = place.kind === "university" && random.chance(0.04) ? "paused" : "active";
    const id = random.uuid();
    const two = (number: number) => String(number).padStart(2, "0");
    const row: Row = {
      id,
      slug: place.slug,
      parent_id: place.parent?.id ?? null,
      kind: place.kind,
      country_iso2: place.country.iso2,
      city_id: place.city?.id ?? null,
      university_id: place.university?.id ?? null,
      name,
      summary,
      about,
      text_status: { kk: "reviewed", ru: "reviewed", en: random.chance(0.2) ? "machine" : "reviewed" },
      zone: place.zone,
      join_mode: joinMode,
      state,
      founded_on: `${random.int(2012, 2021)}-${two(random.int(1, 12))}-${two(random.int(1, 28))}`,
    };
    const chapter: Chapter = { ...place, id, joinMode, state, row };
    this.chapters.push(chapter);
    return chapter;
  }

  private text(kind: "country" | "city" | "university", weight: number): ChapterText {
    return this.decks[kind].deal(({ size }) => {
      if (size === "small") return weight < few;
      return size === "large" ? weight > many : true;
    });
  }

  private freeSlug(name: string, suffix: string): string {
    const slug = this.slugs.has(name) ? `${name}-${suffix}` : name;
    this.slugs.add(slug);
    return slug;
  }
}

function chooseJoinMode(kind: ChapterKind, slug: string, random: Random): Chapter["joinMode"] {
  const roll = random.unit();
  if (slug === "london") return "request";
  if (kind === "country") return "open";
  if (kind === "interest") return roll < 0.5 ? "request" : "open";
  return roll < 0.38 ? "request" : roll < 0.41 ? "invitation" : "open";
}
