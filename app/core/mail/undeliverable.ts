/** A letter that must not be retried: refused for good, or out of date. */
export class Undeliverable extends Error {
  override name = "Undeliverable";
}

/**
 * Whether a mail server refuses this letter or its recipient for good (RFC 5321: 5xx). When it refuses us, for a wrong password or an unknown sender, the
 * letter is retried: somebody will fix that, and giving up would lose every letter of that day.
 */
export function isRefusedForGood(error: unknown): boolean {
  // Set by nodemailer on its errors.
  const { responseCode = 0, command } = error as { responseCode?: number; command?: string };
  return responseCode >= 500 && (command === "RCPT TO" || command === "DATA");
}
