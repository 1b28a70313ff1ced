import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { freshDatabase, tryAs, type TestDatabase } from "../support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase("fixture");
  const { sql } = database;
  await sql`insert into countries (iso2, name, region) values ('RU', '{"kk": "Ресей", "ru": "Россия", "en": "Russia"}', 'CIS')`;
  await sql`insert into cities (id, country_iso2, name, lat, lon, zone) values
    ('ru-kazan', 'RU', '{"kk": "Қазан", "ru": "Казань", "en": "Kazan"}', 55.8, 49.1, 'Europe/Moscow'),
    ('ru-omsk', 'RU', '{"kk": "Омбы", "ru": "Омск", "en": "Omsk"}', 55, 73.4, 'Asia/Omsk')`;
  await sql`insert into universities (id, city_id, name, name_native) values
    ('ru-kfu', 'ru-kazan', 'Kazan Federal University', 'Казанский (Приволжский) федеральный университет')`;
  const [russia] = await sql<{ id: string }[]>`insert into chapters (slug, kind, country_iso2, name, summary, zone)
    values ('russia', 'country', 'RU', '{"kk": "Ресей", "ru": "Россия", "en": "Russia"}', '{"kk": "Ел"}', 'Europe/Moscow') returning id`;
  await sql`insert into chapters (slug, kind, parent_id, country_iso2, city_id, university_id, name, summary, zone) values
    ('kazan', 'city', ${russia?.id ?? ""}, 'RU', 'ru-kazan', null, '{"kk": "Қазан", "ru": "Казань", "en": "Kazan"}', '{"kk": "Қала"}', 'Europe/Moscow'),
    ('omsk', 'city', ${russia?.id ?? ""}, 'RU', 'ru-omsk', null, '{"kk": "Омбы", "ru": "Омск", "en": "Omsk"}', '{"kk": "Қала"}', 'Asia/Omsk'),
    ('kfu', 'university', ${russia?.id ?? ""}, 'RU', 'ru-kazan', 'ru-kfu', '{"en": "Kazan Federal University"}', '{"kk": "Универ"}', 'Europe/Moscow')`;
});
afterAll(() => database.drop());

const search = async (q: string) => {
  const [row] = await tryAs(database.sql, null, (tx) => tx<{ found: { rows: { slug: string }[] } }[]>`select search_chapters('kk', 1, q => ${q}) as found`);
  return row?.found.rows.map(({ slug }) => slug) ?? [];
};

describe("a chapter is found", () => {
  test.each([
    ["Қазан", "kazan"],
    ["казан", "kazan"],
    ["Kazan", "kazan"],
    ["qazan", "kazan"],
    ["Омбы", "omsk"],
    ["omsk", "omsk"],
    ["Омск", "omsk"],
    ["Ұлыбритания", "united-kingdom"],
    ["улыбритания", "united-kingdom"],
    ["манчестер", "manchester"],
    ["manchester", "manchester"],
  ])("by «%s»: %s comes first", async (typed, slug) => {
    expect((await search(typed))[0]).toBe(slug);
  });

  test.each([
    ["манчестр", "manchester"],
    ["manchestr", "manchester"],
    ["приволжский федеральный", "kfu"],
    ["kings london", "kings"],
  ])("by «%s», mistyped or in part: %s", async (typed, slug) => {
    expect(await search(typed)).toContain(slug);
  });

  test("and not by what is like nothing", async () => {
    expect(await search("щщщывап")).toEqual([]);
  });
});
