import { useId } from "react";

import { dayOf, formatDate } from "~/core/i18n/format";
import type { Locale } from "~/core/i18n/config";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";

import type { ListedEvent } from "../queries.server";
import { groupOf } from "../rules";
import { EventRows } from "./event-rows";

type Props = { events: ListedEvent[]; /** The moment at which the page was made. */ now: number; isPast: boolean };

/** A page of events under headings: today, this week, then month by month; what is over by its months alone. */
export function GroupedEvents({ events, now, isPast }: Props) {
  const groups = new Map<string, ListedEvent[]>();
  for (const event of events) {
    const group = isPast ? dayOf(event.startsAt, event.clock).slice(0, 7) : groupOf({ startsAt: event.startsAt, zone: event.clock }, now);
    groups.set(group, [...(groups.get(group) ?? []), event]);
  }
  return [...groups].map(([group, members]) => <Group key={group} group={group} events={members} now={now} />);
}

function Group({ group, events, now }: { group: string; events: ListedEvent[]; now: number }) {
  const id = useId();
  const title = useTitle(group, now, events[0]?.clock ?? "UTC");
  return (
    <section className="day-group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <EventRows events={events} now={now} />
    </section>
  );
}

function useTitle(group: string, now: number, zone: string): string {
  const { t } = useTranslation("events");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  if (group === "today") return t("when.today");
  if (group === "week") return common("ui.thisWeek");
  const isThisYear = group.slice(0, 4) === dayOf(now, zone).slice(0, 4);
  return withCapital(formatDate(`${group}-15T12:00Z`, locale, isThisYear ? "month" : "monthYear", "UTC"), locale);
}

const withCapital = (text: string, locale: Locale) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
