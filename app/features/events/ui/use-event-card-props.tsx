import Clock from "lucide-react/icons/clock";
import MapPin from "lucide-react/icons/map-pin";
import Video from "lucide-react/icons/video";
import type { ReactNode } from "react";

import { dayOf, formatDate, formatTime } from "~/core/i18n/format";
import { localize, langAttribute, localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { Badge } from "~/ui/badge";
import { Badges } from "~/ui/badges";
import type { DateBlockProps } from "~/ui/date-block";
import type { IconLine } from "~/ui/icon-lines";
import { LanguageBadge } from "~/ui/language-badge";

import type { ListedEvent } from "../queries.server";
import { seatsOf } from "../rules";
import { ReaderTime } from "./reader-time";

type EventCardProps = {
  to: string;
  title: string;
  lang: string | undefined;
  date: DateBlockProps;
  meta: IconLine[];
  seats: ReactNode;
  languages: ReactNode;
};

/** What lists and cards show of an event, in the reader's language. `now`: when the loader ran (ms), so that server and browser agree. */
export function useEventCardProps(now: number): (event: ListedEvent) => EventCardProps {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();

  const seatsFor = (event: ListedEvent): ReactNode => {
    const seats = seatsOf(event, now);
    switch (seats.kind) {
      case "cancelled":
        return <Badge tone="danger">{t("label.state.cancelled")}</Badge>;
      case "running":
        return <Badge tone="success">{t("seats.running")}</Badge>;
      case "full":
        return <Badge>{seats.waiting > 0 ? t("seats.inLine", { count: seats.waiting }) : t("seats.full")}</Badge>;
      case "few":
        return <Badge tone="sun">{common("plural.place", { count: seats.left })}</Badge>;
      case "some":
        return <strong>{common("plural.place", { count: seats.left })}</strong>;
      default:
        return <strong>{t(`seats.${seats.kind}`)}</strong>;
    }
  };

  const place = (event: ListedEvent): IconLine => {
    const chapter = localizedText(event.chapter.name, locale);
    if (event.format === "online") return { icon: Video, text: t("where.online", { chapter }) };
    const where = [localizedText(event.city, locale), event.venue ?? ""].filter(Boolean).join(", ");
    return { icon: MapPin, text: event.format === "hybrid" ? t("where.hybrid", { place: where }) : where };
  };

  const dateOf = ({ startsAt, clock }: ListedEvent): DateBlockProps => {
    const day = dayOf(startsAt, clock);
    const today = dayOf(now, clock);
    const isToday = day === today;
    const year = day.slice(0, 4);
    const weekday = formatDate(startsAt, locale, "weekday", clock);
    const shortWeekday = () => {
      if (isToday) return t("when.todayShort");
      // In an earlier year, the reader wants to know which one rather than the weekday.
      return year < today.slice(0, 4) ? year : formatDate(startsAt, locale, "weekdayShort", clock);
    };
    return {
      dateTime: day,
      month: { short: formatDate(startsAt, locale, "monthShort", clock), full: formatDate(startsAt, locale, "month", clock) },
      day: formatDate(startsAt, locale, "day", clock),
      weekday: { short: shortWeekday(), full: weekday },
      isToday,
    };
  };

  return (event) => {
    const title = localize(event.title, locale);
    const time = formatTime(event.startsAt, event.clock);
    const city = localizedText(event.zoneCity, locale);
    return {
      to: localePath(locale, `/events/${event.slug}`),
      title: title?.text ?? "",
      lang: langAttribute(title),
      date: dateOf(event),
      meta: [
        {
          icon: Clock,
          text: (
            <>
              {city ? t("time.atCity", { time, city }) : time} <ReaderTime at={event.startsAt} clock={event.clock} />
            </>
          ),
        },
        place(event),
      ],
      seats: seatsFor(event),
      languages: (
        <Badges>
          {event.spoken.map((language) => (
            <LanguageBadge key={language} language={language} />
          ))}
        </Badges>
      ),
    };
  };
}
