import type { LoaderFunctionArgs } from "@remix-run/node";

import { answerCalendar } from "~/features/events/answer-calendar.server";
import { calendarFilters } from "~/features/events/schema";

/** A calendar feed of events, with the filters of their list. */
export const loader = (args: LoaderFunctionArgs) => answerCalendar(args, calendarFilters.parse(Object.fromEntries(new URL(args.request.url).searchParams)));
