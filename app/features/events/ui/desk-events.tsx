import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Badge } from "~/ui/badge";
import { EventList } from "~/ui/event-list";
import { EventRow } from "~/ui/event-row";

import type { ListedEvent } from "../queries.server";
import { useEventCardProps } from "./use-event-card-props";

type Props = {
  chapter: string;
  events: ListedEvent[];
  mayEdit: boolean;
  /** When the loader ran, ms. */
  now: number;
};

/** A chapter's own events as its leaders see them: how many are registered and wait. A draft links to its form, the others to their attendees. */
export function DeskEvents({ chapter, events, mayEdit, now }: Props) {
  const cardPropsOf = useEventCardProps(now);
  const locale = useLocale();
  return (
    <EventList>
      {events.map((event) => {
        const { title, lang, date, meta } = cardPropsOf(event);
        const editPath = localePath(locale, `/lead/${chapter}/events/${event.id}`);
        const to = event.state === "draft" && mayEdit ? editPath : `${editPath}/attendees`;
        return <EventRow key={event.id} to={to} title={title} lang={lang} date={date} meta={meta} foot={<Counts event={event} now={now} />} level={2} />;
      })}
    </EventList>
  );
}

function Counts({ event, now }: { event: ListedEvent; now: number }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  if (event.state === "draft") return <Badge tone="warning">{t("label.state.draft")}</Badge>;
  const number = formatNumber(event.taken, locale);
  const isRunning = event.state === "published" && event.startsAt <= now && now < event.endsAt;
  return (
    <>
      <strong>
        {event.capacity === null
          ? t("desk.registered", { number })
          : t("desk.registeredOf", { number, capacity: formatNumber(event.capacity, locale) })}
      </strong>
      {event.waiting > 0 ? <Badge tone="sun">{t("desk.waiting", { number: formatNumber(event.waiting, locale) })}</Badge> : null}
      {event.state === "cancelled" ? <Badge tone="danger">{t("label.state.cancelled")}</Badge> : null}
      {isRunning ? <Badge tone="success">{t("seats.running")}</Badge> : null}
    </>
  );
}
