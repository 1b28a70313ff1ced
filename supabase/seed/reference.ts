import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "csv-parse/sync";

type Row = Record<string, string>;
type Words = { kk: string; ru: string; en: string };

export type Country = { iso2: string; name: Words; region: string; hostLanguage: string; weight: number; embassyCity: string; emergency: string };
export type City = { id: string; country: string; name: Words; nameLocal: string; lat: string; lon: string; zone: string; weight: number };
export type University = { id: string; city: string; name: string; nameNative: string; website: string; weight: number };
export type Region = { id: string; name: Words; population: number };
export type GivenName = { kk: string; ru: string; latin: string; genders: readonly ("m" | "f")[]; weight: number };
export type Surname = GivenName;

export type Reference = {
  countries: Country[];
  cities: City[];
  universities: University[];
  regions: Region[];
  givenNames: GivenName[];
  surnames: Surname[];
};

/** The real countries, cities, universities, regions and names (`supabase/seed/reference`); cities: GeoNames, CC BY 4.0; countries: Unicode CLDR. */
export function readReference(projectDir: string): Reference {
  const folder = join(projectDir, "supabase/seed/reference");
  const read = (file: string) => parse(readFileSync(join(folder, file)), { columns: true, skip_empty_lines: true, bom: true }) as Row[];
  const text = (row: Row, column: string) => row[column] ?? "";
  const words = (row: Row): Words => ({ kk: text(row, "name_kk"), ru: text(row, "name_ru"), en: text(row, "name_en") });
  const name = (row: Row): GivenName => ({
    kk: text(row, "name_kk"),
    ru: text(row, "name_ru"),
    latin: text(row, "latin_passport"),
    genders: row.gender === "f" ? ["f"] : row.gender === "m" ? ["m"] : ["m", "f"],
    weight: Number(row.weight),
  });
  return {
    countries: read("countries.csv").map((row) => ({
      iso2: text(row, "iso2"),
      name: words(row),
      region: text(row, "region"),
      hostLanguage: text(row, "host_language"),
      weight: Number(row.weight_members),
      embassyCity: text(row, "kz_embassy_city"),
      emergency: text(row, "emergency_numbers").replace(";", ", "),
    })),
    cities: read("cities.csv").map((row) => ({
      id: text(row, "city_id"),
      country: text(row, "iso2"),
      name: words(row),
      nameLocal: text(row, "name_local"),
      lat: text(row, "lat"),
      lon: text(row, "lon"),
      zone: text(row, "timezone"),
      weight: Number(row.weight),
    })),
    universities: read("universities.csv").map((row) => ({
      id: text(row, "university_id"),
      city: text(row, "city_id"),
      name: text(row, "name_en"),
      nameNative: text(row, "name_native"),
      website: text(row, "website"),
      weight: Number(row.weight),
    })),
    regions: read("home_regions.csv").map((row) => ({ id: text(row, "region_id"), name: words(row), population: Number(row.population_thousands) })),
    givenNames: read("given_names.csv").map(name),
    surnames: read("surnames.csv").map(name),
  };
}
