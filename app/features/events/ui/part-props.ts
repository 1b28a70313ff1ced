import type { AnsweredForm } from "~/core/use-answered-form";

import type { EventForm } from "../schema";

/** What each part of the event's form gets. */
export type PartProps = Pick<AnsweredForm<EventForm>, "fields" | "errorOf">;
