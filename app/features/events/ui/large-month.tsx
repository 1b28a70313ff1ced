import { Link } from "@remix-run/react";

import { queryWith } from "~/core/list-query";
import { formatDate, withCapital } from "~/core/i18n/format";
import { localize, langAttribute } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { localePath } from "~/core/paths";
import { TableFrame } from "~/ui/table-frame";
import { tableRoles } from "~/ui/table-roles";

import { firstDayOf, weeksOf } from "../month";
import type { EventDay } from "../queries.server";
import type { EventListParams } from "../schema";
import { useToday } from "./use-today";
import { weekdays } from "./weekdays";

type Props = {
  query: EventListParams;
  month: string;
  days: EventDay[];
  /** When the loader ran, ms. */
  now: number;
};

/** A month of events. On phones only days with events are shown, one below the other; roles are written out, as a table displayed as blocks loses its own. */
export function LargeMonth({ query, month, days, now }: Props) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const today = useToday(now);
  const daysByDate = new Map(days.map((eventDay) => [eventDay.day, eventDay]));
  const caption = t("month.large", { month: formatDate(firstDayOf(month), locale, "monthYear", "UTC") });
  return (
    <TableFrame name={caption} canScroll={false}>
      <table {...tableRoles.table} className="month">
        <caption className="visually-hidden">{caption}</caption>
        <thead {...tableRoles.rows}>
          <tr {...tableRoles.row}>
            {weekdays(locale).map(({ full }) => (
              <th key={full} {...tableRoles.head} scope="col">
                {withCapital(full, locale)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...tableRoles.rows}>
          {weeksOf(month).map((week) => (
            <tr key={week.join()} {...tableRoles.row}>
              {week.map((day, place) => (
                <Cell key={day ?? place} query={query} day={day} eventDay={day ? daysByDate.get(day) : undefined} isToday={day === today} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

type CellProps = { query: EventListParams; day: string | null; eventDay: EventDay | undefined; isToday: boolean };

function Cell({ query, day, eventDay, isToday }: CellProps) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  if (!day) return <td {...tableRoles.cell} className="out" />;
  const weekday = formatDate(day, locale, "weekday", "UTC");
  return (
    <td
      {...tableRoles.cell}
      className={isToday ? "is-today" : undefined}
      aria-current={isToday ? "date" : undefined}
      data-empty={eventDay ? undefined : ""}
    >
      <time className="d" dateTime={day}>
        <span className="num">{Number(day.slice(-2))}</span>
        <span className="wd"> {isToday ? `${t("when.todayShort")}, ${weekday}` : weekday}</span>
      </time>
      {eventDay ? <Entries query={query} eventDay={eventDay} /> : null}
    </td>
  );
}

function Entries({ query, eventDay: { day, total, rows } }: { query: EventListParams; eventDay: EventDay }) {
  const { t } = useTranslation("events");
  const locale = useLocale();
  const more = total - rows.length;
  return (
    <ul role="list" className="month-events">
      {rows.map(({ slug, title, time }) => {
        const shown = localize(title, locale);
        return (
          <li key={slug}>
            <Link to={localePath(locale, `/events/${slug}`)} prefetch="intent">
              {time ? <span className="num">{time} </span> : null}
              <span lang={langAttribute(shown)}>{shown?.text}</span>
            </Link>
          </li>
        );
      })}
      {more > 0 ? (
        <li>
          <Link className="over" to={queryWith(query, { view: undefined, month: undefined, day })}>
            {t("month.more", { number: more })}
            <span className="visually-hidden"> {formatDate(day, locale, "weekdayDayMonth", "UTC")}</span>
          </Link>
        </li>
      ) : null}
    </ul>
  );
}
