import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { member } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { dayOf } from "~/core/i18n/format";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { MyEventRows } from "~/features/events/ui/my-event-rows";
import { NextEvent } from "~/features/events/ui/next-event";
import { NoOwnEvents } from "~/features/events/ui/no-own-events";
import { findMyPage } from "~/features/members/queries.server";
import { tasksOf } from "~/features/members/rules";
import { JournalCard } from "~/features/members/ui/journal-card";
import { MemberCard } from "~/features/members/ui/member-card";
import { MyChapters } from "~/features/members/ui/my-chapters";
import { MyStudy } from "~/features/members/ui/my-study";
import { MyTasks } from "~/features/members/ui/my-tasks";
import { SettingsLinks } from "~/features/members/ui/settings-links";
import { Split } from "~/ui/layout/split";
import { MoreLink } from "~/ui/more-link";
import { PageHead } from "~/ui/page-head";
import { SectionHead } from "~/ui/section-head";

export const handle = { i18n: ["members", "events", "chapters"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, me } = await member(args);
  const page = await findMyPage(db);
  const now = Date.now();
  const isHome = ({ kind }: { kind: string }) => kind === "home";
  const standing = {
    status: page.status,
    hasHome: page.memberships.some(isHome),
    hasAsked: page.requests.some(isHome),
    latinName: me.latinName,
    endsOn: page.study?.endsOn ?? null,
  };
  const title = translatorFor(args, "members")("me.title");
  return { head: head(args, { title, isPublic: false }), me, page, tasks: tasksOf(standing, dayOf(now, "UTC")), now };
}

export default function MyPage() {
  const { me, page, tasks, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("members");
  const { t: events } = useTranslation("events");
  const locale = useLocale();
  const { events: myEvents, study } = page;
  return (
    <>
      <PageHead title={t("me.hello", { name: me.givenName })} lead={page.status === "left" ? undefined : <NextEvent events={myEvents.rows} />} />
      <Split
        aside={
          <>
            <MemberCard member={me} status={page.status} />
            <MyChapters status={page.status} memberships={page.memberships} requests={page.requests} declined={page.declined} />
            <JournalCard rows={page.looked.rows} />
            <SettingsLinks />
          </>
        }
      >
        <MyTasks tasks={tasks} endsOn={study?.endsOn ?? null} />
        <section aria-labelledby="events">
          <SectionHead id="events" title={events("mine.title")} more={<MoreLink to={localePath(locale, "/me/events")}>{t("me.allEvents")}</MoreLink>} />
          {myEvents.rows.length > 0 ? <MyEventRows events={myEvents.rows} now={now} /> : <NoOwnEvents when="coming" />}
        </section>
        <MyStudy study={study} />
      </Split>
    </>
  );
}
