import { createHmac, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { env } from "~/core/env.server";

let pepper: string | undefined;

/** Known to the server alone, and the same on every web node. */
function readPepper(): string {
  const { LIMIT_PEPPER, DATA_DIR } = env();
  if (LIMIT_PEPPER) return LIMIT_PEPPER;
  const file = join(DATA_DIR, "limit-pepper");
  if (!existsSync(file)) {
    mkdirSync(DATA_DIR, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8");
}

/** What only this site can make of a text: 64 hexadecimal digits. `purpose` keeps the uses apart. */
export function peppered(purpose: string, text: string): string {
  pepper ??= readPepper();
  return createHmac("sha256", pepper).update(`${purpose} ${text}`).digest("hex");
}
