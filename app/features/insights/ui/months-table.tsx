import { formatNumber, formatSigned } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Table, type Column } from "~/ui/table";

import { netOf, type FigureMonth, type Flow } from "../rules";
import { monthName } from "./month-name";

/** The months behind the charts, the latest first; each row adds up from its start to its end. */
export function MonthsTable({ months, isSlice }: { months: FigureMonth[]; isSlice: boolean }) {
  const { t } = useTranslation("insights");
  const locale = useLocale();
  const number = (key: keyof Flow): Column<FigureMonth> => ({
    key,
    label: t(`figures.flow.${key}`),
    isNumber: true,
    cell: (month) => {
      if (month.isKept) return formatNumber(month[key], locale);
      return key === "start" ? t("figures.flow.notKept") : "–";
    },
  });
  const columns: Column<FigureMonth>[] = [
    { key: "month", label: t("figures.flow.month"), isRowHeader: true, cell: ({ month }) => monthName(month, locale) },
    number("start"),
    number("joins"),
    number("leaves"),
    number("movedIn"),
    number("movedOut"),
    ...(isSlice ? [number("changed")] : []),
    number("end"),
    { key: "net", label: t("figures.flow.net"), isNumber: true, cell: (month) => (month.isKept ? formatSigned(netOf(month), locale) : "–") },
    { key: "state", label: t("figures.flow.state"), cell: ({ isClosed }) => t(isClosed ? "figures.flow.closed" : "figures.flow.running") },
  ];
  return <Table caption={t("figures.chart.table")} columns={columns} rows={[...months].reverse()} rowKey={({ month }) => month} onPhones="scroll" />;
}
