import { afterAll, beforeAll, expect, test } from "vitest";

import { copyInto } from "../../supabase/seed/copy-into";
import { freshDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase("empty");
  await database.sql`create table public.words (word text check (word <> 'bad'))`;
});
afterAll(() => database.drop());

const rows = (bad: number) => Array.from({ length: 50_000 }, (_, at) => ({ word: at === bad ? "bad" : "Сәлем ".repeat(20) }));

test.each([0, 25_000, 49_999])("rows that the database does not take are refused, whichever it is that it refuses: %i", async (bad) => {
  await expect(database.sql.begin((tx) => copyInto(tx, "words", rows(bad)))).rejects.toMatchObject({ code: "23514" });
  expect(await database.sql`select from words`).toHaveLength(0);
}, 20_000);
