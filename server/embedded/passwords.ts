import { refuse } from "./responses";

const shortest = 8;
/** bcrypt ignores everything beyond this; hosted Supabase refuses longer passwords, so that no two that differ only at the end count as the same. */
const longestInBytes = 72;

/** A refusal if hosted Supabase would refuse this password, else null. */
export function refusedPassword(password: string): Response | null {
  if (Buffer.byteLength(password) > longestInBytes) {
    return refuse(400, "validation_failed", `Password cannot be longer than ${longestInBytes} characters`);
  }
  if (password.length >= shortest) return null;
  const words = `Password should be at least ${shortest} characters.`;
  return refuse(422, "weak_password", words, { weak_password: { reasons: ["length"], message: words } });
}
