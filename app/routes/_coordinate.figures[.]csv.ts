import type { LoaderFunctionArgs } from "@remix-run/node";

import { coordinator, localeOf } from "~/core/guards.server";
import { notFound } from "~/core/http";
import { translatorFor } from "~/core/page.server";
import { findFigures } from "~/features/insights/queries.server";
import { askedFigures, askedTable } from "~/features/insights/schema";
import { sliceLabels } from "~/features/insights/slice-labels.server";
import { tableFile } from "~/features/insights/table-file.server";

/** A table of the figures as CSV, filtered and sorted as the page is. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, scopes } = await coordinator(args);
  const locale = localeOf(args);
  const search = Object.fromEntries(new URL(args.request.url).searchParams);
  const table = askedTable.safeParse(search.table);
  const asked = askedFigures.parse(search);
  const figures = table.success ? await findFigures(db, { asked, scopes, locale, hasEveryPlace: true }) : null;
  if (!table.success || !figures) throw notFound();
  const slices = sliceLabels(figures.regions, { members: translatorFor(args, "members"), unknown: translatorFor(args, "common")("ui.notSet"), locale });
  return tableFile(figures, { table: table.data, asked, slices, locale, t: translatorFor(args, "insights") });
}
