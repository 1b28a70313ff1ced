import type { TFunction } from "i18next";

import { csvResponse } from "~/core/csv.server";
import type { Locale } from "~/core/i18n/config";
import { formatPercent } from "~/core/i18n/format";
import { localizedText } from "~/core/i18n/language-map";

import type { Figures } from "./queries.server";
import { growthOf, netOf, shareOf, type Flow } from "./rules";
import type { FiguresParams, FigureTable } from "./schema";
import type { SliceLabels } from "./slice-labels.server";

type Cell = string | number | null;
type Words = TFunction<"insights">;
type Options = { table: FigureTable; query: FiguresParams; slices: SliceLabels; locale: Locale; t: Words };

/** A table of the page as a CSV file: first what it shows, for which place and time, and how its numbers are counted; then the exact numbers. */
export function figuresCsv(figures: Figures, options: Options): Response {
  const { table, locale, query } = options;
  const [head, ...rows] = tableOf(figures, options);
  const { kind, country, city } = figures.place;
  // A chapter outside the place chosen now is ignored, so the place shown is not always the one in the query.
  const place = { world: "world", country: country?.toLowerCase(), city, chapter: query.chapter }[kind];
  const slice = query.slice?.replace(/[^a-z0-9]+/g, "-");
  const name = ["kazalliance", table, place, slice, figures.months.at(-1)?.month].filter(Boolean).join("-");
  return csvResponse({ name, locale, rows: [...preface(figures, options), [], head ?? [], ...rows] });
}

/** The rows above the numbers. */
function preface({ place, parts, months }: Figures, { table, query, slices, locale, t }: Options): Cell[][] {
  const last = months.at(-1);
  const titles = { months: t("figures.chart.table"), places: t(`figures.places.${parts}`) };
  const isWhole = table !== "months" && table !== "places";
  const terms = ["members", "joins", "leaves", "moved", "changed", "balance", ...(table === "places" ? (["growth"] as const) : []), "months"] as const;
  return [
    [t("figures.file.table"), isWhole ? t(`figures.madeOf.${table}`) : titles[table]],
    [t("figures.file.place"), localizedText(place.name, locale) || t("figures.world")],
    [t("figures.file.members"), isWhole || !query.slice ? t("figures.filter.allMembers") : (slices[query.slice] ?? query.slice)],
    [t("figures.file.until"), last?.month ?? null, last ? t(last.isClosed ? "figures.flow.closed" : "figures.flow.running") : null],
    [t("figures.file.asOf"), last ? new Date(last.asOf).toISOString() : null],
    ...terms.map((term) => [t(`figures.definition.${term}.term`), t(`figures.definition.${term}.text`)]),
  ];
}

function tableOf(figures: Figures, { table, slices, locale, t }: Options): Cell[][] {
  const flowHead = (["start", "joins", "leaves", "movedIn", "movedOut", "changed", "end", "net"] as const).map((key) => t(`figures.flow.${key}`));
  const flowCells = (flow: Flow): Cell[] => [flow.start, flow.joins, flow.leaves, flow.movedIn, flow.movedOut, flow.changed, flow.end, netOf(flow)];
  const percent = (part: number | null) => (part === null ? null : formatPercent(part, locale));
  const stateOf = ({ isKept, isClosed }: Figures["months"][number]) => {
    if (!isKept) return t("figures.flow.notKept");
    return t(isClosed ? "figures.flow.closed" : "figures.flow.running");
  };
  if (table === "months") {
    return [
      [t("figures.flow.month"), ...flowHead, t("figures.flow.state")],
      ...figures.months.map((month) => [
        month.month,
        ...(month.isKept ? flowCells(month) : flowHead.map(() => null)),
        stateOf(month),
      ]),
    ];
  }
  if (table === "places") {
    const { rows } = figures.places;
    const hasCountry = figures.parts !== "country";
    return [
      [
        t("figures.places.name"),
        t("figures.file.code"),
        ...(hasCountry ? [t("figures.file.country")] : []),
        ...flowHead,
        t("figures.file.yearAgo"),
        t("figures.places.growth"),
      ],
      ...rows.map((row) => [
        localizedText(row.name, locale),
        row.key,
        ...(hasCountry ? [row.country] : []),
        ...flowCells(row),
        row.yearAgo,
        percent(growthOf(row.yearAgo, row.end)),
      ]),
    ];
  }
  return [
    [t(`figures.madeOf.${table}`), t("figures.file.code"), ...flowHead, t("figures.madeOf.share")],
    ...figures.madeOf
      .filter(({ dimension }) => dimension === table)
      .map((part) => [slices[`${table}.${part.value}`] ?? part.value, part.value, ...flowCells(part), percent(shareOf(part.end, figures.members))]),
  ];
}
