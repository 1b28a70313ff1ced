import { readdirSync, readFileSync } from "node:fs";

import { expect, test } from "vitest";

const components = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".tsx"))
  .map((file) => [file, readFileSync(`app/${file}`, "utf8")] as const);
const buttonsIn = (text: string) => [...text.matchAll(/<SubmitButton\b[^>]*?\bname="(\w+)"/g)].flatMap(([, name = ""]) => (name === "intent" ? [] : [name]));
const untypedIn = (text: string) => [...text.matchAll(/<(?:PostForm|ValidatedForm)\s+untyped=\{\[([^\]]*)\]\}/g)].flatMap(([, names = ""]) => [...names.matchAll(/"(\w+)"/g)].map(([, name]) => name));

test("a form whose button is called otherwise than those of all forms says so: a press alone is nothing typed, and is not kept", () => {
  const named = components.flatMap(([file, text]) => buttonsIn(text).map((name) => ({ file, name, isSaid: untypedIn(text).includes(name) })));
  expect(named.length).toBeGreaterThan(2);
  expect(named.filter(({ isSaid }) => !isSaid)).toEqual([]);
});

/** A leader's forms, each with the files that render its fields. */
const ofLeaders = {
  "features/events/ui/event-form.tsx": ["about", "when", "where", "capacity"].map((part) => `features/events/ui/${part}-fields.tsx`),
  "features/events/ui/reason-dialog.tsx": [],
  "features/chapters/ui/appoint-form.tsx": [],
  "features/chapters/ui/shown-as-form.tsx": [],
  "features/chapters/ui/end-mandate-dialog.tsx": [],
};
const chosenIn = (text: string) => [...text.matchAll(/<(?:Select|Choice|input type="hidden")\s[^>]*?\bname=(?:"|\{(?:fields\.)?)(\w+)/g)].map(([, name = ""]) => name);

test.each(Object.entries(ofLeaders))("what was chosen in %s, and what it tells of itself, is no text that a leader is given back once their term has ended", (form, parts) => {
  const text = (file: string) => readFileSync(`app/${file}`, "utf8");
  const chosen = [form, ...parts].flatMap((file) => chosenIn(text(file))).filter((name) => name !== "intent");
  expect(chosen).not.toEqual([]);
  expect(chosen.filter((name) => !untypedIn(text(form)).includes(name))).toEqual([]);
});
