import { Link } from "@remix-run/react";
import CalendarPlus from "lucide-react/icons/calendar-plus";
import Check from "lucide-react/icons/check";

import { formatDate } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Badge } from "~/ui/badge";
import { EventList } from "~/ui/event-list";
import { EventRow } from "~/ui/event-row";
import { Icon } from "~/ui/icon";

import { boxStateOf } from "../rules";
import type { MyEvent } from "../schema";
import { useEventCardProps } from "./use-event-card-props";

type Props = {
  events: MyEvent[];
  /** When the loader ran, ms. */
  now: number;
  /** Level of the titles under the list's heading. */
  level?: 2 | 3;
};

/** The signed-in member's events, each with where they stand; coming ones link to their calendar file. */
export function MyEventRows({ events, now, level = 3 }: Props) {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const cardPropsOf = useEventCardProps(now);

  const standing = (event: MyEvent) => {
    switch (boxStateOf(event, event.mine, now)) {
      case "cancelled":
        return <Badge tone="danger">{t("mine.cancelled")}</Badge>;
      case "waiting":
        return <Badge tone="sun">{t("mine.waiting", { position: String(event.mine.placeInLine ?? 1) })}</Badge>;
      case "registered":
        return (
          <Badge tone="success" icon={Check}>
            {t("mine.registered")}
          </Badge>
        );
      default:
        // They waited, and it has begun without them.
        return <Badge>{t("seats.running")}</Badge>;
    }
  };

  return (
    <EventList>
      {events.map((event) => {
        const { to, title, lang, date, meta } = cardPropsOf(event);
        const isComing = event.endsAt > now;
        const foot = (
          <>
            {isComing || event.state === "cancelled" ? standing(event) : formatDate(event.startsAt, locale, "monthYear", event.clock)}
            {isComing && event.state === "published" ? (
              <Link to={`${to}.ics`} reloadDocument className="calendar-link">
                <Icon icon={CalendarPlus} /> {common("action.addToCalendar")} <span className="visually-hidden">{title}</span>
              </Link>
            ) : null}
          </>
        );
        return <EventRow key={event.id} to={to} title={title} lang={lang} date={date} meta={meta} foot={foot} level={level} />;
      })}
    </EventList>
  );
}
