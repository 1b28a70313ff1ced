import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { cacheHeaders, forwardCacheHeaders } from "~/core/cache-headers";
import { localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith } from "~/core/list-query";
import { head, readListParams, translatorFor } from "~/core/page.server";
import { rowRange } from "~/core/pagination";
import { localePath } from "~/core/paths";
import { findChapters, listChapterFilterOptions } from "~/features/chapters/queries.server";
import { listChangesAt } from "~/features/chapters/rules";
import { chapterListParams } from "~/features/chapters/schema";
import { ChapterFilters } from "~/features/chapters/ui/chapter-filters";
import { ChapterResults } from "~/features/chapters/ui/chapter-results";
import { ChapterSearch } from "~/features/chapters/ui/chapter-search";
import { FinderAside } from "~/features/chapters/ui/finder-aside";
import { PageBody } from "~/ui/layout/page-body";
import { PageHead } from "~/ui/page-head";
import { Pagination } from "~/ui/pagination";

export const handle = { i18n: ["chapters"] };
export const meta = headOf;
export const headers = forwardCacheHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { db } = args.context.visit;
  const locale = localeOf(args);
  const now = Date.now();
  const query = chapterListParams.parse(Object.fromEntries(readListParams(args.request)));
  const [found, places] = await Promise.all([findChapters(db, { ...query, locale }), listChapterFilterOptions(db, { ...query, locale })]);
  if ((query.page ?? 1) > found.pages) throw notFound();

  const t = translatorFor(args, "chapters");
  const chapters = found.as === "countries" ? found.groups.flatMap((group) => group.shown) : found.rows;
  const until = listChangesAt(chapters.flatMap(({ next }) => next ?? []), now);
  return data(
    { head: head(args, { title: t("finder.title"), description: t("finder.description") }), now, query, places, found },
    { headers: cacheHeaders(["chapters", "figures", "events", "places"], until) },
  );
}

export default function ChaptersPage() {
  const { now, query, places, found } = useLoaderData<typeof loader>();
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const page = query.page ?? 1;
  const rows = found.as === "countries" ? found.groups : found.rows;
  const range = { ...rowRange(page, found.perPage, rows.length), total: formatNumber(found.listed, locale) };
  return (
    <>
      <PageHead title={t("finder.title")} lead={t("finder.lead")}>
        <ChapterSearch query={query} />
      </PageHead>
      <PageBody>
        <ChapterFilters query={query} places={places} />
        <div className="split finder">
          <div className="split-main">
            <ChapterResults query={query} found={found} now={now} />
            <Pagination
              summary={found.as === "countries" ? t("finder.shownCountries", range) : t("finder.shown", range)}
              page={page}
              pages={found.pages}
              addressOf={(page) => localePath(locale, `/chapters${queryWith(query, { page })}`)}
            />
          </div>
          <FinderAside />
        </div>
      </PageBody>
    </>
  );
}
