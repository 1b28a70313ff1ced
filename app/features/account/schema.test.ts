import { expect, test } from "vitest";

import { emailSchema, verifyCodeSchema } from "./schema";

const said = (typed: unknown) => emailSchema.safeParse(typed).error?.issues.map(({ message }) => message);

test.each(["\u200Baruzhan@demo.example", "aruzhan@demo.example\uFEFF", "\u00A0aruzhan@demo.example \u2060", " Aruzhan@Demo.example\n"])(
  "an address that was pasted as %j is the address that can be seen",
  (typed) => expect(emailSchema.parse(typed)).toBe("aruzhan@demo.example"),
);

test.each([
  ["aru\u200Bzhan@demo.example", "common:error.emailHidesSigns"],
  ["aruzhan@demo\u2060.example", "common:error.emailHidesSigns"],
  ["aru zhan@demo.example", "common:error.email"],
  ["aruzhan@demo", "common:error.email"],
  ["\u200B", "common:error.emailMissing"],
  [undefined, "common:error.emailMissing"],
  [`${"a".repeat(250)}@demo.example`, 'common:error.tooLong|{"max":254}'],
])("%j is refused: %s", (typed, sentence) => expect(said(typed)).toEqual([sentence]));

test.each(["123456", "123 456", "123-456\u200B"])("%j is a code", (code) => expect(verifyCodeSchema.parse({ code })).toEqual({ code: "123456" }));

test.each(["12345", "1234567", "шесть", undefined])("%j is none", (code) => {
  expect(verifyCodeSchema.safeParse({ code }).error?.issues.map(({ message }) => message)).toEqual(["account:code.sixDigits"]);
});
