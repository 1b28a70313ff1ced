import { Link } from "@remix-run/react";

import { formatNumber, formatPercent, formatPercentInColumn, formatSigned } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith } from "~/core/list-query";
import { ChartFrame } from "~/ui/chart-frame";
import { StackedBar } from "~/ui/stacked-bar";
import { Table } from "~/ui/table";

import type { FigurePart, ShownFigures } from "../queries.server";
import { csvQuery } from "../query-string";
import { dimensions, largestParts, netOf, shareOf, smallestBase, type Dimension } from "../rules";
import type { FiguresParams } from "../schema";
import type { SliceLabels } from "../slice-labels.server";
import { CsvLink } from "./csv-link";
import { monthName } from "./month-name";

type Props = { query: FiguresParams; figures: ShownFigures; slices: SliceLabels; filePath: string };

/** All members at the end of the month by degree, field and home region. */
export function Breakdown(props: Props) {
  const { t } = useTranslation("insights");
  return (
    <section aria-labelledby="made-of" className="made-of">
      <h2 id="made-of">{t("figures.madeOf.title")}</h2>
      {dimensions.map((dimension) => (
        <OneDimension key={dimension} dimension={dimension} {...props} />
      ))}
    </section>
  );
}

function OneDimension({ dimension, query, figures, slices, filePath }: Props & { dimension: Dimension }) {
  const { t } = useTranslation("insights");
  const locale = useLocale();
  const rows = figures.madeOf.filter((part) => part.dimension === dimension);
  const month = figures.months.at(-1)?.month;
  const label = ({ value }: FigurePart) => slices[`${dimension}.${value}`] ?? value;
  const count = (value: number) => formatNumber(value, locale);
  const percent = (part: number) => {
    const share = shareOf(part, figures.members);
    return share === null ? undefined : formatPercentInColumn(share, locale);
  };
  const { largest, others } = largestParts(rows);
  const [first] = largest;
  const name = t(`figures.madeOf.${dimension}`);
  if (!first || !month) return <ChartFrame level={3} title={name} text={t("figures.madeOf.notKept")}>{null}</ChartFrame>;

  const parts = largest.map((part) => ({ label: label(part), value: count(part.end), share: part.end / figures.members, shareText: percent(part.end) }));
  const rest = { label: t("figures.madeOf.others"), value: count(others), share: others / figures.members, shareText: percent(others) };
  const largestShare = shareOf(first.end, figures.members);
  return (
    <ChartFrame
      level={3}
      title={name}
      text={
        <>
          {largestShare === null
            ? t("figures.madeOf.largest", { part: label(first) })
            : t("figures.madeOf.largestShare", { part: label(first), share: formatPercent(largestShare, locale) })}
          <span className="chart-note">{t("figures.madeOf.text", { month: monthName(month, locale) })}</span>
          {figures.members < smallestBase ? <span className="chart-note">{t("figures.madeOf.small")}</span> : null}
        </>
      }
      table={
        <>
          <PartsTable caption={name} rows={rows} addressOf={({ value }) => queryWith(query, { slice: `${dimension}.${value}` })} label={label} percent={percent} />
          <CsvLink to={filePath + csvQuery(query, dimension)} table={name} />
        </>
      }
    >
      <StackedBar parts={others > 0 ? [...parts, rest] : parts} hasOther={others > 0} />
    </ChartFrame>
  );
}

type TableProps = {
  caption: string;
  rows: FigurePart[];
  addressOf: (part: FigurePart) => string;
  label: (part: FigurePart) => string;
  percent: (part: number) => string | undefined;
};

function PartsTable({ caption, rows, addressOf, label, percent }: TableProps) {
  const { t } = useTranslation("insights");
  const locale = useLocale();
  const number = (key: "joins" | "leaves" | "end") => ({
    key,
    label: t(`figures.flow.${key}`),
    isNumber: true,
    wideOnly: key !== "end",
    cell: (part: FigurePart) => formatNumber(part[key], locale),
  });
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ value }) => value}
      onPhones="scroll"
      className="countries"
      columns={[
        {
          key: "part",
          label: caption,
          isRowHeader: true,
          cell: (part) => (
            <Link to={addressOf(part)} preventScrollReset={false}>
              {label(part)}
            </Link>
          ),
        },
        number("end"),
        { key: "share", label: t("figures.madeOf.share"), isNumber: true, cell: ({ end }) => percent(end) ?? "–" },
        number("joins"),
        number("leaves"),
        { key: "net", label: t("figures.flow.net"), isNumber: true, wideOnly: true, cell: (part) => formatSigned(netOf(part), locale) },
      ]}
    />
  );
}
