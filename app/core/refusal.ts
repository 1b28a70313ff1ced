/**
 * The reason of a refusal made by the database (SQLSTATE class KA, the reason as message), when it is one of those the caller can explain.
 * Everything else is not a refusal but a failure: throw it.
 */
export function refusal<Reason extends string>(error: { code: string; message: string }, explained: readonly Reason[]): Reason | null {
  if (!error.code.startsWith("KA")) return null;
  return explained.find((reason) => reason === error.message) ?? null;
}

/** What PostgreSQL says of what does not exist for the one who asks. */
export const isNotTheirs = (error: { code: string }): boolean => error.code === "42501";
