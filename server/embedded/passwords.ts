import { refuse } from "./answers";

const shortest = 8;
/** bcrypt reads no further; hosted Supabase refuses more, so that no two long passwords are the same one. */
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
