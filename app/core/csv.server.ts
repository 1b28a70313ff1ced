import { stringify } from "csv-stringify/sync";

import type { Locale } from "./i18n/config";

type Cell = string | number | null;

// Spreadsheets expect the separator of their language: in Kazakh and Russian the comma is for decimals.
const delimiters: Record<Locale, string> = { kk: ";", ru: ";", en: "," };

/** Finds formulas inside a text: in a spreadsheet of another language, with another separator, a cell would begin with them. */
const formulaWithin = /([;,\t\r\n][\s"']*)([=+\-@＝＋－＠])/g;
const harmless = (cell: Cell): Cell => (typeof cell === "string" ? cell.replace(formulaWithin, "$1'$2") : cell);

/**
 * Rows, the head included, as CSV text: UTF-8 with a byte order mark, so that spreadsheets read Cyrillic.
 * A text that a spreadsheet would run (= + - @, tab) gets an apostrophe in front, wherever a cell may begin; numbers stay numbers.
 */
export const toCsv = (rows: Cell[][], locale: Locale): string =>
  stringify(rows.map((row) => row.map(harmless)), {
    bom: true,
    escape_formulas: true,
    delimiter: delimiters[locale],
    record_delimiter: "windows",
    quoted_match: /[\r\n]/,
  });

/** The same as a download. `name`: without extension, Latin letters, digits and hyphens. */
export function csvResponse({ name, rows, locale }: { name: string; rows: Cell[][]; locale: Locale }): Response {
  return new Response(toCsv(rows, locale), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}.csv"`,
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    },
  });
}
