import type { ServerForm } from "~/core/use-server-form";

import type { EventInput } from "../schema";

/** What each part of the event's form gets. */
export type EventFieldsProps = Pick<ServerForm<EventInput>, "fields" | "errorOf">;
