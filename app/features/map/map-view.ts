import type { Locale } from "~/core/i18n/config";
import { localize, langAttribute, type LanguageMap } from "~/core/i18n/language-map";
import { pageCount } from "~/core/pagination";
import { localePath } from "~/core/paths";
import { regions } from "~/features/chapters/rules";

import type { WorldMap } from "./queries.server";
import { firstOfEach, frameAround, homeLabel, labelsOf, project, radiusOf, sorted, stepOf } from "./rules";
import type { Dot, Frame, Label, Point, PublishedCount } from "./rules";
import type { MapParams } from "./schema";

type Named = { name: string; lang?: string };

/** What is drawn: dots for cities, or shades for countries. */
export type Drawing = {
  frame: Frame;
  dots: Dot[];
  labels: Label[];
  /** Names of the largest places shown, only of those with a published number. */
  largest: string[];
  /** The step of each country, by ISO code; null when all host countries look alike. */
  steps: Record<string, number> | null;
};

/** A row of the table; `to` is the path of the place's chapter or, without one, of the chapters there. */
export type MapRow = Named & {
  id: string;
  to: string;
  members: PublishedCount;
  country?: Named;
  cities?: number;
  citiesTo?: string;
  chapters?: number;
};

export type MapView = {
  drawing: Drawing;
  /** How many places are drawn. */
  counts: { cities: number; countries: number };
  /** One page of the table, of `total` rows on `pages` pages. */
  rows: MapRow[];
  total: number;
  pages: number;
  /** Options of the country filter. */
  countries: { iso2: string; name: string }[];
};

export const perPage = 50;
/** More labels would not stay readable. */
const mostLabels = 9;
const mostNamed = 5;
/** Factor for dots on a map that is zoomed in: as there are fewer of them, they may be larger. */
const larger = 1.4;

const namedIn = (name: LanguageMap, locale: Locale): Named => {
  const shown = localize(name, locale);
  const lang = langAttribute(shown);
  return { name: shown?.text ?? "", ...(lang ? { lang } : {}) };
};

/** The map of the home page: the whole world with a dot for every city and the names of the largest cities of regions and countries. */
export function buildWorldDrawing({ countries, cities }: WorldMap, locale: Locale): Drawing {
  const regionOf = new Map(countries.map(({ iso2, region }) => [iso2, region]));
  return drawingOf(cities, { frame: frameAround([]), groupOf: ({ iso2 }) => regionOf.get(iso2) ?? iso2, locale });
}

type City = WorldMap["cities"][number];
type DrawingOptions = { frame: Frame; groupOf: (city: City) => string; locale: Locale };

function drawingOf(cities: readonly City[], { frame, groupOf, locale }: DrawingOptions): Drawing {
  const isWorld = frame.unit === 1;
  const size = isWorld ? 1 : frame.unit * larger;
  // Fractions of a unit are visible only when zoomed in, and cost a kilobyte.
  const pointOf = ({ x, y }: Point): Point => (isWorld ? { x: Math.round(x), y: Math.round(y) } : { x, y });
  const placed = sorted(cities, "-members").map((city) => {
    const r = Math.round(radiusOf(city.members) * size * 100) / 100;
    return { city, dot: { ...pointOf(project(city.lat, city.lon)), r }, name: namedIn(city.name, locale).name };
  });
  const dots = placed.map(({ dot }) => dot);
  // A region has more than one large country: if there is room left, the largest city of each country is named too.
  const first = new Set([...firstOfEach(placed, ({ city }) => groupOf(city)), ...firstOfEach(placed, ({ city }) => city.iso2)]);
  const candidates = [...first].map(({ dot, name }) => ({ ...dot, name }));
  const labels = labelsOf(candidates, { frame, dots, most: mostLabels, taken: [homeLabel(frame).box] });
  return { frame, dots, labels, largest: largestOf(cities, locale), steps: null };
}

const largestOf = (places: readonly { name: LanguageMap; members: PublishedCount }[], locale: Locale) =>
  sorted(places.filter(({ members }) => members !== null), "-members").slice(0, mostNamed).map(({ name }) => namedIn(name, locale).name);

/** The map for the query in its URL, with a page of the table. A country outside the chosen region is left over from an earlier choice, and ignored. */
export function buildMapView(map: WorldMap, query: MapParams, locale: Locale): MapView {
  const inRegion = map.countries.filter(({ region }) => !query.region || region === regions[query.region]);
  const isByCountry = query.by === "country";
  const inCountry = isByCountry ? [] : inRegion.filter(({ iso2 }) => iso2 === query.country);
  const isOneCountry = inCountry.length > 0;
  const chosen = new Map((isOneCountry ? inCountry : inRegion).map((country) => [country.iso2, country]));
  const countries = [...chosen.values()];
  const cities = map.cities.filter(({ iso2 }) => chosen.has(iso2));
  const frame = frameAround(chosen.size < map.countries.length ? cities.map(({ lat, lon }) => project(lat, lon)) : []);
  const isWorld = frame.unit === 1;

  const groupOf = ({ id, iso2 }: City) => {
    if (isOneCountry) return id;
    return isWorld ? (chosen.get(iso2)?.region ?? iso2) : iso2;
  };
  const drawing = isByCountry ? shadedDrawing(countries, frame, locale) : drawingOf(cities, { frame, groupOf, locale });

  const unsorted = isByCountry ? countryRows(countries, locale) : cityRows(cities, chosen, locale);
  const rows = sorted(unsorted, query.sort ?? "-members");
  const first = ((query.page ?? 1) - 1) * perPage;
  return {
    drawing,
    counts: { cities: cities.length, countries: chosen.size },
    rows: rows.slice(first, first + perPage),
    total: rows.length,
    pages: pageCount(rows.length, perPage),
    countries: inRegion.map(({ iso2, name }) => ({ iso2, name: namedIn(name, locale).name })),
  };
}

function shadedDrawing(countries: readonly WorldMap["countries"][number][], frame: Frame, locale: Locale): Drawing {
  const steps = Object.fromEntries(countries.map(({ iso2, members }) => [iso2, stepOf(members)]));
  return { frame, dots: [], labels: [], largest: largestOf(countries, locale), steps };
}

function countryRows(countries: readonly WorldMap["countries"][number][], locale: Locale): MapRow[] {
  return countries.map(({ iso2, name, slug, members, chapters, cities }) => ({
    id: iso2,
    ...namedIn(name, locale),
    to: localePath(locale, slug ? `/chapters/${slug}` : `/chapters?country=${iso2}`),
    members,
    cities,
    citiesTo: localePath(locale, `/map?country=${iso2}`),
    chapters,
  }));
}

function cityRows(cities: readonly City[], countries: ReadonlyMap<string, WorldMap["countries"][number]>, locale: Locale): MapRow[] {
  return cities.map(({ id, iso2, name, slug, members }) => {
    const named = namedIn(name, locale);
    const search = new URLSearchParams({ q: named.name, country: iso2 });
    const country = countries.get(iso2);
    return {
      id,
      ...named,
      to: localePath(locale, slug ? `/chapters/${slug}` : `/chapters?${search}`),
      members,
      ...(country ? { country: namedIn(country.name, locale) } : {}),
    };
  });
}
