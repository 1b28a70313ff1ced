import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";

import { csvResponse } from "~/core/csv.server";
import { leader, localeOf } from "~/core/guards.server";
import { notFound } from "~/core/http";
import { localePath } from "~/core/paths";
import { attendeeExportRows } from "~/features/events/attendee-export-rows.server";
import { exportAttendees, findDeskEvent } from "~/features/events/queries.server";

async function findEvent(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { db, chapter } = await leader(args, "attendees:read");
  const event = await findDeskEvent(db, { chapter: chapter.chapterId, event: args.params.event });
  if (!event) throw notFound();
  return { db, chapter, event };
}

/** Taking the list away is logged, so it needs a POST: a GET, as after signing in, leads to the page with the button. */
export async function loader(args: LoaderFunctionArgs) {
  const { chapter, event } = await findEvent(args);
  return redirect(localePath(localeOf(args), `/lead/${chapter.slug}/events/${event.id}/attendees`));
}

/** Downloads the list of attendees. */
export async function action(args: ActionFunctionArgs) {
  const { db, event } = await findEvent(args);
  const locale = localeOf(args);
  return csvResponse({ name: `${event.slug}-attendees`, rows: attendeeExportRows(await exportAttendees(db, event.id), event, locale), locale });
}
