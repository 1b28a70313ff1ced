type DatabaseError = { code: string; message: string };

/**
 * The result of a command that the database refused (SQLSTATE class KA, the reason as message), if the reason is one of those the caller can explain.
 * Everything else is not a refusal but a failure, and is thrown.
 */
export function refused<const Reason extends string>(error: DatabaseError, explained: readonly Reason[]): { ok: false; reason: Reason } {
  const reason = error.code.startsWith("KA") ? explained.find((known) => known === error.message) : undefined;
  if (reason === undefined) throw error;
  return { ok: false, reason };
}

/** The result of a command that was done. */
const ok = { ok: true } as const;

/** The result of a command that returns no data: done, or why it was refused. */
export const commandResult = <const Reason extends string>({ error }: { error: DatabaseError | null }, explained: readonly Reason[]) =>
  error ? refused(error, explained) : ok;

/** Whether PostgreSQL denied the right to do this (42501): for this person the thing does not exist. */
export const isPermissionDenied = (error: DatabaseError): boolean => error.code === "42501";
