/**
 * What the log says of something thrown. Of a database's error its code and its sentence, and neither `details` nor `hint`: they repeat the row with the
 * person in it.
 */
export function describeFault(error: unknown): unknown {
  if (!error || typeof error !== "object" || !("message" in error)) return String(error);
  // It has a message, and a code where a database or Node threw it.
  const { code, message } = error as { code?: unknown; message: unknown };
  const { name, stack } = error instanceof Error ? error : {};
  return { name, code, message, stack };
}
