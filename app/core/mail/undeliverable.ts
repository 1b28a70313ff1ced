/** A letter for which there is no second try: refused for good, or overtaken by time. */
export class Undeliverable extends Error {
  override name = "Undeliverable";
}

/**
 * Whether a mail server refuses this letter or its reader for good (RFC 5321: 5xx). What it has against us, a wrong password or a sender it does not know,
 * passes when somebody mends it, and would else cost every letter of that day.
 */
export function isRefusedForGood(error: unknown): boolean {
  // What nodemailer hangs on its errors.
  const { responseCode = 0, command } = error as { responseCode?: number; command?: string };
  return responseCode >= 500 && (command === "RCPT TO" || command === "DATA");
}
