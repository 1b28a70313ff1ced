import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

import { readFlash } from "~/core/flash.server";
import { leader, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { localizedText } from "~/core/i18n/language-map";
import { head, translatorFor } from "~/core/page.server";
import { findDeskOverview } from "~/features/chapters/desk-queries.server";
import { DecisionNotice } from "~/features/chapters/ui/decision-notice";
import { DeskActions } from "~/features/chapters/ui/desk-actions";
import { DeskFigures } from "~/features/chapters/ui/desk-figures";
import { DeskNextEvent } from "~/features/chapters/ui/desk-next-event";
import { DeskRequests } from "~/features/chapters/ui/desk-requests";
import { NextSteps } from "~/features/chapters/ui/next-steps";
import { OverviewHead } from "~/features/chapters/ui/overview-head";
import { Split } from "~/ui/layout/split";

export const handle = { i18n: ["chapters", "members"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, me, chapter } = await leader(args, "attendees:read");
  const overview = await findDeskOverview(db, chapter.chapterId);
  const title = translatorFor(args, "chapters")("desk.title", { chapter: localizedText(chapter.name, localeOf(args)) });
  const isApproved = (await readFlash(args.request)) === "approved";
  return { head: head(args, { title, isPublic: false }), now: Date.now(), me, chapter, overview, isApproved };
}

export default function OverviewPage() {
  const { now, me, chapter, overview, isApproved } = useLoaderData<typeof loader>();
  const { slug } = chapter;
  return (
    <>
      <OverviewHead chapter={chapter} me={me} overview={overview} />
      <Split
        aside={
          <>
            {overview.permissions.includes("attendees:read") ? <DeskNextEvent slug={slug} event={overview.nextEvent} /> : null}
            <DeskFigures figures={overview.figures} zone={overview.zone} />
            <DeskActions slug={slug} mayEdit={overview.permissions.includes("events:edit")} />
          </>
        }
      >
        <DecisionNotice notice={isApproved ? "approved" : null} />
        <NextSteps slug={slug} overview={overview} now={now} />
        {overview.requests && overview.requests.count > 0 ? <DeskRequests slug={slug} requests={overview.requests} zone={overview.zone} /> : null}
      </Split>
    </>
  );
}
