import postgres from "postgres";

import { copyInto, type Connection } from "./copy-into";
import { readReference, type Reference } from "./reference";

/** Inserts the real countries, cities, universities and home regions, unless there are some already. Resolves to whether it did. */
export async function copyPlaces(sql: Connection, { countries, cities, universities, regions }: Reference): Promise<boolean> {
  const existing = await sql`select from public.countries limit 1`;
  if (existing.length > 0) return false;
  await copyInto(sql, "countries", countries.map(({ iso2, name, region }) => ({ iso2, name, region })));
  await copyInto(sql, "cities", cities.map(({ id, country, name, nameLocal, lat, lon, zone }) => ({
    id, country_iso2: country, name, name_local: nameLocal || null, lat, lon, zone,
  })));
  await copyInto(sql, "universities", universities.map(({ id, city, name, nameNative, website }) => ({
    id, city_id: city, name, name_native: nameNative || null, website: website || null,
  })));
  await copyInto(sql, "home_regions", regions.map(({ id, name }) => ({ id, name })));
  return true;
}

/** The same, given the database owner's URL: every project needs the places, with or without the demo. */
export async function loadPlaces({ databaseUrl, projectDir }: { databaseUrl: string; projectDir: string }): Promise<boolean> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    return await sql.begin((tx) => copyPlaces(tx, readReference(projectDir)));
  } finally {
    await sql.end();
  }
}
