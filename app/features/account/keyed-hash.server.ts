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
  const stored = existsSync(file) ? readFileSync(file, "utf8") : "";
  // A file cut short by a full disk does not count.
  if (stored.length === 2 * bytes) return stored;
  const created = randomBytes(bytes).toString("hex");
  mkdirSync(DATA_DIR, { recursive: true });
  writeFileSync(`${file}.new`, created, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return created;
}

/** A keyed hash of a text (HMAC) that only this site can compute: 64 hexadecimal digits. `purpose` keeps the uses apart. */
export function keyedHash(purpose: string, text: string): string {
  pepper ??= readPepper();
  return createHmac("sha256", pepper).update(`${purpose} ${text}`).digest("hex");
}
