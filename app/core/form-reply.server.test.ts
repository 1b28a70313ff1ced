import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { z } from "zod";

import { conflict, unprocessable } from "./form-reply.server";

const schema = z.object({ email: z.string(), current: z.string(), password: z.string().min(8, "common:error.passwordShort") });
const sent = (password: string) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ email: "a@b.example", current: "аспан", password })) form.append(name, value);
  return parseWithZod(form, { schema });
};

test("a form that cannot be taken comes back with what was typed and what is wrong, but without passwords", () => {
  const { data, init } = unprocessable(sent("дала"));
  expect(init).toEqual({ status: 422 });
  expect(data).toMatchObject({ status: "error", error: { password: ["common:error.passwordShort"] } });
  expect(data.initialValue).toEqual({ email: "a@b.example" });
});

test("so does one that is refused as things stand, with the reason for the whole of it", () => {
  const { data, init } = conflict(sent("дала мен аспан"), "events:refusal.full");
  expect(init).toEqual({ status: 409 });
  expect(data).toMatchObject({ status: "error", error: { "": ["events:refusal.full"] } });
  expect(data.initialValue).toEqual({ email: "a@b.example" });
});
