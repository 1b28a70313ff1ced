import type { Row } from "./copy";
import { Random } from "./random";
import type { City, Country, Reference, University } from "./reference";
import type { ChapterTexts } from "./texts";

export type Chapter = {
  id: string;
  slug: string;
  kind: "country" | "city" | "university" | "interest";
  country: Country;
  city: City | null;
  university: University | null;
  parent: Chapter | null;
  zone: string;
  joinMode: "open" | "request" | "invitation";
  state: "active" | "paused";
  row: Row;
};

const universityChapters = 120;

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
export function makeChapters(reference: Reference, texts: ChapterTexts): Chapter[] {
  const random = new Random("chapters");
  const taken = new Set<string>();
  const freeSlug = (wanted: string, suffix: string) => {
    const slug = taken.has(wanted) ? `${wanted}-${suffix}` : wanted;
    taken.add(slug);
    return slug;
  };
  const made: Chapter[] = [];
  const add = (chapter: Omit<Chapter, "id" | "row" | "joinMode" | "state">, name: Record<string, string>) => {
    const joinMode = chooseJoinMode(chapter.kind, chapter.slug, random);
    const state = chapter.kind === "university" && random.chance(0.04) ? "paused" : "active";
    const written = random.pick(texts[chapter.kind]);
    const id = random.uuid();
    const row: Row = {
      id,
      slug: chapter.slug,
      parent_id: chapter.parent?.id ?? null,
      kind: chapter.kind,
      country_iso2: chapter.country.iso2,
      city_id: chapter.city?.id ?? null,
      university_id: chapter.university?.id ?? null,
      name,
      summary: written.summary,
      about: written.about,
      text_status: { kk: "reviewed", ru: "reviewed", en: random.chance(0.2) ? "machine" : "reviewed" },
      zone: chapter.zone,
      join_mode: joinMode,
      state,
      founded_on: `${random.int(2012, 2021)}-${String(random.int(1, 12)).padStart(2, "0")}-${String(random.int(1, 28)).padStart(2, "0")}`,
    };
    const done = { ...chapter, id, joinMode, state, row } as Chapter;
    made.push(done);
    return done;
  };

  const byCity = new Map<string, Chapter>();
  for (const country of reference.countries) {
    const cities = reference.cities.filter((city) => city.country === country.iso2);
    const zone = cities[0]?.zone ?? "UTC";
    const slug = freeSlug(slugOf(country.name.en), country.iso2.toLowerCase());
    const top = add({ slug, kind: "country", country, city: null, university: null, parent: null, zone }, country.name);
    for (const city of cities) {
      const citySlug = freeSlug(slugOf(city.name.en), taken.has(slugOf(city.name.en)) && slug === slugOf(city.name.en) ? "city" : country.iso2.toLowerCase());
      byCity.set(city.id, add({ slug: citySlug, kind: "city", country, city, university: null, parent: top, zone: city.zone }, city.name));
    }
  }
  const largest = [...reference.universities].sort((a, b) => b.weight - a.weight || a.id.localeCompare(b.id)).slice(0, universityChapters);
  const kings = reference.universities.find(({ name }) => name === "King’s College London" || name === "King's College London");
  for (const university of new Set(kings ? [...largest, kings] : largest)) {
    const parent = byCity.get(university.city);
    if (!parent) continue;
    const isCyrillic = /[а-яё]/i.test(university.nameNative);
    const name: Record<string, string> = isCyrillic ? { ru: university.nameNative, en: university.name } : { en: university.name };
    const slug = freeSlug(slugOf(university.name), parent.slug);
    add({ slug, kind: "university", country: parent.country, city: parent.city, university, parent, zone: parent.zone }, name);
  }
  for (const [index, name] of texts.interestNames.entries()) {
    const parent = made.filter(({ kind }) => kind === "city")[index * 7] ?? made[0];
    if (!parent) continue;
    add({ slug: freeSlug(slugOf(name.en ?? `group-${index}`), parent.slug), kind: "interest", country: parent.country, city: parent.city, university: null, parent, zone: parent.zone }, name);
  }
  return made;
}

function chooseJoinMode(kind: Chapter["kind"], slug: string, random: Random): Chapter["joinMode"] {
  if (slug === "london") return "request";
  const roll = random.unit();
  if (kind === "country") return "open";
  if (kind === "interest") return roll < 0.5 ? "request" : "open";
  return roll < 0.38 ? "request" : roll < 0.41 ? "invitation" : "open";
}
