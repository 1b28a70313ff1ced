import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";

import { csvFile, csvText } from "./csv.server";

const read = (text: string, delimiter: string) => parse(text, { bom: true, delimiter }) as string[][];

describe("a table for spreadsheets", () => {
  test("no cell is a formula, and numbers stay numbers", () => {
    const wild = ["=1+1", "+7 701", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1"];
    const [row] = read(csvText([[...wild, -12, 640]], "en"), ",");
    expect(row).toEqual([...wild.map((cell) => `'${cell}`), "-12", "640"]);
  });

  test("what holds quotes, separators and line breaks comes back as it was", () => {
    const cells = ["«Дала; аспан»", "a \"quoted\", word", "two\nlines", "Ұлыбритания", ""];
    for (const [locale, delimiter] of [["kk", ";"], ["ru", ";"], ["en", ","]] as const) {
      expect(read(csvText([cells], locale), delimiter)).toEqual([cells]);
    }
  });

  test("is read as UTF-8 and kept as a file that nobody in between stores", async () => {
    const answer = csvFile({ name: "kazalliance-figures", rows: [["Ел"]], locale: "kk" });
    expect([...new Uint8Array(await answer.clone().arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(answer.headers.get("Content-Disposition")).toBe('attachment; filename="kazalliance-figures.csv"');
    expect(answer.headers.get("Cache-Control")).toContain("no-store");
  });
});
