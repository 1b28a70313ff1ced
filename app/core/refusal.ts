type DatabaseError = { code: string; message: string };

/**
 * The answer of a command that the database refused (SQLSTATE class KA, the reason as message), when the reason is one of those the caller can explain.
 * Everything else is not a refusal but a failure, and is thrown.
 */
export function refused<const Reason extends string>(error: DatabaseError, explained: readonly Reason[]): { ok: false; reason: Reason } {
  const reason = error.code.startsWith("KA") ? explained.find((known) => known === error.message) : undefined;
  if (reason === undefined) throw error;
  return { ok: false, reason };
}

/** The answer of a command that was done. */
const ok = { ok: true } as const;

/** The answer of a command of which nothing is to be told but that it was done, or why it was refused. */
export const answerOf = <const Reason extends string>({ error }: { error: DatabaseError | null }, explained: readonly Reason[]) =>
  error ? refused(error, explained) : ok;

/** What PostgreSQL says of what does not exist for the one who asks. */
export const isNotTheirs = (error: DatabaseError): boolean => error.code === "42501";
