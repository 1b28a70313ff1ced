import type { ServerForm } from "~/core/use-server-form";

import type { EventForm } from "../schema";

/** What each part of the event's form gets. */
export type PartProps = Pick<ServerForm<EventForm>, "fields" | "errorOf">;
