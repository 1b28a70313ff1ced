/**
 * What is logged of something thrown. Of a database error its code and its message, but neither `details` nor `hint`: they quote the row, with personal
 * data in it.
 */
export function describeFault(error: unknown): unknown {
  if (!error || typeof error !== "object" || !("message" in error)) return String(error);
  // It has a message, and a code where a database or Node threw it.
  const { code, message } = error as { code?: unknown; message: unknown };
  const { name, stack } = error instanceof Error ? error : {};
  return { name, code, message, stack };
}
