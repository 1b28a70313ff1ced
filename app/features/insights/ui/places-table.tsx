import { Link } from "@remix-run/react";
import type { ReactNode } from "react";

import { columnSort } from "~/core/list-query";
import { formatNumber, formatPercentInColumn, formatSigned } from "~/core/i18n/format";
import { localize, langAttribute, localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { BarCell } from "~/ui/bar-cell";
import { Table, type Column } from "~/ui/table";

import { placeQuery } from "../query-string";
import type { FigurePlace, ShownFigures } from "../queries.server";
import { growthOf, movedOf, netOf, type Sorting } from "../rules";
import type { FiguresParams } from "../schema";

type Props = {
  query: FiguresParams;
  figures: ShownFigures;
  /** Pagination. */
  children: ReactNode;
};

export function PlacesTable({ query, figures, children }: Props) {
  const { t } = useTranslation("insights");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { places, parts, countries } = figures;
  const sorted = (first: Sorting) => columnSort(query, first, "-members");
  const count = (value: number) => formatNumber(value, locale);
  const growthCell = (from: number | null, to: number) => {
    const growth = growthOf(from, to);
    if (growth !== null) return `${growth > 0 ? "+" : ""}${formatPercentInColumn(growth, locale)}`;
    return <NoValue reason={from === null ? t("figures.flow.notKept") : t("figures.places.noPercent")} />;
  };
  const countryNames = new Map(countries.map(({ key, name }) => [key, localizedText(name, locale)]));
  const isCountryShown = parts !== "country" && figures.place.kind === "world";
  // A slice also loses and gains people who do not move, but change their degree, field or region.
  const moved = query.slice ? t("figures.places.movedOrChanged") : t("figures.places.moved");

  const columns: Column<FigurePlace>[] = [
    {
      key: "name",
      label: t("figures.places.name"),
      isRowHeader: true,
      lang: ({ name }) => langAttribute(localize(name, locale)),
      cell: ({ key, name }) => (
        <Link to={placeQuery(query, { [parts]: key })} preventScrollReset={false}>
          {localizedText(name, locale)}
        </Link>
      ),
      ...sorted("name"),
    },
    ...(isCountryShown ? [{ key: "country", label: common("ui.country"), cell: ({ country }: FigurePlace) => countryNames.get(country ?? "") }] : []),
    { key: "members", label: t("figures.places.members"), isNumber: true, cell: ({ end }) => count(end), ...sorted("-members") },
    {
      key: "bar",
      label: common("term.chart"),
      isLabelHidden: true,
      wideOnly: true,
      className: "w",
      cell: ({ end }) => <BarCell share={shareOfLongest(end, places.longest)} />,
    },
    { key: "growth", label: t("figures.places.growth"), isNumber: true, cell: ({ yearAgo, end }) => growthCell(yearAgo, end), ...sorted("-growth") },
    { key: "joins", label: t("figures.flow.joins"), isNumber: true, cell: ({ joins }) => count(joins), ...sorted("-joins") },
    { key: "leaves", label: t("figures.flow.leaves"), isNumber: true, cell: ({ leaves }) => count(leaves), ...sorted("-leaves") },
    { key: "moved", label: moved, isNumber: true, wideOnly: true, className: "long-head", cell: (place) => formatSigned(movedOf(place, netOf(place)), locale) },
    { key: "net", label: t("figures.flow.net"), isNumber: true, cell: (place) => formatSigned(netOf(place), locale), ...sorted("-net") },
  ];
  const total = [
    t("figures.places.total"),
    ...(isCountryShown ? [null] : []),
    count(places.members),
    null,
    growthCell(places.yearAgo, places.members),
    count(places.joins),
    count(places.leaves),
    formatSigned(movedOf(places, places.net), locale),
    formatSigned(places.net, locale),
  ];
  return (
    <Table
      caption={t(`figures.places.${parts}`)}
      columns={columns}
      rows={places.rows}
      rowKey={({ key }) => key}
      onPhones="scroll"
      className="countries"
      share={({ end }) => shareOfLongest(end, places.longest)}
      foot={parts === "chapter" ? undefined : total}
    >
      {children}
    </Table>
  );
}

const shareOfLongest = (members: number, longest: number) => (longest > 0 ? members / longest : 0);

/** A dash on screen, and the reason for screen readers. */
function NoValue({ reason }: { reason: string }) {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">{reason}</span>
    </>
  );
}
