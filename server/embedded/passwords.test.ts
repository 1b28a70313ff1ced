import { readFileSync } from "node:fs";

import { compare, hash } from "bcryptjs";
import { expect, test } from "vitest";

import { refusedPassword } from "./passwords";

test("passwords are hashed beside the main thread: the package is the one that has threads", async () => {
  const { name } = JSON.parse(readFileSync("node_modules/bcryptjs/package.json", "utf8")) as { name: string };
  expect(name).toBe("@node-rs/bcrypt");
  expect(await compare("дала-көк-аспан", await hash("дала-көк-аспан", 4))).toBe(true);
});

test("36 Cyrillic letters are the most, as bcrypt reads 72 bytes; eight are the least", () => {
  expect(refusedPassword("ә".repeat(36))).toBeNull();
  expect(refusedPassword("ә".repeat(37))?.status).toBe(400);
  expect(refusedPassword("ә".repeat(8))).toBeNull();
  expect(refusedPassword("ә".repeat(7))?.status).toBe(422);
});
