import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readFlash, redirectWithFlash } from "~/core/flash.server";
import { conflict, unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { leader, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { key } from "~/core/i18n/translation-key";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { useRefusals } from "~/core/use-server-form";
import { setShownAs } from "~/features/chapters/desk-commands.server";
import { listTeam } from "~/features/chapters/desk-queries.server";
import { pathAfterTeamChange } from "~/features/chapters/desk-rules";
import { shownAsSchema } from "~/features/chapters/desk-schema";
import { endMandate } from "~/features/chapters/office-commands.server";
import { endMandateSchema } from "~/features/chapters/office-schema";
import { DeskHead } from "~/features/chapters/ui/desk-head";
import { EndMandateDialog } from "~/features/chapters/ui/end-mandate-dialog";
import { ShownAsForm } from "~/features/chapters/ui/shown-as-form";
import { TeamNotice } from "~/features/chapters/ui/team-notice";
import { TeamTable } from "~/features/chapters/ui/team-table";
import { ButtonLink } from "~/ui/button-link";
import { ErrorSummary } from "~/ui/error-summary";
import { PageBody } from "~/ui/layout/page-body";

export const handle = { i18n: ["chapters"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, chapter } = await leader(args, "attendees:read");
  const endParam = new URL(args.request.url).searchParams.get("end");
  const title = translatorFor(args, "chapters")("desk.team");
  const team = await listTeam(db, chapter.chapterId);
  const mayAppoint = chapter.permissions.includes("team:appoint");
  const mandateToEnd = team.rows.find(({ id, isMine }) => id === endParam && (isMine || mayAppoint)) ?? null;
  return {
    head: head(args, { title, isPublic: false }),
    now: Date.now(),
    chapter,
    team,
    mayAppoint,
    asked: mandateToEnd,
    notice: await readFlash(args.request),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, chapter } = await leader(args, "attendees:read");
  const form = await readForm(args);
  const team = localePath(localeOf(args), `/lead/${chapter.slug}/team`);
  if (form.get("intent") === "end") {
    const submission = parseWithZod(form, { schema: endMandateSchema });
    if (submission.status !== "success") return unprocessable(submission);
    const result = await endMandate(db, submission.value.mandate);
    if (result.ok) return redirectWithFlash(localePath(localeOf(args), pathAfterTeamChange(chapter.slug, result.isInTeam, "ended")));
    if (result.reason === "absent") throw notFound();
    return conflict(submission, result.reason === "term-ended" ? key("common", "refusal.termEnded") : key("chapters", `refusal.${result.reason}`));
  }
  const submission = parseWithZod(form, { schema: shownAsSchema });
  if (submission.status !== "success") return unprocessable(submission);
  const result = await setShownAs(db, submission.value);
  if (!result.ok) return conflict(submission, key("common", "refusal.termEnded"));
  return redirectWithFlash(`${team}?notice=saved`);
}

export default function TeamPage() {
  const { now, chapter, team, mayAppoint, asked: mandateToEnd, notice } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("chapters");
  const locale = useLocale();
  const ownMandates = team.rows.filter(({ isMine, from }) => isMine && from <= now);
  const refusedEnd = answer?.initialValue?.intent === "end" ? answer : undefined;
  const refusals = useRefusals(refusedEnd);
  const appoint = mayAppoint ? (
    <ButtonLink to={localePath(locale, `/lead/${chapter.slug}/team/new`)} tone="primary" large>
      {t("office.appoint")}
    </ButtonLink>
  ) : null;
  return (
    <>
      <DeskHead chapter={chapter} title={t("desk.team")} lead={t("desk.mandate.lead")} action={appoint} />
      <PageBody>
        {answer ? null : <TeamNotice notice={notice} />}
        {mandateToEnd ? null : <ErrorSummary title={t("desk.mandate.refused")} errors={refusals} answer={refusedEnd} />}
        <TeamTable team={team} now={now} mayAppoint={mayAppoint} />
        {ownMandates.map((mandate) => (
          <ShownAsForm
            key={mandate.id}
            mandate={mandate}
            isOnlyOne={ownMandates.length === 1}
            answer={!refusedEnd && answer?.initialValue?.mandate === mandate.id ? answer : undefined}
          />
        ))}
        {mandateToEnd ? <EndMandateDialog slug={chapter.slug} mandate={mandateToEnd} team={team} now={now} answer={refusedEnd} /> : null}
      </PageBody>
    </>
  );
}
