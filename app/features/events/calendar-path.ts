import { toQueryString } from "~/core/list-query";

import type { CalendarParams } from "./schema";

/** The path of the calendar for a list's filters, without its dates: "/events.ics?country=GB". */
export function calendarPath({ q, country, city, kind, format, language }: CalendarParams): string {
  const search = toQueryString({ q, country, city, kind, format, language });
  return search === "?" ? "/events.ics" : `/events.ics${search}`;
}
