import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { coordinator, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { head, readListParams, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { findFigures } from "~/features/insights/queries.server";
import { csvQuery } from "~/features/insights/query-string";
import { figuresParams } from "~/features/insights/schema";
import { sliceLabels } from "~/features/insights/slice-labels.server";
import { Balances } from "~/features/insights/ui/balances";
import { Breakdown } from "~/features/insights/ui/breakdown";
import { Definitions } from "~/features/insights/ui/definitions";
import { FiguresFilters } from "~/features/insights/ui/figures-filters";
import { FiguresHead } from "~/features/insights/ui/figures-head";
import { KeyFigures } from "~/features/insights/ui/key-figures";
import { NoFigures } from "~/features/insights/ui/no-figures";
import { NotKept } from "~/features/insights/ui/not-kept";
import { Places } from "~/features/insights/ui/places";
import { TrendCharts } from "~/features/insights/ui/trend-charts";
import { PageBody } from "~/ui/layout/page-body";

export const handle = { i18n: ["insights"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, scopes } = await coordinator(args);
  const locale = localeOf(args);
  const query = figuresParams.parse(Object.fromEntries(readListParams(args.request)));
  const found = await findFigures(db, { query, scopes, locale });
  if (!found) throw notFound();
  const { regions, ...figures } = found;

  const t = translatorFor(args, "insights");
  const place = localizedText(figures.place.name, locale);
  return {
    head: head(args, { title: place ? t("figures.titleOf", { place }) : t("figures.title"), isPublic: false }),
    query,
    figures,
    isWorldAllowed: scopes.includes("world"),
    slices: sliceLabels(regions, { members: translatorFor(args, "members"), unknown: translatorFor(args, "common")("ui.notSet"), locale }),
  };
}

export default function FiguresPage() {
  const { query, figures, slices, isWorldAllowed } = useLoaderData<typeof loader>();
  const filePath = localePath(useLocale(), "/figures.csv");
  const isSlice = query.slice !== undefined;
  const hasMembers = figures.months.some(({ isKept, start, end }) => !isKept || start + end > 0);
  return (
    <>
      <FiguresHead query={query} figures={figures} slices={slices} isWorldAllowed={isWorldAllowed}>
        <FiguresFilters query={query} figures={figures} slices={slices} isWorldAllowed={isWorldAllowed} />
      </FiguresHead>
      <PageBody>
        {hasMembers ? (
          <div className="stack figures">
            {figures.months.at(-1)?.isKept ? (
              <>
                <KeyFigures months={figures.months} />
                <Balances months={figures.months} isSlice={isSlice} />
              </>
            ) : (
              <NotKept />
            )}
            <TrendCharts months={figures.months} isSlice={isSlice} file={filePath + csvQuery(query, "months")} />
            <Places query={query} figures={figures} filePath={filePath} />
            <Breakdown query={query} figures={figures} slices={slices} filePath={filePath} />
            <Definitions />
          </div>
        ) : (
          <NoFigures />
        )}
      </PageBody>
    </>
  );
}
