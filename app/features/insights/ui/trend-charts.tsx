import { formatNumber, formatPercent } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { BarChart } from "~/ui/bar-chart";
import { ChartFrame } from "~/ui/chart-frame";
import { scaleStart } from "~/ui/chart-sizes";
import { LineChart } from "~/ui/line-chart";

import { growthOf, monthBefore, type FigureMonth } from "../rules";
import { CsvLink } from "./csv-link";
import { monthName } from "./month-name";
import { MonthsTable } from "./months-table";

type Props = {
  months: FigureMonth[];
  isSlice: boolean;
  /** URL of the table as a file. */
  file: string;
};

/** Charts of the members over time and of joins and leaves, month by month, with the table behind both. */
export function TrendCharts({ months, isSlice, file }: Props) {
  const { t } = useTranslation("insights");
  const locale = useLocale();
  const finding = useFinding(months);
  const keptMonths = months.filter(({ isKept }) => isKept);
  const first = keptMonths[0];
  if (!first) return null;
  const short = (month: string) => monthName(month, locale, "monthYearShort");
  const points = [{ month: monthBefore(first.month), end: first.start }, ...keptMonths].map(({ month, end }) => ({ label: short(month), value: end }));
  const from = scaleStart(points.map(({ value }) => value));
  const count = (value: number) => formatNumber(value, locale);
  const busiest = keptMonths.reduce((most, month) => (month.joins > most.joins ? month : most), first);
  const hasMoves = keptMonths.some(({ joins, leaves }) => joins + leaves > 0);
  return (
    <ChartFrame
      title={finding}
      text={
        <>
          {t("figures.chart.members", { start: count(from) })}
          {keptMonths.length < months.length ? <span className="chart-note">{t("figures.chart.notAllKept")}</span> : null}
        </>
      }
      table={
        <>
          <MonthsTable months={months} isSlice={isSlice} />
          <CsvLink to={file} table={t("figures.chart.table")} />
        </>
      }
    >
      <LineChart points={points} from={from} format={count} />
      <div className="second-chart">
        <h3>{hasMoves ? t("figures.chart.moves", { month: monthName(busiest.month, locale), number: count(busiest.joins) }) : t("figures.chart.noMoves")}</h3>
        <p className="small soft">{t("figures.chart.movesText")}</p>
        {hasMoves ? (
          <BarChart
            labels={keptMonths.map(({ month }) => short(month))}
            up={{ name: t("figures.chart.joined"), values: keptMonths.map(({ joins }) => joins) }}
            down={{ name: t("figures.chart.left"), values: keptMonths.map(({ leaves }) => leaves) }}
            format={count}
          />
        ) : null}
      </div>
    </ChartFrame>
  );
}

/** What the line chart shows, in one sentence: growth over the years shown, or the numbers where a percentage would say more than is known. */
function useFinding(months: FigureMonth[]): string {
  const { t } = useTranslation("insights");
  const locale = useLocale();
  const keptMonths = months.filter(({ isKept }) => isKept);
  const [from, to] = [keptMonths[0]?.start ?? 0, keptMonths.at(-1)?.end ?? 0];
  const numbers = { from: formatNumber(from, locale), to: formatNumber(to, locale) };
  if (keptMonths.length < months.length || months.length % 12 !== 0) return t("figures.finding.kept", numbers);
  const count = months.length / 12;
  const grown = growthOf(from, to);
  if (grown === null) return t("figures.finding.few", { count, ...numbers });
  if (grown === 0) return t("figures.finding.same", { count });
  const percent = formatPercent(Math.abs(grown), locale);
  return grown > 0 ? t("figures.finding.grew", { count, percent }) : t("figures.finding.shrank", { count, percent });
}
