import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { cacheHeaders, forwardCacheHeaders } from "~/core/cache-headers";
import { localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { formatDate } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, readListParams, translatorFor } from "~/core/page.server";
import { buildMapView } from "~/features/map/map-view";
import { findWorldMap } from "~/features/map/queries.server";
import { mapParams } from "~/features/map/schema";
import { MapDefinitions } from "~/features/map/ui/map-definitions";
import { MapFigure } from "~/features/map/ui/map-figure";
import { MapFilters } from "~/features/map/ui/map-filters";
import { MapTable } from "~/features/map/ui/map-table";
import { NoMap } from "~/features/map/ui/no-map";
import { AsOf } from "~/ui/as-of";
import { PageBody } from "~/ui/layout/page-body";
import { PageHead } from "~/ui/page-head";

export const handle = { i18n: ["map"] };
export const meta = headOf;
export const headers = forwardCacheHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const locale = localeOf(args);
  const query = mapParams.parse(Object.fromEntries(readListParams(args.request)));
  const map = await findWorldMap(args.context.visit.db, locale);
  const view = buildMapView(map, query, locale);
  if ((query.page ?? 1) > view.pages) throw notFound();

  const t = translatorFor(args, "map");
  return data(
    { head: head(args, { title: t("page.title"), description: t("page.description") }), query, asOf: map.asOf, shown: view },
    { headers: cacheHeaders(["figures", "chapters", "places"]) },
  );
}

export default function MapPage() {
  const { query, asOf, shown: view } = useLoaderData<typeof loader>();
  const { t } = useTranslation("map");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  return (
    <>
      <PageHead title={t("page.title")} lead={t("page.lead")}>
        {asOf ? (
          <AsOf>
            {common("term.asOf", { date: formatDate(asOf, locale, "long", "UTC") })} · {common("term.rounded")}
          </AsOf>
        ) : null}
      </PageHead>
      <PageBody>
        {view.counts.countries === 0 ? (
          <NoMap />
        ) : (
          <>
            <MapFilters query={query} countries={view.countries} />
            <MapFigure drawing={view.drawing} counts={view.counts} />
            <p role="status" className="soft found">
              {query.by === "country" ? t("page.foundCountries", { count: view.total }) : t("page.foundCities", { count: view.total })}
            </p>
            <MapTable query={query} rows={view.rows} total={view.total} pages={view.pages} />
            <MapDefinitions />
          </>
        )}
      </PageBody>
    </>
  );
}
