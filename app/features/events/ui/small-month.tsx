import { Link } from "@remix-run/react";
import { useId } from "react";

import { queryWith } from "~/core/list-query";
import { formatDate } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { Card } from "~/ui/card";

import { firstDayOf, weeksOf, type Bounds } from "../month";
import type { EventDay } from "../queries.server";
import type { EventListParams } from "../schema";
import { MonthNav } from "./month-nav";
import { useToday } from "./use-today";
import { weekdays } from "./weekdays";

type Props = {
  query: EventListParams;
  month: string;
  bounds: Bounds;
  days: EventDay[];
  /** When the loader ran, ms. */
  now: number;
};

/** The month beside the list: days with events link to these, the months before and after to their own lists. */
export function SmallMonth({ query, month, bounds, days, now }: Props) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const today = useToday(now);
  const id = useId();
  const queryAt = (time: Partial<EventListParams>) => queryWith(query, { when: undefined, month: undefined, day: undefined, ...time });
  const counts = new Map(days.map(({ day, total }) => [day, total]));
  return (
    <Card as="section" labelledBy={id}>
      <MonthNav id={id} className="mini-month-head" month={month} bounds={bounds} addressOf={(other) => queryAt({ month: other })} />
      <table className="mini-month">
        <caption className="visually-hidden">{t("month.small", { month: formatDate(firstDayOf(month), locale, "monthYear", "UTC") })}</caption>
        <thead>
          <tr>
            {weekdays(locale).map(({ short, full }) => (
              <th key={full} scope="col">
                <abbr title={full}>{short}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.join()}>
              {week.map((day, place) => (
                <td key={day ?? place} aria-current={day === today ? "date" : undefined}>
                  {day ? <Day day={day} total={counts.get(day) ?? 0} to={queryAt({ day })} isChosen={day === query.day} /> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Day({ day, total, to, isChosen }: { day: string; total: number; to: string; isChosen: boolean }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const number = Number(day.slice(-2));
  if (total === 0) return isChosen ? <span aria-current>{number}</span> : number;
  const label = t("month.dayWith", { day: formatDate(day, locale, "weekdayDayMonth", "UTC"), count: total });
  return (
    <Link to={to} aria-label={label} aria-current={isChosen || undefined} preventScrollReset>
      {number}
    </Link>
  );
}
