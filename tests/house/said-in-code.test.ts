import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { saidInCode } from "./said-in-code";

/** Exempt files: each language's name is written in that language on every page, and common passwords are not shown. */
const notSaid = ["app/ui/languages.ts", "app/features/account/rules.ts"];

test("no component says a sentence of its own", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" })
    .map((file) => `app/${file}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|database\.types\.ts$/.test(file) && !notSaid.includes(file));
  expect(files.length).toBeGreaterThan(50);
  expect(files.flatMap((file) => saidInCode(file, readFileSync(file, "utf8")))).toEqual([]);
});

test.each([
  ["<p>Welcome back</p>"],
  ['<button aria-label="Close" />'],
  ['<img alt={"The map"} />'],
  ['const word = "Сақтау";'],
  ["const word = `Сәлем, ${name}`;"],
])("%s is a sentence of its own", (source) => {
  expect(saidInCode("any.tsx", source)).toHaveLength(1);
});

test.each([['<p>{t("ui.home")} · 18:30</p>'], ['<img alt="" />'], ['<a rel="alternate" className="button quiet" />'], ["// Сақтау\nconst a = 1;"]])("%s is none", (source) => {
  expect(saidInCode("any.tsx", source)).toEqual([]);
});
