import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

const components = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => [file, readFileSync(`app/${file}`, "utf8")] as const);
const buttonsIn = (text: string) => [...text.matchAll(/<SubmitButton\b[^>]*?\bname="(\w+)"/g)].flatMap(([, name = ""]) => (name === "intent" ? [] : [name]));
const untypedIn = (text: string) => [...text.matchAll(/<PostForm untyped=\{\[([^\]]*)\]\}/g)].flatMap(([, names = ""]) => [...names.matchAll(/"(\w+)"/g)].map(([, name]) => name));

test("a form whose button is called otherwise than those of all forms says so: a press alone is nothing typed, and is not kept", () => {
  const named = components.flatMap(([file, text]) => buttonsIn(text).map((name) => ({ file, name, isSaid: untypedIn(text).includes(name) })));
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter(({ isSaid }) => !isSaid)).toEqual([]);
});
