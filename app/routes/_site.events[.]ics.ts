import type { LoaderFunctionArgs } from "@remix-run/node";

import { calendarResponse } from "~/features/events/calendar-response.server";
import { calendarParams } from "~/features/events/schema";

/** A calendar feed of events, with the filters of their list. */
export const loader = (args: LoaderFunctionArgs) => calendarResponse(args, calendarParams.parse(Object.fromEntries(new URL(args.request.url).searchParams)));
