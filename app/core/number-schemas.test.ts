import { parseWithZod } from "@conform-to/zod/v4";
import { expect, test } from "vitest";
import { z } from "zod";

import { wholeNumber } from "./number-schemas";

const schema = z.object({ places: wholeNumber({ least: 1, most: 100_000, error: "wrong" }) });
const read = (places: string) => {
  const form = new FormData();
  form.set("places", places);
  const read = parseWithZod(form, { schema });
  return read.status === "success" ? read.value.places : read.error?.places?.[0];
};

test.each([["1", 1], ["80", 80], [" 80 ", 80], ["0080", 80], ["1 000", 1000], ["1\u00a0000", 1000], ["100000", 100_000]])("%s is a number", (typed, number) => {
  expect(read(typed)).toBe(number);
});

test.each(["", " ", "0", "-1", "+1", "1e3", "0x10", "0b1", "0.5", "1.0", "1,000", "1 00", "10 00", "1  000", "100001", "99999999999999999999", "Infinity", "٣", "a"])("%s is none", (typed) => {
  expect(read(typed)).toBe("wrong");
});

test("one that was read before is read again", () => {
  expect(schema.parse(schema.parse({ places: "80" }))).toEqual({ places: 80 });
});
