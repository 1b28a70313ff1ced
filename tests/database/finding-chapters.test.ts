import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { doing, freshDatabase, trying, untilSomebodyWaits, type TestDatabase } from "../support/database";
import { aigerim, daniyar, kamila, timur, type Person } from "../support/people";
import { chapters, fill } from "./fixture";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  const { sql } = database;
  await fill(sql);
  await sql`insert into countries (iso2, name, region, host_language) values ('RU', '{"kk": "Ресей", "ru": "Россия", "en": "Russia"}', 'CIS', 'ru')`;
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
  const [row] = await trying(database.sql, null, (tx) => tx<{ found: { rows: { slug: string }[] } }[]>`select search_chapters('kk', 1, q => ${q}) as found`);
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

describe("who leaves a chapter leads it no more", () => {
  const act = (person: Person, what: "leave" | "move", meanwhile: "alone" | "followed" = "alone") =>
    trying(database.sql, null, async (tx) => {
      await tx`reset role`;
      if (meanwhile === "followed") {
        await tx`insert into mandates (member_id, chapter_id, role, during)
          values (${aigerim.member}, ${chapters.london}, 'secretary', tstzrange(now() - interval '1 hour', now() + interval '1 year'))`;
      }
      const claims = JSON.stringify({ sub: person.account, session_id: person.session, role: "authenticated" });
      await tx`select set_config('role', 'authenticated', true), set_config('request.jwt.claims', ${claims}, true)`;
      const refused = await tx
        .savepoint((inner) => (what === "leave" ? inner`select leave_chapter(${chapters.london})` : inner`select join_chapter(${chapters.prague}, 'home', '')`))
        .then(() => null, (error: { code: string; message: string }) => `${error.code} ${error.message}`);
      await tx`reset role`;
      const [mandate] = await tx<{ running: boolean }[]>`
        select bool_or(during @> clock_timestamp()) as running from mandates where member_id = ${person.member} and chapter_id = ${chapters.london}`;
      return { refused, leads: mandate?.running ?? false };
    });

  test("the only one who decides there can neither leave nor move away", async () => {
    expect(await act(daniyar, "leave")).toEqual({ refused: "KA017 last-leader", leads: true });
    expect(await act(daniyar, "move")).toEqual({ refused: "KA017 last-leader", leads: true });
  });

  test("with somebody to follow they go, and their mandate ends with it", async () => {
    expect(await act(daniyar, "leave", "followed")).toEqual({ refused: null, leads: false });
    expect(await act(daniyar, "move", "followed")).toEqual({ refused: null, leads: false });
  });

  test("who decides nothing there is nobody's only leader", async () => {
    expect(await act(timur, "leave")).toEqual({ refused: null, leads: false });
    expect(await act(kamila, "leave")).toEqual({ refused: null, leads: false });
  });

  test("moving to a chapter below changes nothing", async () => {
    const leads = await trying(database.sql, daniyar, async (tx) => {
      await tx`select join_chapter(${chapters.kings}, 'home', '')`;
      await tx`reset role`;
      const [mandate] = await tx`select during @> clock_timestamp() as running from mandates where member_id = ${daniyar.member}`;
      return mandate?.running as boolean;
    });
    expect(leads).toBe(true);
  });

  test("two leaders who go at the same moment do not count on each other: one stays", async () => {
    const { sql } = database;
    await sql`insert into mandates (member_id, chapter_id, role, during)
      values (${aigerim.member}, ${chapters.london}, 'vice_president', tstzrange(now() - interval '1 hour', now() + interval '1 year'))`;
    const leaving = (tx: TransactionSql) => tx`select leave_chapter(${chapters.london})`;
    const answer = await doing(sql, aigerim, async (tx) => {
      await tx`select now()`;
      // Leaves after the other one has begun, and waits for nobody.
      let second: Promise<string> | undefined;
      await doing(sql, daniyar, async (first) => {
        await leaving(first);
        second = tx.savepoint(leaving).then(() => "left", (error: Error) => error.message);
        await Promise.race([second, untilSomebodyWaits(sql)]);
      });
      return second;
    });
    expect(answer).toBe("last-leader");
    const leaders = await sql`
      select from mandates where chapter_id = ${chapters.london} and during @> clock_timestamp() and role in ('president', 'vice_president')`;
    expect(leaders).toHaveLength(1);
  });
});
