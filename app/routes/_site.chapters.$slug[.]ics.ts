import type { LoaderFunctionArgs } from "@remix-run/node";

import { answerCalendar } from "~/features/events/answer-calendar.server";

/** Events of a chapter and of those below it, to subscribe to. */
export const loader = (args: LoaderFunctionArgs) => answerCalendar(args, { chapter: args.params.slug });
