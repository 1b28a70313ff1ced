/** What PostgreSQL says as connections break, are too many, or it ends or begins, and Node when nobody is there. */
const codes = /^(08\w{3}|53300|57P0[1-3]|ECONN\w+|EPIPE|CONNECT\w*)$/;
/** What breaks on the way has no code, only words of the driver's. */
const sentences = /timeout|connection terminated|not queryable/i;

/** A database that died, or accepts and does not answer; whoever asked it may have put that into the `cause` of an error of theirs. */
export function isDatabaseAway(error: unknown): boolean {
  if (!error || typeof error !== "object") return false;
  const { code, message, cause } = error as Record<string, unknown>;
  return codes.test(String(code)) || sentences.test(String(message)) || isDatabaseAway(cause);
}
