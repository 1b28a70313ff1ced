import { EventList } from "~/ui/event-list";
import { EventRow } from "~/ui/event-row";

import type { ListedEvent } from "../queries.server";
import { useEventCardProps } from "./use-event-card-props";

type Props = {
  events: ListedEvent[];
  /** When the loader ran, ms. */
  now: number;
};

/** Events one below the other, as lists and chapter pages show them. */
export function EventRows({ events, now }: Props) {
  const cardPropsOf = useEventCardProps(now);
  return (
    <EventList>
      {events.map((event) => {
        const { to, title, lang, date, meta, seats, languages } = cardPropsOf(event);
        const foot = (
          <>
            {seats}
            {languages}
          </>
        );
        return <EventRow key={event.id} to={to} title={title} lang={lang} date={date} meta={meta} foot={foot} />;
      })}
    </EventList>
  );
}
