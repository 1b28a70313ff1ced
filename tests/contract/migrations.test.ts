import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { migrate } from "../../server/embedded/migrate";
import { freshDatabase, type TestDatabase } from "../support/database";

describe("migrations of the embedded backend", () => {
  let database: TestDatabase;
  let folder: string;
  beforeEach(async () => {
    database = await freshDatabase("empty");
    folder = mkdtempSync(join(tmpdir(), "migrations-"));
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.drop();
  });

  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const history = () => database.sql`select version, name, statements from supabase_migrations.schema_migrations order by version`;
  const tables = async () =>
    (await database.sql`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`).map(
      (row) => row.relname as string,
    );

  test("run once, in order, and are written down as the Supabase CLI writes them", async () => {
    write("20260101000002_second.sql", "alter table first add column b int");
    write("20260101000001_first.sql", "create table first (a int)");
    write("notes.md", "no migration");
    expect(await migrate(database.url, folder)).toBe(2);
    expect(await migrate(database.url, folder)).toBe(0);
    expect(await history()).toEqual([
      { version: "20260101000001", name: "first", statements: ["create table first (a int)"] },
      { version: "20260101000002", name: "second", statements: ["alter table first add column b int"] },
    ]);
  });

  test("one that fails changes nothing, and is named with its line", async () => {
    write("20260101000001_first.sql", "create table first (a int)");
    write("20260101000002_broken.sql", "create table second (a int);\n\nselect nothing from nowhere;");
    await expect(migrate(database.url, folder)).rejects.toThrow(
      'The migration 20260101000002_broken.sql (line 3) failed: relation "nowhere" does not exist',
    );
    expect(await tables()).toEqual(["first"]);
    write("20260101000002_broken.sql", "create table second (a int)");
    expect(await migrate(database.url, folder)).toBe(1);
  });

  test("two servers that start at once run each file once", async () => {
    write("20260101000001_first.sql", "select pg_sleep(0.3); create table first (a int)");
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url, folder)));
    expect(applied.sort()).toEqual([0, 0, 1]);
  });

  test("one gives up instead of making everybody wait behind a lock", async () => {
    write("20260101000001_first.sql", "create table first (a int)");
    await migrate(database.url, folder);
    write("20260101000002_second.sql", "alter table first add column b int");
    await database.sql.begin(async (tx) => {
      await tx`lock table first in access exclusive mode`;
      await expect(migrate(database.url, folder)).rejects.toThrow("canceling statement due to lock timeout");
    });
    expect(await migrate(database.url, folder)).toBe(1);
  });

  test("no folder, nothing to do", async () => {
    expect(await migrate(database.url, join(folder, "none"))).toBe(0);
  });
});
