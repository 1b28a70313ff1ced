import { EventCard } from "~/ui/event-card";

import type { ListedEvent } from "../queries.server";
import { useEventParts } from "./use-event-parts";

/** Events standing side by side, four in a row where there is room: the home page. `now`: the moment at which the page was made. */
export function EventCards({ events, now }: { events: ListedEvent[]; now: number }) {
  const partsOf = useEventParts(now);
  return (
    <ul role="list" className="grid-4">
      {events.map((event) => {
        const { to, title, lang, date, meta, seats, languages } = partsOf(event);
        return <EventCard key={event.id} to={to} title={title} lang={lang} date={date} badges={languages} meta={meta} foot={seats} />;
      })}
    </ul>
  );
}
