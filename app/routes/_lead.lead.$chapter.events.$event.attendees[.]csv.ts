import type { LoaderFunctionArgs } from "@remix-run/node";

import { csvFile } from "~/core/csv.server";
import { leader, localeOf } from "~/core/guards.server";
import { notFound } from "~/core/http";
import { attendeeRows } from "~/features/events/attendee-rows.server";
import { exportAttendees, findLedEvent } from "~/features/events/queries.server";

/** The list of who comes, as a table to keep. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, chapter } = await leader(args, "attendees:read");
  const event = await findLedEvent(db, { chapter: chapter.chapter_id, event: args.params.event });
  if (!event) throw notFound();
  const locale = localeOf(args);
  return csvFile({ name: `${event.slug}-attendees`, rows: attendeeRows(await exportAttendees(db, event.id), event, locale), locale });
}
