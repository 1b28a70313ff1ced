/** Codes that PostgreSQL gives when connections break, are too many, or it is stopping or starting; and Node's codes when nothing listens. */
const codes = /^(08\w{3}|53300|57P0[1-3]|ECONN\w+|EPIPE|CONNECT\w*)$/;
/** Errors on the connection itself have no code, only the driver's message. */
const sentences = /timeout|connection terminated|not queryable/i;

/**
 * True if the error means that the database has died or accepts connections without answering; callers may have wrapped that error as the `cause` of their
 * own.
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!error || typeof error !== "object") return false;
  const { code, message, cause } = error as Record<string, unknown>;
  return codes.test(String(code)) || sentences.test(String(message)) || isDatabaseAway(cause);
}
