import { readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { generateTypes } from "../../scripts/generate-types.mjs";
import { freshDatabase } from "../support/database";

test("the committed types are those of the migrations: `npm run types` writes them", async () => {
  const { url, drop } = await freshDatabase("migrations");
  try {
    expect(await generateTypes(url)).toBe(readFileSync("app/core/supabase/database.types.ts", "utf8"));
  } finally {
    await drop();
  }
});
