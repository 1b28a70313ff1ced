import { afterAll, beforeAll, expect, test } from "vitest";

import { loadPlaces } from "../../supabase/seed/load-places";
import { freshDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

const load = () => loadPlaces({ databaseUrl: database.url, projectDir: process.cwd() });
const count = async () =>
  (
    await database.sql`select (select count(*)::int from public.countries) as countries, (select count(*)::int from public.cities) as cities,
      (select count(*)::int from public.universities) as universities, (select count(*)::int from public.home_regions) as regions`
  )[0];

test("a project without the demo has every country, city, university and region, loaded once", async () => {
  expect(await load()).toBe(true);
  expect(await count()).toEqual({ countries: 27, cities: 147, universities: 325, regions: 20 });
  expect(await load()).toBe(false);
  expect(await count()).toEqual({ countries: 27, cities: 147, universities: 325, regions: 20 });
});
