import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { member } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { formatNumber } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { rowRange } from "~/core/pagination";
import { localePath } from "~/core/paths";
import { listMyEvents } from "~/features/events/queries.server";
import { eventsPerPage } from "~/features/events/rules";
import { myEventsParams } from "~/features/events/schema";
import { MyEventRows } from "~/features/events/ui/my-event-rows";
import { NoOwnEvents } from "~/features/events/ui/no-own-events";
import { PageBody } from "~/ui/layout/page-body";
import { MeBreadcrumb } from "~/ui/me-breadcrumb";
import { PageHead } from "~/ui/page-head";
import { Pagination } from "~/ui/pagination";
import { Tabs } from "~/ui/tabs";

export const handle = { i18n: ["events"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await member(args);
  const query = myEventsParams.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const { total, pages, rows } = await listMyEvents(db, { isPast: query.when === "past", page: query.page });
  if (query.page > pages) throw notFound();
  return { head: head(args, { title: translatorFor(args, "events")("mine.title"), isPublic: false }), now: Date.now(), query, total, pages, rows };
}

export default function MyEventsPage() {
  const { now, query, total, pages, rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation("events");
  const locale = useLocale();
  const title = t("mine.title");
  const addressOf = (when: "coming" | "past", page = 1) => {
    const search = new URLSearchParams({ ...(when === "past" && { when }), ...(page > 1 && { page: String(page) }) });
    return localePath(locale, `/me/events${search.size > 0 ? `?${search}` : ""}`);
  };
  const tabs = (["coming", "past"] as const).map((when) => ({ to: addressOf(when), label: t(`mine.${when}`), isCurrent: when === query.when }));
  return (
    <>
      <PageHead title={title} lead={t("mine.lead")} breadcrumb={<MeBreadcrumb current={title} />} />
      <PageBody>
        <div className="stack stack-6">
          <Tabs label={title} tabs={tabs} />
          {rows.length > 0 ? <MyEventRows events={rows} now={now} level={2} /> : <NoOwnEvents when={query.when} level={2} />}
          {rows.length > 0 ? (
            <Pagination
              summary={t("list.shown", { ...rowRange(query.page, eventsPerPage, rows.length), total: formatNumber(total, locale) })}
              page={query.page}
              pages={pages}
              addressOf={(page) => addressOf(query.when, page)}
            />
          ) : null}
        </div>
      </PageBody>
    </>
  );
}
