import type { LoaderFunctionArgs } from "@remix-run/node";

import { coordinator, localeOf } from "~/core/guards.server";
import { notFound } from "~/core/http";
import { translatorFor } from "~/core/page.server";
import { figuresCsv } from "~/features/insights/figures-csv.server";
import { findFigures } from "~/features/insights/queries.server";
import { figuresParams, tableParam } from "~/features/insights/schema";
import { sliceLabels } from "~/features/insights/slice-labels.server";

/** A table of the figures as CSV, filtered and sorted as the page is. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, scopes } = await coordinator(args);
  const locale = localeOf(args);
  const search = Object.fromEntries(new URL(args.request.url).searchParams);
  const table = tableParam.safeParse(search.table);
  const query = figuresParams.parse(search);
  const figures = table.success ? await findFigures(db, { query, scopes, locale, hasEveryPlace: true }) : null;
  if (!table.success || !figures) throw notFound();
  const slices = sliceLabels(figures.regions, { members: translatorFor(args, "members"), unknown: translatorFor(args, "common")("ui.notSet"), locale });
  return figuresCsv(figures, { table: table.data, query, slices, locale, t: translatorFor(args, "insights") });
}
