import type { createPostgresConnection } from "@supabase/lite/postgres";
import { Kysely, PostgresDialect } from "kysely";
import { Pool, types, type CustomTypesConfig } from "pg";

import type { Log } from "./types";

/** PostgreSQL's own text as hosted Supabase answers it: ISO moments, numbers as numbers. */
const iso = (value: string) => value.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");
const asIs = (value: string) => value;
const [arrayOfText, arrayOfName] = [1009, 1003];
const parsers: Record<number, (value: string) => unknown> = {
  [types.builtins.INT8]: Number,
  [types.builtins.NUMERIC]: Number,
  [types.builtins.DATE]: asIs,
  [types.builtins.TIMESTAMP]: iso,
  [types.builtins.TIMESTAMPTZ]: iso,
  [arrayOfName]: types.getTypeParser(arrayOfText) as (value: string) => unknown,
};
const formats: CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    parsers[oid] ?? types.getTypeParser(oid, format)) as CustomTypesConfig["getTypeParser"],
};

/** The tables of the auth service are its own, so that nothing here says their types. */
export type AuthDb = ReturnType<typeof createPostgresConnection>["kysely"];

/**
 * The connections of the auth service. With `pg`, not with postgres.js: that one throws where nobody can catch it when PostgreSQL dies between two
 * statements of a transaction (porsager/postgres#1154, #1208), and the whole server with it.
 */
export function openAuthPool(url: string, max: number, log: Log): { db: AuthDb; close(): Promise<void> } {
  const pool = new Pool({ connectionString: url, max, connectionTimeoutMillis: 5000, query_timeout: 10_000, types: formats });
  let isClosing = false;
  const tell = (error: Error) => {
    // At the end PostgreSQL may go before the last connection has: the pool does not wait for them.
    if (!isClosing) log("A connection of the auth service broke", { error: error.message });
  };
  // One breaks while nobody uses it, another between two statements of a transaction; the pool forgets both.
  pool.on("error", tell);
  pool.on("connect", (client) => client.on("error", tell));
  const close = () => {
    isClosing = true;
    return pool.end();
  };
  return { db: new Kysely({ dialect: new PostgresDialect({ pool }) }), close };
}
