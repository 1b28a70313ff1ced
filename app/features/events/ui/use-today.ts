import { dayOf } from "~/core/i18n/format";
import { useHydrated } from "~/ui/use-hydrated";

import { readerZone } from "./reader-time";

/** The day that a calendar marks as today: the reader's own; before hydration the UTC one, which the server used. */
export function useToday(now: number): string {
  return useHydrated() ? readerDay() : dayOf(now, "UTC");
}

const readerDay = () => dayOf(Date.now(), readerZone());
