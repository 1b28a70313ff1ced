import { parseWithZod } from "@conform-to/zod/v4";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { conflict, unprocessable } from "~/core/answer-form.server";
import { readForm } from "~/core/forms.server";
import { leader, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { key } from "~/core/i18n/key";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, wordsOf } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { showAs } from "~/features/chapters/desk-commands.server";
import { listTeam } from "~/features/chapters/desk-queries.server";
import { showing } from "~/features/chapters/desk-schema";
import { DeskHead } from "~/features/chapters/ui/desk-head";
import { ShownAsForm } from "~/features/chapters/ui/shown-as-form";
import { TeamTable } from "~/features/chapters/ui/team-table";
import { Body } from "~/ui/layout/body";
import { Notice } from "~/ui/notice";

export const handle = { i18n: ["chapters"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, chapter } = await leader(args, "attendees:read");
  const { searchParams } = new URL(args.request.url);
  const title = wordsOf(args, "chapters")("desk.team");
  const team = await listTeam(db, chapter.chapterId);
  return { head: head(args, { title, isPublic: false }), now: Date.now(), chapter, team, isSaved: searchParams.get("notice") === "saved" };
}

export async function action(args: ActionFunctionArgs) {
  const { db, chapter } = await leader(args, "attendees:read");
  const submission = parseWithZod(await readForm(args), { schema: showing });
  if (submission.status !== "success") return unprocessable(submission);
  const done = await showAs(db, submission.value);
  if (!done.ok) return conflict(submission, key("common", "refusal.termEnded"));
  return redirect(`${localePath(localeOf(args), `/lead/${chapter.slug}/team`)}?notice=saved`);
}

export default function TeamPage() {
  const { now, chapter, team, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("chapters");
  const { t: common } = useTranslation("common");
  const own = team.rows.filter(({ isMine, from }) => isMine && from <= now);
  return (
    <>
      <DeskHead chapter={chapter} title={t("desk.team")} lead={t("desk.mandate.lead")} />
      <Body>
        {isSaved ? (
          <Notice tone="success" role="status">
            {common("notice.saved")}
          </Notice>
        ) : null}
        <TeamTable team={team} now={now} />
        {own.map((mandate) => (
          <ShownAsForm key={mandate.id} mandate={mandate} isOnlyOne={own.length === 1} answer={answer?.initialValue?.mandate === mandate.id ? answer : undefined} />
        ))}
      </Body>
    </>
  );
}
