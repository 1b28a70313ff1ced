import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { cacheHeaders, forwardCacheHeaders } from "~/core/cache-headers";
import { env } from "~/core/env.server";
import { localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { dayOf, formatDate } from "~/core/i18n/format";
import { useTranslation } from "~/core/i18n/use-translation";
import { queryWith } from "~/core/list-query";
import { head, readListParams, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { calendarPath } from "~/features/events/calendar-path";
import { boundsOf, firstDayOf, isWithin, monthOf } from "~/features/events/month";
import { findEventsMonth, findEventsPage } from "~/features/events/queries.server";
import { changesAt, nextDaySomewhere, nextMidnight } from "~/features/events/rules";
import { eventListParams } from "~/features/events/schema";
import { EmptyMonth } from "~/features/events/ui/empty-month";
import { EventFilters } from "~/features/events/ui/event-filters";
import { EventPeriods } from "~/features/events/ui/event-periods";
import { EventResults } from "~/features/events/ui/event-results";
import { LargeMonth } from "~/features/events/ui/large-month";
import { MonthNav } from "~/features/events/ui/month-nav";
import { SmallMonth } from "~/features/events/ui/small-month";
import { SubscribeCard } from "~/features/events/ui/subscribe-card";
import { PageBody } from "~/ui/layout/page-body";
import { PageHead } from "~/ui/page-head";

export const handle = { i18n: ["events"] };
export const meta = headOf;
export const headers = forwardCacheHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { db } = args.context.visit;
  const locale = localeOf(args);
  const now = Date.now();
  const query = eventListParams.parse(Object.fromEntries(readListParams(args.request)));
  const thisMonth = monthOf(dayOf(now, "UTC"));
  const name = query.month ?? monthOf(query.day ?? thisMonth);
  const found = query.view ? await findEventsMonth(db, { query, locale, month: name }) : await findEventsPage(db, { query, locale, month: name });
  const month = { name, bounds: boundsOf(found.month, thisMonth), days: found.month.days, total: found.month.total };
  const { list, places } = found;
  if (!isWithin(name, month.bounds) || (list && (query.page ?? 1) > list.pages)) throw notFound();

  const t = translatorFor(args, "events");
  const title = list ? t("list.title") : t("month.title", { month: formatDate(firstDayOf(name), locale, "monthYear", "UTC") });
  const events = list?.rows ?? [];
  // Weeks and months begin at midnight on the clock of each event's own place.
  const nextPeriod = query.when === "week" || query.when === "month" ? nextDaySomewhere(now) : nextMidnight(now, "UTC");
  const until = Math.min(changesAt(events, now) ?? Infinity, found.nextEnd ?? Infinity, nextPeriod);
  return data(
    {
      head: head(args, { title, description: t("list.description") }),
      now,
      query,
      places,
      month,
      list,
      calendar: env().SITE_URL + localePath(locale, calendarPath(query)),
    },
    { headers: cacheHeaders(["events", "chapters", "places", ...events.map(({ id }) => `event:${id}` as const)], until) },
  );
}

export default function EventsPage() {
  const { list } = useLoaderData<typeof loader>();
  const { t } = useTranslation("events");
  return (
    <>
      <PageHead title={t("list.title")} lead={list ? t("list.lead") : t("month.lead")} />
      <PageBody>{list ? <List /> : <Month />}</PageBody>
    </>
  );
}

function List() {
  const { now, query, places, month, list, calendar } = useLoaderData<typeof loader>();
  const { t } = useTranslation("events");
  return (
    <>
      <EventFilters query={query} places={places}>
        <EventPeriods query={query} />
      </EventFilters>
      <div className="split events-split">
        <div className="split-main">{list ? <EventResults query={query} list={list} now={now} /> : null}</div>
        <aside className="split-aside">
          <SmallMonth query={query} month={month.name} bounds={month.bounds} days={month.days} now={now} />
          <SubscribeCard address={calendar} text={t("calendar.text")} />
        </aside>
      </div>
    </>
  );
}

function Month() {
  const { now, query, places, month, calendar } = useLoaderData<typeof loader>();
  const { t } = useTranslation("events");
  return (
    <>
      <EventFilters query={query} places={places}>
        <MonthNav id="month" className="month-nav" month={month.name} bounds={month.bounds} addressOf={(other) => queryWith(query, { month: other })} />
      </EventFilters>
      {month.total > 0 ? (
        <>
          <p role="status" className="soft found">
            {t("list.found", { count: month.total })}
          </p>
          <LargeMonth query={query} month={month.name} days={month.days} now={now} />
        </>
      ) : (
        <EmptyMonth query={query} />
      )}
      <div className="month-foot">
        <SubscribeCard address={calendar} text={t("calendar.text")} />
      </div>
    </>
  );
}
