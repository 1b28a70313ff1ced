import { toQueryString } from "~/core/list-query";

import type { AskedCalendar } from "./schema";

/** The path of the calendar for a list's filters, without its dates: "/events.ics?country=GB". */
export function pathOfCalendar({ q, country, city, kind, format, language }: AskedCalendar): string {
  const search = toQueryString({ q, country, city, kind, format, language });
  return search === "?" ? "/events.ics" : `/events.ics${search}`;
}
