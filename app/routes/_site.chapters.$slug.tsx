import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { cacheHeaders, forwardCacheHeaders } from "~/core/cache-headers";
import { env } from "~/core/env.server";
import { readFlash } from "~/core/flash.server";
import { conflict, unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { localeOf, member } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { localizedText } from "~/core/i18n/language-map";
import { key } from "~/core/i18n/translation-key";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { changeMembership } from "~/features/chapters/commands.server";
import { findChapter } from "~/features/chapters/queries.server";
import { pageChangesAt, hasOwnName } from "~/features/chapters/rules";
import { membershipSchema } from "~/features/chapters/schema";
import { ChapterAbout } from "~/features/chapters/ui/chapter-about";
import { ChapterHead } from "~/features/chapters/ui/chapter-head";
import { ChapterTeam } from "~/features/chapters/ui/chapter-team";
import { ChaptersBelow } from "~/features/chapters/ui/chapters-below";
import { ComingEvents } from "~/features/chapters/ui/coming-events";
import { JoinBox } from "~/features/chapters/ui/join-box";
import { LastYear } from "~/features/chapters/ui/last-year";
import { NoSuchChapter } from "~/features/chapters/ui/no-such-chapter";
import { findViewerOfChapter } from "~/features/chapters/viewer.server";
import { listComingEvents } from "~/features/events/queries.server";
import { changesAt } from "~/features/events/rules";
import { EventRows } from "~/features/events/ui/event-rows";
import { SubscribeCard } from "~/features/events/ui/subscribe-card";
import { Split } from "~/ui/layout/split";

export const handle = { i18n: ["chapters", "events"] };
export const meta = headOf;
export const headers = forwardCacheHeaders;

export async function loader(args: LoaderFunctionArgs) {
  const { visit } = args.context;
  const locale = localeOf(args);
  const t = translatorFor(args, "chapters");
  const chapter = await findChapter(visit.db, args.params.slug ?? "");
  if (!chapter) return data({ head: head(args, { title: t("page.notFound"), isPublic: false }), chapter: null }, { status: 404 });

  const now = Date.now();
  const { searchParams } = new URL(args.request.url);
  const [events, viewer] = await Promise.all([listComingEvents(visit.db, { chapterId: chapter.id, limit: 4 }), findViewerOfChapter(visit, chapter.id)]);
  const name = localizedText(chapter.name, locale);
  const title = hasOwnName(chapter.kind) ? name : t("page.chapter", { chapter: name });
  const description = `${t("page.description", { chapter: name })} ${localizedText(chapter.summary, locale)}`.trim();
  const until = pageChangesAt(chapter, changesAt(events, now), now);
  return data(
    {
      head: head(args, { title, description }),
      now,
      chapter,
      events,
      seen: viewer,
      calendar: `${env().SITE_URL}${localePath(locale, `/chapters/${chapter.slug}`)}.ics`,
      notice: searchParams.get("notice"),
      // Only for members (`mine`): a visitor's page is stored for others too, and the cookie is not part of its key.
      isOfficeEnded: viewer.mine !== null && !viewer.leads && (await readFlash(args.request)) === "office-ended",
      ask: searchParams.get("ask"),
    },
    { headers: cacheHeaders([`chapter:${chapter.id}`, "chapters", "figures", "events", "places", ...events.map(({ id }) => `event:${id}` as const)], until) },
  );
}

export async function action(args: ActionFunctionArgs) {
  const { db } = await member(args);
  const submission = parseWithZod(await readForm(args), { schema: membershipSchema });
  if (submission.status !== "success") return unprocessable(submission);
  const chapter = await findChapter(db, args.params.slug ?? "");
  if (!chapter) throw notFound();
  const result = await changeMembership(db, chapter.id, submission.value);
  if (!result.ok) return conflict(submission, key("chapters", `refusal.${result.reason}`));
  return redirect(`${localePath(localeOf(args), `/chapters/${chapter.slug}`)}?notice=${result.outcome}`);
}

export default function ChapterPage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("events");
  if (!page.chapter) return <NoSuchChapter />;
  const { chapter, events, seen: viewer, now, calendar, notice, isOfficeEnded, ask } = page;
  // A closed chapter plans nothing, and if no leader is left, there is nobody to write to.
  const isClosed = chapter.state === "closed";
  return (
    <>
      <ChapterHead chapter={chapter} now={now} />
      <Split
        aside={
          <>
            <JoinBox chapter={chapter} {...viewer} answer={answer} notice={notice} isOfficeEnded={isOfficeEnded} ask={ask} />
            {isClosed && chapter.team.length === 0 ? null : <ChapterTeam chapter={chapter} now={now} />}
            {isClosed ? null : <SubscribeCard address={calendar} text={t("calendar.chapterText")} />}
          </>
        }
      >
        <ChapterAbout chapter={chapter} />
        {isClosed && events.length === 0 ? null : (
          <ComingEvents chapter={chapter} hasEvents={events.length > 0}>
            <EventRows events={events} now={now} />
          </ComingEvents>
        )}
        <LastYear chapter={chapter} />
        <ChaptersBelow chapter={chapter} />
      </Split>
    </>
  );
}
