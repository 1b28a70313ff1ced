import { useId } from "react";

import { dayOf, formatDate, withCapital } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";

import { monthOf } from "../month";
import type { ListedEvent } from "../queries.server";
import { byNearness, groupOf } from "../rules";
import { EventRows } from "./event-rows";

type Props = {
  events: ListedEvent[];
  /** When the loader ran, ms. */
  now: number;
  by: Grouping;
  /** The day that was chosen. */
  chosenDay?: string;
};
/** `nearness`: today, this week, then month by month. */
type Grouping = "nearness" | "month" | "day";

/** A page of events under headings: coming ones by how near they are, past ones by month, those of a chosen month by day, those of a chosen day under it. */
export function GroupedEvents({ events, now, by, chosenDay }: Props) {
  const groupNameOf = ({ startsAt, clock }: ListedEvent): string => {
    if (by === "nearness") return groupOf({ startsAt, zone: clock }, now);
    const day = dayOf(startsAt, clock);
    return by === "month" ? monthOf(day) : (chosenDay ?? day);
  };
  const groups = new Map<string, ListedEvent[]>();
  for (const event of events) {
    const group = groupNameOf(event);
    groups.set(group, [...(groups.get(group) ?? []), event]);
  }
  const inOrder = by === "nearness" ? [...groups].sort(([a], [b]) => byNearness(a, b)) : [...groups];
  return inOrder.map(([group, members]) => <Group key={group} group={group} events={members} now={now} />);
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
  if (group.length > "2026-11".length) return withCapital(formatDate(group, locale, isThisYear ? "weekdayDayMonth" : "full", "UTC"), locale);
  return withCapital(formatDate(`${group}-15T12:00Z`, locale, isThisYear ? "month" : "monthYear", "UTC"), locale);
}
