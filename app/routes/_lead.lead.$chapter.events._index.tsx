import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import Plus from "lucide-react/icons/plus";

import { readFlash } from "~/core/flash.server";
import { leader, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { formatNumber } from "~/core/i18n/format";
import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { rowRange } from "~/core/pagination";
import { localePath } from "~/core/paths";
import { listDeskEvents } from "~/features/events/queries.server";
import { eventsPerPage } from "~/features/events/rules";
import { deskEventParams } from "~/features/events/schema";
import { DeskEvents } from "~/features/events/ui/desk-events";
import { DeskViews } from "~/features/events/ui/desk-views";
import { NoDeskEvents } from "~/features/events/ui/no-desk-events";
import { ButtonLink } from "~/ui/button-link";
import { Icon } from "~/ui/icon";
import { PageBody } from "~/ui/layout/page-body";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { Pagination } from "~/ui/pagination";

export const handle = { i18n: ["events"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, chapter } = await leader(args, "attendees:read");
  const { searchParams } = new URL(args.request.url);
  const { view, page } = deskEventParams.parse(Object.fromEntries(searchParams));
  const { rows, counts, pages } = await listDeskEvents(db, { chapter: chapter.chapterId, view, page });
  if (page > pages) throw notFound();

  const t = translatorFor(args, "events");
  const title = `${t("list.title")} · ${t("desk.chapter", { chapter: localizedText(chapter.name, localeOf(args)) })}`;
  return {
    head: head(args, { title, isPublic: false }),
    now: Date.now(),
    chapter: { slug: chapter.slug, name: chapter.name },
    mayEdit: chapter.permissions.includes("events:edit"),
    isDiscarded: (await readFlash(args.request)) === "discarded",
    view,
    page,
    pages,
    counts,
    rows,
  };
}

export default function DeskEventsPage() {
  const { now, chapter, mayEdit, isDiscarded, view, page, pages, counts, rows } = useLoaderData<typeof loader>();
  const { t } = useTranslation("events");
  const locale = useLocale();
  const desk = localePath(locale, `/lead/${chapter.slug}/events`);
  const newEvent = (
    <ButtonLink to={`${desk}/new`} tone="primary">
      <Icon icon={Plus} /> {t("desk.new")}
    </ButtonLink>
  );
  return (
    <>
      <PageHead title={t("list.title")} lead={t("desk.chapter", { chapter: localizedText(chapter.name, locale) })} action={mayEdit ? newEvent : null} />
      <PageBody>
        {isDiscarded ? (
          <Notice tone="success" role="status">
            {t("desk.discarded")}
          </Notice>
        ) : null}
        <DeskViews chapter={chapter.slug} view={view} counts={counts} />
        {rows.length === 0 ? (
          <NoDeskEvents view={view} mayEdit={mayEdit} />
        ) : (
          <>
            <DeskEvents chapter={chapter.slug} events={rows} mayEdit={mayEdit} now={now} />
            <Pagination
              summary={t("list.shown", { ...rowRange(page, eventsPerPage, rows.length), total: formatNumber(counts[view], locale) })}
              page={page}
              pages={pages}
              addressOf={(number) => `${desk}?${new URLSearchParams({ view, page: String(number) })}`}
            />
          </>
        )}
      </PageBody>
    </>
  );
}
