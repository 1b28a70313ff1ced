import type { createPostgresConnection } from "@supabase/lite/postgres";
import { Kysely, PostgresDialect } from "kysely";
import { Pool, types, type CustomTypesConfig } from "pg";

import type { Log } from "./types";

/** Converts PostgreSQL's text output to what hosted Supabase returns: ISO timestamps, numbers as numbers. */
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

/** The tables belong to the auth service, so their types are not declared here. */
export type AuthDb = ReturnType<typeof createPostgresConnection>["kysely"];

/**
 * The connection pool of the auth service. It uses `pg`, not postgres.js: when PostgreSQL dies between two statements of a transaction, postgres.js throws
 * where nobody can catch it (porsager/postgres#1154, #1208) and takes the whole server down.
 */
export function openAuthPool(url: string, max: number, log: Log): { db: AuthDb; close(): Promise<void> } {
  const pool = new Pool({ connectionString: url, max, connectionTimeoutMillis: 5000, query_timeout: 10_000, types: formats });
  let isClosing = false;
  const tell = (error: Error) => {
    // During shutdown PostgreSQL may stop before the last connection is closed: the pool does not wait for them.
    if (!isClosing) log("A connection of the auth service broke", { error: error.message });
  };
  // A connection may break while idle (pool "error") or between two statements of a transaction (client "error"); the pool drops it either way.
  pool.on("error", tell);
  pool.on("connect", (client) => client.on("error", tell));
  const close = () => {
    isClosing = true;
    return pool.end();
  };
  return { db: new Kysely({ dialect: new PostgresDialect({ pool }) }), close };
}
