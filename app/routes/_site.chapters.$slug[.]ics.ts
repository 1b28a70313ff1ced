import type { LoaderFunctionArgs } from "@remix-run/node";

import { answerCalendar } from "~/features/events/answer-calendar.server";

/** A calendar feed of the events of a chapter and of those below it. */
export const loader = (args: LoaderFunctionArgs) => answerCalendar(args, { chapter: args.params.slug });
