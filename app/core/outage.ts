/**
 * Error codes: of PostgREST without a database, a schema or a free connection; of PostgreSQL when connections break or are too many, or while it starts or
 * stops; of Node when the other side cannot be reached.
 */
const codes = /^(PGRST00[0-3]|08\w{3}|53300|57P0[1-3]|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/;
/** Messages of `fetch` when a connection breaks or times out; supabase-js passes them on without a code. */
const sentences = /^((TypeError: )?(fetch failed|terminated)$|TimeoutError: )/;
/** Statuses of an auth server that is away: no response (0), or one by somebody who reached nobody else. Its own faults (500) have the same error name. */
const statuses: unknown[] = [0, 502, 503, 504];

/** Whether an error means that the database, or a server in front of it, is away for a while; what tells may be in the error's `cause`. */
export function isOutage(error: unknown): boolean {
  if (!error || typeof error !== "object") return false;
  const { code, name, message, status, cause } = error as Record<string, unknown>;
  if (name === "AuthRetryableFetchError") return statuses.includes(status);
  return name === "TimeoutError" || codes.test(String(code)) || sentences.test(String(message)) || isOutage(cause);
}
