import { queryWith } from "~/core/list-query";
import { pageCount, rowRange } from "~/core/pagination";
import { formatNumber, formatPercent } from "~/core/i18n/format";
import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { EmptyState } from "~/ui/empty-state";
import { Pagination } from "~/ui/pagination";
import { Tabs } from "~/ui/tabs";

import { csvQuery } from "../query-string";
import type { ShownFigures } from "../queries.server";
import { partsInside, placesPerPage, shareOf } from "../rules";
import type { FiguresParams } from "../schema";
import { CsvLink } from "./csv-link";
import { PlacesTable } from "./places-table";

type Props = { query: FiguresParams; figures: ShownFigures; filePath: string };

/** Countries, cities or chapters inside the place shown, sorted as the URL says. */
export function Places({ query, figures, filePath }: Props) {
  const { t } = useTranslation("insights");
  const locale = useLocale();
  const { place, places, parts } = figures;
  const kinds = partsInside[place.kind];
  const page = query.page ?? 1;
  const count = (value: number) => formatNumber(value, locale);
  const finding = useFinding(query, figures);
  const elsewhere = parts === "city" && places.areKept ? (figures.months.at(-1)?.end ?? 0) - places.members : 0;
  return (
    <section className="chart-frame" aria-labelledby="places">
      <h2 id="places">{t("figures.places.title")}</h2>
      {finding ? <p className="small soft">{finding}</p> : null}
      {kinds.length > 1 ? (
        <Tabs
          label={t("figures.places.what")}
          tabs={kinds.map((kind) => ({ to: queryWith(query, { parts: kind, sort: undefined }), label: t(`figures.places.tab.${kind}`), isCurrent: kind === parts }))}
        />
      ) : null}
      {!places.areKept ? (
        <EmptyState level={3} title={t("figures.places.notKept")} text={t("figures.places.notKeptText")} />
      ) : places.total === 0 ? (
        <EmptyState level={3} title={t("figures.places.none")} text={t("figures.places.noneText")} />
      ) : (
        <>
          <PlacesTable query={query} figures={figures}>
            <Pagination
              summary={t("figures.places.shown", { ...rowRange(page, placesPerPage, places.rows.length), total: count(places.total) })}
              page={page}
              pages={pageCount(places.total, placesPerPage)}
              addressOf={(page) => queryWith(query, { page })}
            />
          </PlacesTable>
          {parts === "chapter" ? <p className="small soft">{t("figures.places.chaptersOverlap")}</p> : null}
          {elsewhere > 0 ? <p className="small soft">{t("figures.places.elsewhere", { number: count(elsewhere) })}</p> : null}
          <CsvLink to={filePath + csvQuery(query, "places")} table={t(`figures.places.${parts}`)} />
        </>
      )}
    </section>
  );
}

/** A sentence about the largest place, only where it is on the page: the first one, sorted by members. */
function useFinding(query: FiguresParams, { places, parts }: ShownFigures): string | null {
  const { t } = useTranslation("insights");
  const locale = useLocale();
  const largest = (query.page ?? 1) === 1 && (query.sort ?? "-members") === "-members" ? places.rows[0] : undefined;
  if (!largest || largest.end === 0) return null;
  // A chapter includes those below it, so their sum is not a whole to take shares of.
  const share = parts === "chapter" ? null : shareOf(largest.end, places.members);
  const named = { place: localizedText(largest.name, locale), number: formatNumber(largest.end, locale) };
  return share === null ? t("figures.places.largest", named) : t("figures.places.largestShare", { ...named, share: formatPercent(share, locale) });
}
