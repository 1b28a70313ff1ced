import { EventCard } from "~/ui/event-card";

import type { ListedEvent } from "../queries.server";
import { useEventCardProps } from "./use-event-card-props";

/** Events as cards side by side, four in a row where there is room, for the home page. `now`: when the loader ran, ms. */
export function EventCards({ events, now }: { events: ListedEvent[]; now: number }) {
  const cardPropsOf = useEventCardProps(now);
  return (
    <ul role="list" className="grid-4">
      {events.map((event) => {
        const { to, title, lang, date, meta, seats, languages } = cardPropsOf(event);
        return <EventCard key={event.id} to={to} title={title} lang={lang} date={date} badges={languages} meta={meta} foot={seats} />;
      })}
    </ul>
  );
}
