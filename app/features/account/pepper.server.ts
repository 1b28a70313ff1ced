import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { env } from "~/core/env.server";

const bytes = 32;
let pepper: string | undefined;

/** Known to the server alone, and the same on every web node. */
function readPepper(): string {
  const { LIMIT_PEPPER, DATA_DIR } = env();
  if (LIMIT_PEPPER) return LIMIT_PEPPER;
  const file = join(DATA_DIR, "limit-pepper");
  const kept = existsSync(file) ? readFileSync(file, "utf8") : "";
  // One that a full disk cut short is none.
  if (kept.length === 2 * bytes) return kept;
  const made = randomBytes(bytes).toString("hex");
  mkdirSync(DATA_DIR, { recursive: true });
  writeFileSync(`${file}.new`, made, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

/** What only this site can make of a text: 64 hexadecimal digits. `purpose` keeps the uses apart. */
export function peppered(purpose: string, text: string): string {
  pepper ??= readPepper();
  return createHmac("sha256", pepper).update(`${purpose} ${text}`).digest("hex");
}
