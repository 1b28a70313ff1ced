import type { Locale } from "~/core/i18n/config";
import { localizedText } from "~/core/i18n/language-map";
import { cachedQuery } from "~/core/supabase/cached-query.server";

export type Option = { id: string; name: string };
export type Places = {
  countries: Option[];
  cities: (Option & { country: string })[];
  universities: { name: string; city: string }[];
};

// Node knows the Kazakh alphabet; browsers do not, so lists are sorted on the server.
const byName = (locale: Locale) => {
  const collator = new Intl.Collator(locale);
  return (a: { name: string }, b: { name: string }) => collator.compare(a.name, b.name);
};

/** Countries and cities with their names in the reader's language, sorted by its alphabet; universities sorted by the English one. */
export const listPlaces = cachedQuery(async (db, locale): Promise<Places> => {
  const [countries, cities, universities] = await Promise.all([
    db.from("countries").select("iso2, name").throwOnError(),
    db.from("cities").select("id, name, country_iso2").throwOnError(),
    db.from("universities").select("name, city_id").throwOnError(),
  ]);
  const order = byName(locale);
  return {
    countries: countries.data.map(({ iso2, name }) => ({ id: iso2, name: localizedText(name, locale) })).sort(order),
    cities: cities.data.map(({ id, name, country_iso2 }) => ({ id, name: localizedText(name, locale), country: country_iso2 })).sort(order),
    universities: universities.data.map(({ name, city_id }) => ({ name, city: city_id })).sort(byName("en")),
  };
});

/** The regions of Kazakhstan, sorted by the reader's alphabet. */
export const listHomeRegions = cachedQuery(async (db, locale): Promise<Option[]> => {
  const { data } = await db.from("home_regions").select("id, name").throwOnError();
  return data.map(({ id, name }) => ({ id, name: localizedText(name, locale) })).sort(byName(locale));
});
