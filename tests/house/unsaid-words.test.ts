import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

import { namespaces } from "~/core/i18n/config";

import { flatten, type Tree } from "./word-checks";

/** The keys that no source uses, either in full or through a template that starts like the key. */
function unsaid(keys: string[], source: string): string[] {
  const whole = new Set([...source.matchAll(/["'`](?:\w+:)?([\w.-]+)["'`]/g)].map(([, key = ""]) => key));
  const begun = [...source.matchAll(/`(?:\w+:)?([\w.-]+)\$\{/g)].map(([, beginning = ""]) => beginning);
  return keys.filter((key) => !whole.has(key.replace(/_(one|few|many|other)$/, "")) && !begun.some((beginning) => key.startsWith(beginning)));
}

const source = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file))
  .map((file) => readFileSync(`app/${file}`, "utf8"))
  .join("\n");

test.each(namespaces)("each word of %s is said somewhere: readers fetch them all", (namespace) => {
  const words = flatten(JSON.parse(readFileSync(`public/locales/en/${namespace}.json`, "utf8")) as Tree, "");
  expect(unsaid(Object.keys(words), source)).toEqual([]);
});

test("a word that nothing says is found", () => {
  expect(unsaid(["ui.home", "plural.day_one", "label.role.president", "ui.theme"], 't("ui.home"); t("common:plural.day", {}); t(`label.role.${role}`)')).toEqual(["ui.theme"]);
});
