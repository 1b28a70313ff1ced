import { createHmac } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { keyedHash } from "./keyed-hash.server";

const folder = process.env.DATA_DIR ?? "";
const file = join(folder, "limit-pepper");

test("a key that a full disk left empty is made anew, kept for its owner's eyes, and stays", () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, "");
  const made = keyedHash("signIn", "aru@student.example");
  expect(made).not.toBe(createHmac("sha256", "").update("signIn aru@student.example").digest("hex"));
  expect(readFileSync(file, "utf8")).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(keyedHash("signIn", "aru@student.example")).toBe(made);
});
