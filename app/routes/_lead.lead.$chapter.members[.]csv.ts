import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";

import { csvResponse } from "~/core/csv.server";
import { leader, localeOf } from "~/core/guards.server";
import { dayOf } from "~/core/i18n/format";
import { localePath } from "~/core/paths";
import { exportMembers } from "~/features/chapters/desk-queries.server";
import { memberExportRows } from "~/features/chapters/member-export-rows.server";

/** Taking the list away is logged, so it needs a POST: a GET, as after signing in, leads to the page with the button. */
export async function loader(args: LoaderFunctionArgs) {
  const { chapter } = await leader(args, "members:read");
  return redirect(localePath(localeOf(args), `/lead/${chapter.slug}/members`));
}

export async function action(args: ActionFunctionArgs) {
  const { db, chapter } = await leader(args, "members:read");
  const locale = localeOf(args);
  const { zone, rows } = await exportMembers(db, chapter.chapterId);
  return csvResponse({ name: `${chapter.slug}-members-${dayOf(Date.now(), zone)}`, rows: memberExportRows(rows, zone, locale), locale });
}
