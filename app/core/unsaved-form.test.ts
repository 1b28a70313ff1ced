import { expect, test } from "vitest";

import { toUnsavedForm, typedValues } from "./unsaved-form";

const sent = (fields: [string, string][]) => {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
};

test("what was typed is kept as it was, each value of a field that has several, and the button that was pressed", () => {
  const fields: [string, string][] = [["intent", "save"], ["title.kk", "Шай\nкеші"], ["spoken", "kk"], ["spoken", "ru"], ["venue", ""]];
  expect(toUnsavedForm(sent(fields))).toEqual(fields.slice(0, 4));
});

test("where a button alone was pressed nothing is", () => expect(toUnsavedForm(sent([["writer", "7d7c1d7e"], ["intent", "register"], ["message", ""]]))).toBeNull());

test("what a form says by itself was not typed, beside its button and the way on", () => {
  const answer: [string, string][] = [["untyped", "request from"], ["intent", "decline"], ["request", "r1"], ["from", "overview"], ["to", "/kk"]];
  expect(toUnsavedForm(sent(answer))).toBeNull();
  expect(toUnsavedForm(sent([...answer, ["reason", "Толық емес"]]))).toEqual([...answer, ["reason", "Толық емес"]]);
  expect(toUnsavedForm(sent([["intent", "decline"], ["request", "r1"]]))).toEqual([["intent", "decline"], ["request", "r1"]]);
});

test("what was typed is shown without what the form said by itself", () => {
  expect(typedValues([["untyped", "request from"], ["intent", "decline"], ["request", "r1"], ["reason", "Толық емес"]])).toEqual(["Толық емес"]);
});

test("a password is never, nor is a code", () => {
  expect(toUnsavedForm(sent([["email", "a@b.example"], ["password", "дала мен аспан"]]))).toEqual([["email", "a@b.example"]]);
  expect(toUnsavedForm(sent([["intent", "enter"], ["code", "123456"]]))).toBeNull();
});
