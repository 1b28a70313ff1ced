import { expect, test } from "vitest";

import { cut, hasInvisibleCharacters, manyLines, oneLine, plainName, trimInvisible } from "./text";

test.each([
  ["Бір\r\nекі\rүш\nтөрт", "Бір\nекі\nүш\nтөрт"],
  ["Бір\tекі\u0007\u001B[31m\u0000\u009F", "Бір екі[31m"],
  ["Бір\u2028екі\u2029үш\u0085төрт", "Бір\nекі\nүш\nтөрт"],
  ["\u202Eтөңкеріс\u202C \u2066ішінде\u2069", "төңкеріс ішінде"],
  [" \n\u200B\u202E\u3164\n ", ""],
  ["отбасы 👨‍👩‍👧 мен ❤️", "отбасы 👨‍👩‍👧 мен ❤️"],
])("a text of many lines: %j is read as %j", (typed, read) => {
  expect(manyLines(typed)).toBe(read);
});

test.each([
  ["Evening\rATTACH:https://evil.example/x", "Evening ATTACH:https://evil.example/x"],
  ["  Шай\r\nкеші\t2026\u0000 ", "Шай кеші 2026"],
  ["Той 👩‍🎓", "Той 👩‍🎓"],
  ["\u200F\u200B", ""],
])("a text of one line: %j is read as %j", (typed, read) => {
  expect(oneLine(typed)).toBe(read);
});

test.each([
  ["Сейіт\u200Bқали\u202E", "Сейітқали"],
  ["\uFEFFAn\u00ADna\u200F Maria\n", "Anna Maria"],
  ["О’Коннор-Ұлы", "О’Коннор-Ұлы"],
  ["김민준", "김민준"],
  ["\u3164\u115F", ""],
  // The letters of a Mac's file names and of some PDFs: и and a breve, е and a dieresis.
  ["Мая Семе\u0308нова, Маи\u0306ра", "Мая Семёнова, Майра"],
])("a name: %j is read as %j", (typed, read) => {
  expect(plainName(typed)).toBe(read);
});

test.each([
  ["\u200B a@b.example\u00A0\uFEFF\u2060\n", "a@b.example"],
  ["a\u200Bb c", "a\u200Bb c"],
  ["\u00A0\u200B", ""],
  ["", ""],
])("%j without what comes along when it is pasted is %j", (typed, read) => {
  expect(trimInvisible(typed)).toBe(read);
});

test("a sign that is drawn as nothing is found wherever it stands", () => {
  expect(["a\u200Bb", "ab\u2060", "a\u00ADb"].map(hasInvisibleCharacters)).toEqual([true, true, true]);
  expect(["ab", "a b", "Әсем"].map(hasInvisibleCharacters)).toEqual([false, false, false]);
});

test("no letter is cut in half", () => {
  expect(cut(`${"a".repeat(159)}😀😀`, 160)).toBe(`${"a".repeat(159)}😀`);
  expect(cut("Шай", 160)).toBe("Шай");
});
