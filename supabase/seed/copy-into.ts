import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

import type { Sql, TransactionSql } from "postgres";

type Value = string | number | boolean | null | readonly string[] | Record<string, unknown>;
/** A connection, or a transaction on one. */
export type Connection = Sql | TransactionSql;
export type Row = Record<string, Value>;

const escape = (text: string) => text.replace(/[\\\t\n\r]/g, (sign) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" })[sign] ?? sign);

function written(value: Value): string {
  if (value === null) return "\\N";
  if (Array.isArray(value)) return escape(`{${value.map((item) => JSON.stringify(item)).join(",")}}`);
  return escape(typeof value === "object" ? JSON.stringify(value) : String(value));
}

/** A query of postgres.js. Once it has returned its stream, errors only go to `reject`, and the stream never ends. */
type Copying = { writable(): Promise<Writable>; reject(error: unknown): void };

/** Writes rows with COPY; the columns are those of the first row. Throws the database's error if it rejects a row. */
export async function copyInto(sql: Connection, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const copying = sql.unsafe(`copy public.${table} (${columns.join(", ")}) from stdin`) as unknown as Copying;
  const sink = await copying.writable();
  const refused = new AbortController();
  copying.reject = (error) => refused.abort(error);
  await pipeline(Readable.from(lines(rows, columns)), sink, { signal: refused.signal }).catch((error: unknown) => {
    throw refused.signal.aborted ? refused.signal.reason : error;
  });
}

function* lines(rows: readonly Row[], columns: readonly string[]): Generator<string> {
  const batch = 500;
  for (let at = 0; at < rows.length; at += batch) {
    yield rows
      .slice(at, at + batch)
      .map((row) => `${columns.map((column) => written(row[column] ?? null)).join("\t")}\n`)
      .join("");
  }
}
