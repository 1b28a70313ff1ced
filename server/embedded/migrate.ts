import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import postgres from "postgres";

import { StartError, type Log } from "./types";

const lockOfMigrations = 727_274;

/**
 * Runs the pending migrations: one connection, one transaction per file, one process at a time, recorded in the Supabase CLI's history table. Returns how
 * many ran. A file that fails changes nothing; the error names the file and the line.
 */
export async function migrate(url: string, folder: string, log: Log = () => {}): Promise<number> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(${lockOfMigrations})`;
    await sql.unsafe(`
      create schema if not exists supabase_migrations;
      create table if not exists supabase_migrations.schema_migrations (version text primary key, statements text[], name text);`);
    const done = new Set((await sql`select version from supabase_migrations.schema_migrations`).map((row) => String(row.version)));
    let applied = 0;
    for (const file of existsSync(folder) ? readdirSync(folder).sort() : []) {
      const [, version, name] = /^(\d{14})_(.*)\.sql$/.exec(file) ?? [];
      if (!version || !name || done.has(version)) continue;
      const text = readFileSync(join(folder, file), "utf8");
      await sql
        .begin(async (tx) => {
          await tx.unsafe("set local lock_timeout = '10s'");
          await tx.unsafe(text);
          await tx`insert into supabase_migrations.schema_migrations (version, name, statements) values (${version}, ${name}, ${[text]})`;
        })
        .catch((error: Error & { position?: string }) => {
          const line = error.position ? ` (line ${text.slice(0, Number(error.position)).split("\n").length})` : "";
          throw new StartError(`The migration ${file}${line} failed: ${error.message}`);
        });
      applied += 1;
    }
    if (applied > 0) log("Migrations applied", { applied });
    return applied;
  } finally {
    await sql.end();
  }
}
