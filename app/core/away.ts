/**
 * What PostgREST says without a database, a schema or a free connection, PostgreSQL when connections break, are too many, or it ends or begins, and Node
 * when nobody is there.
 */
const codes = /^(PGRST00[0-3]|08\w{3}|53300|57P0[1-3]|ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|UND_ERR_SOCKET)$/;
/** What `fetch` says of whatever broke on the way or took too long; supabase-js hands it on without a code. */
const sentences = /^((TypeError: )?(fetch failed|terminated)$|TimeoutError: )/;
/** Of the auth server, as supabase-js calls it: nobody answered, or somebody who could not reach it. Its own faults (500) have the same name. */
const statuses: unknown[] = [0, 502, 503, 504];

/** Whether something was thrown because the database, or what stands before it, is away for a while; it may lie in the `cause` of what was thrown. */
export function isAway(error: unknown): boolean {
  if (!error || typeof error !== "object") return false;
  const { code, name, message, status, cause } = error as Record<string, unknown>;
  if (name === "AuthRetryableFetchError") return statuses.includes(status);
  return name === "TimeoutError" || codes.test(String(code)) || sentences.test(String(message)) || isAway(cause);
}
