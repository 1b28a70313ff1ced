import { searchOf } from "~/core/list-address";

import type { AskedCalendar } from "./schema";

/** The calendar of the events that a list shows, whenever they are: "/events.ics?country=GB". */
export function pathOfCalendar({ q, country, city, kind, format, language }: AskedCalendar): string {
  const search = searchOf({ q, country, city, kind, format, language });
  return search === "?" ? "/events.ics" : `/events.ics${search}`;
}
