import { expect, test } from "vitest";
import { z } from "zod";

import "./zod-messages.server";

const said = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map((issue) => issue.message);

test("zod speaks in keys", () => {
  expect(said(z.string(), undefined)).toEqual(["common:error.required"]);
  expect(said(z.string().min(1), "")).toEqual(["common:error.required"]);
  expect(said(z.string().min(8), "abc")).toEqual(['common:error.tooShort|{"min":8}']);
  expect(said(z.string().max(2), "abc")).toEqual(['common:error.tooLong|{"max":2}']);
  expect(said(z.email(), "abc")).toEqual(["common:error.email"]);
  expect(said(z.url(), "abc")).toEqual(["common:error.url"]);
  expect(said(z.enum(["kk", "ru"]), "de")).toEqual(["common:error.chooseFromList"]);
  expect(said(z.coerce.number().int(), "abc")).toEqual(["common:error.chooseFromList"]);
  expect(said(z.union([z.literal("a"), z.literal("b")]), "c")).toEqual(["common:error.chooseFromList"]);
  expect(said(z.iso.date(), "31.12.2026")).toEqual(["common:error.chooseFromList"]);
});

test("a schema's own words go first", () => {
  expect(said(z.string({ error: "common:error.chooseOne" }), undefined)).toEqual(["common:error.chooseOne"]);
});
