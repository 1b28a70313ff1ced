import { createHash } from "node:crypto";

/** The auth server hashes with bcrypt, which reads 72 bytes and refuses more; 64 Cyrillic letters are 128. */
const mostBytes = 72;

/**
 * A password as it is handed to the auth server: one spelling of each letter, and a long one as its SHA-256, so that every letter counts
 * (`docs/decisions/0005-long-passwords.md`).
 */
export function normalizePassword(password: string): string {
  const spelled = password.normalize("NFC");
  if (Buffer.byteLength(spelled) <= mostBytes) return spelled;
  return createHash("sha256").update(`kazalliance ${spelled}`).digest("base64url");
}
