import { Link } from "@remix-run/react";

import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith, columnSort } from "~/core/list-query";
import { rowRange } from "~/core/pagination";
import { localePath } from "~/core/paths";
import { Pagination } from "~/ui/pagination";
import { Table, type Column } from "~/ui/table";

import { perPage, type MapRow, type MapView } from "../map-view";
import type { MapParams } from "../schema";

type Props = Pick<MapView, "rows" | "total" | "pages"> & { query: MapParams };

/** The places of the map as a table, each linked to its chapter. */
export function MapTable({ query, rows, total, pages }: Props) {
  const { t } = useTranslation("map");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const isByCountry = query.by === "country";
  const isCountryShown = !isByCountry && !query.country;
  const page = query.page ?? 1;

  const place: Column<MapRow> = {
    key: "name",
    label: isByCountry ? common("ui.country") : common("ui.city"),
    isRowHeader: true,
    lang: ({ lang }) => lang,
    cell: ({ to, name, country: within }) => (
      <>
        <Link to={to}>{name}</Link>
        {isCountryShown && within ? (
          <span className="narrow-only" lang={within.lang ?? locale}>
            {within.name}
          </span>
        ) : null}
      </>
    ),
    ...columnSort(query, "name", "-members"),
  };
  const country: Column<MapRow> = {
    key: "country",
    label: common("ui.country"),
    wideOnly: true,
    lang: (row) => row.country?.lang,
    cell: (row) => row.country?.name,
  };
  const cities: Column<MapRow> = {
    key: "cities",
    label: t("page.cities"),
    isNumber: true,
    cell: (row) => (row.citiesTo ? <Link to={row.citiesTo}>{row.cities}</Link> : row.cities),
  };
  const chapters: Column<MapRow> = {
    key: "chapters",
    label: common("term.chapters"),
    isNumber: true,
    wideOnly: true,
    cell: (row) => row.chapters,
  };
  const members: Column<MapRow> = {
    key: "members",
    label: common("term.members"),
    isNumber: true,
    cell: (row) => (row.members === null ? <span className="in-words">{common("term.tenOrFewer")}</span> : formatNumber(row.members, locale)),
    ...columnSort(query, "-members", "-members"),
  };

  const cityColumns = isCountryShown ? [place, country, members] : [place, members];
  return (
    <Table
      caption={isByCountry ? t("page.countriesTable") : t("page.citiesTable")}
      columns={isByCountry ? [place, members, cities, chapters] : cityColumns}
      rows={rows}
      rowKey={({ id }) => id}
      onPhones="scroll"
      className="map-table"
    >
      <Pagination
        summary={t("page.shown", { ...rowRange(page, perPage, rows.length), total })}
        page={page}
        pages={pages}
        addressOf={(page) => localePath(locale, `/map${queryWith(query, { page })}`)}
      />
    </Table>
  );
}
