import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";

import { csvResponse, toCsv } from "./csv.server";

const read = (text: string, delimiter: string) => parse(text, { bom: true, delimiter }) as string[][];

describe("a table for spreadsheets", () => {
  test("no cell is a formula, and numbers stay numbers", () => {
    const wild = ["=1+1", "+7 701", "-2+3", "@SUM(A1)", "\t1", "\r1", "＝1"];
    const [row] = read(toCsv([[...wild, -12, 640]], "en"), ",");
    expect(row).toEqual([...wild.map((cell) => `'${cell}`), "-12", "640"]);
  });

  // The separator depends on the spreadsheet's language, not on the page's.
  test.each([",", ";", "\t"])("no cell is one for a spreadsheet that splits at %j either", (delimiter) => {
    for (const locale of ["kk", "en"] as const) {
      const text = toCsv([["Ким", "Ару;=cmd|' /C calc'!A0;", "Ару,=1+1,", "Ару; @SUM(A1)", "Ару\t＝1", 'Ару;"=1+1"', "Ару;\n-1"]], locale);
      const cells = text.split("\r\n").flatMap((line) => line.split(/[\n\t]/).flatMap((part) => part.split(delimiter)));
      expect(cells.filter((cell) => /^[\s"]*[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
    }
  });

  test("what holds quotes, separators and line breaks comes back as it was", () => {
    const cells = ["«Дала; аспан»", "a \"quoted\", word", "two\nlines", "Ұлыбритания", ""];
    for (const [locale, delimiter] of [["kk", ";"], ["ru", ";"], ["en", ","]] as const) {
      expect(read(toCsv([cells], locale), delimiter)).toEqual([cells]);
    }
  });

  test("is read as UTF-8 and kept as a file that nobody in between stores", async () => {
    const answer = csvResponse({ name: "kazalliance-figures", rows: [["Ел"]], locale: "kk" });
    expect([...new Uint8Array(await answer.clone().arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="kazalliance-figures.csv"');
    expect(answer.headers.get("Cache-Control")).toContain("no-store");
  });
});
