import { data, redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { cacheable, pageHeaders } from "~/core/page-cache";
import { head, wordsOf } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { addressWith, tidied } from "~/core/list-address";
import { listEvents, listPlacesOfEvents, pagesOf } from "~/features/events/queries.server";
import { changesAt } from "~/features/events/rules";
import { eventFilters } from "~/features/events/schema";
import { EventFilters } from "~/features/events/ui/event-filters";
import { GroupedEvents } from "~/features/events/ui/grouped-events";
import { NoEvents } from "~/features/events/ui/no-events";
import { Body } from "~/ui/layout/body";
import { PageHead } from "~/ui/page-head";
import { Pagination } from "~/ui/pagination";

export const handle = { i18n: ["events"] };
export const meta = headOf;
export const headers = pageHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { db } = args.context.visit;
  const locale = localeOf(args);
  const { searchParams } = new URL(args.request.url);
  const tidy = tidied(searchParams);
  if (tidy !== null) throw redirect(localePath(locale, tidy ? `/events?${tidy}` : "/events"));

  const now = Date.now();
  const asked = eventFilters.parse(Object.fromEntries(searchParams));
  const { when: period, language: spoken, ...rest } = asked;
  const [{ total, rows }, places] = await Promise.all([
    listEvents(db, { ...rest, spoken, period }),
    listPlacesOfEvents(db, { country: asked.country, locale, isPast: period === "past" }),
  ]);
  const pages = pagesOf(total);
  if ((asked.page ?? 1) > Math.max(pages, 1)) throw notFound();

  const t = wordsOf(args, "events");
  const until = changesAt(rows, now);
  return data(
    { head: head(args, { title: t("list.title"), description: t("list.description") }), now, asked, places, total, pages, rows },
    { headers: cacheable(["events", "chapters", "places", ...rows.map(({ id }) => `event:${id}` as const)], until ? new Date(until).toISOString() : null) },
  );
}

export default function EventsPage() {
  const { now, asked, places, total, pages, rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation("events");
  const locale = useLocale();
  const page = asked.page ?? 1;
  const first = (page - 1) * 20 + 1;
  return (
    <>
      <PageHead title={t("list.title")} lead={t("list.lead")} />
      <Body>
        <EventFilters asked={asked} places={places} />
        {rows.length === 0 ? (
          <NoEvents asked={asked} />
        ) : (
          <>
            <p role="status" className="soft found">
              {t("list.found", { count: total })}
            </p>
            <GroupedEvents events={rows} now={now} isPast={asked.when === "past"} />
            <Pagination
              summary={t("list.shown", { from: first, to: first + rows.length - 1, total: formatNumber(total, locale) })}
              page={page}
              pages={pages}
              addressOf={(number) => localePath(locale, `/events${addressWith(asked, { page: number === 1 ? undefined : number })}`)}
            />
          </>
        )}
      </Body>
    </>
  );
}
