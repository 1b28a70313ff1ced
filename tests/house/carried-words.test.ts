import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { expect, test } from "vitest";

import { namespaces } from "~/core/i18n/config";

const resolved = (path: string) => [`${path}.tsx`, `${path}.ts`].find((file) => existsSync(file));

/** Our own files that a file imports at run time in the browser: no type imports, and nothing that stays on the server. */
function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^import (?!type )[^;]*?from "((?:~|\.{1,2})\/[^"]+)";$/gm)].flatMap(([, path = ""]) => {
    const found = path.includes(".server") ? undefined : resolved(path.startsWith("~") ? path.replace("~", "app") : join(dirname(file), path));
    return found ?? [];
  });
}

function reachedFrom(file: string): Set<string> {
  const reached = new Set([file]);
  for (const one of reached) for (const imported of importsOf(one)) reached.add(imported);
  return reached;
}

/** The namespaces of words that a component uses. */
const spokenBy = (file: string): string[] => {
  const text = readFileSync(file, "utf8");
  const asked = [...text.matchAll(/useTranslation\(([^)]*)\)/g)].flatMap(([, names = ""]) => [...names.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name));
  return asked.filter((name) => (namespaces as readonly string[]).includes(name));
};

const carriedBy = (file: string): string[] => {
  const [, names = ""] = /export const handle = \{ i18n: \[([^\]]*)\] \}/.exec(readFileSync(file, "utf8")) ?? [];
  return [...names.matchAll(/"(\w+)"/g)].map(([, name = ""]) => name);
};

const routes = readdirSync("app/routes").filter((file) => file.endsWith(".tsx"));
const layoutOf = (route: string) => routes.find((file) => file !== route && route.startsWith(file.replace(/tsx$/, "")));

test.each(routes)("%s names all the words that its components say", (route) => {
  const layout = layoutOf(route);
  const carried = new Set(["common", ...[route, layout].flatMap((file) => (file ? carriedBy(`app/routes/${file}`) : []))]);
  const spoken = [...reachedFrom(`app/routes/${route}`)].flatMap((file) => spokenBy(file).filter((name) => !carried.has(name)).map((name) => `${name} in ${file}`));
  expect(spoken).toEqual([]);
});
