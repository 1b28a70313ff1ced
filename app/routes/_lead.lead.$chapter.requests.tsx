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
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { decideRequest } from "~/features/chapters/desk-commands.server";
import { listJoinRequests } from "~/features/chapters/desk-queries.server";
import { decisionSchema, joinRequestListParams } from "~/features/chapters/desk-schema";
import { DeskHead } from "~/features/chapters/ui/desk-head";
import { RequestList } from "~/features/chapters/ui/request-list";
import { PageBody } from "~/ui/layout/page-body";

export const handle = { i18n: ["chapters", "members"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, chapter } = await leader(args, "members:decide");
  const { searchParams } = new URL(args.request.url);
  const query = joinRequestListParams.parse(Object.fromEntries(searchParams));
  const found = await listJoinRequests(db, chapter.chapterId, query);
  if ((query.page ?? 1) > found.pages) throw notFound();
  const title = translatorFor(args, "chapters")("desk.request.title");
  return { head: head(args, { title, isPublic: false }), chapter, query, found, notice: await readFlash(args.request) };
}

export async function action(args: ActionFunctionArgs) {
  const { db, chapter } = await leader(args, "members:decide");
  const submission = parseWithZod(await readForm(args), { schema: decisionSchema });
  if (submission.status !== "success") return unprocessable(submission);
  const decision = submission.value;
  const result = await decideRequest(db, decision);
  if (!result.ok && result.reason === "absent") throw notFound();
  if (!result.ok) return conflict(submission, key("chapters", `refusal.${result.reason}`));
  const desk = localePath(localeOf(args), `/lead/${chapter.slug}`);
  const isApproval = decision.intent === "approve";
  const to = isApproval && decision.from === "overview" ? desk : `${desk}/requests`;
  return redirectWithFlash(`${to}?notice=${isApproval ? "approved" : "declined"}`);
}

export default function RequestsPage() {
  const { chapter, query, found, notice } = useLoaderData<typeof loader>();
  const { t } = useTranslation("chapters");
  const answer = useActionData<typeof action>();
  return (
    <>
      <DeskHead chapter={chapter} title={t("desk.request.title")} />
      <PageBody>
        <RequestList slug={chapter.slug} query={query} found={found} answer={answer} notice={notice} />
      </PageBody>
    </>
  );
}
