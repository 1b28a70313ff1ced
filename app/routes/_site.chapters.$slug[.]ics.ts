import type { LoaderFunctionArgs } from "@remix-run/node";

import { calendarResponse } from "~/features/events/calendar-response.server";

/** A calendar feed of the events of a chapter and of those below it. */
export const loader = (args: LoaderFunctionArgs) => calendarResponse(args, { chapter: args.params.slug });
