import { parseWithZod } from "@conform-to/zod/v4";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { conflict, unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { localeOf, member } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { key } from "~/core/i18n/translation-key";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { forwardRetryAfter } from "~/core/retry-after";
import { joinChapter } from "~/features/chapters/commands.server";
import { findHomeChapter, findOfferedChapter, listRequestedChapterIds, listSuggestedChapters } from "~/features/chapters/queries.server";
import { orderSuggestions } from "~/features/chapters/rules";
import { joinSuggestedSchema } from "~/features/chapters/schema";
import { SuggestedChapters } from "~/features/chapters/ui/suggested-chapters";
import { clearJoinCookie, readJoinCookie } from "~/features/members/join-cookie.server";
import { FormPage } from "~/ui/layout/form-page";

export const handle = { i18n: ["chapters"] };
export const meta = headOf;
export const headers = forwardRetryAfter;

export async function loader(args: LoaderFunctionArgs) {
  const { db, me } = await member(args);
  const { chapter: from } = await readJoinCookie(args.request);
  const [suggested, offered, requestedIds, home] = await Promise.all([
    listSuggestedChapters(db),
    from ? findOfferedChapter(db, from) : null,
    listRequestedChapterIds(db, me.id),
    findHomeChapter(db, me.id),
  ]);
  const title = translatorFor(args, "chapters")("suggested.title");
  return { head: head(args, { title, isPublic: false }), chapters: orderSuggestions(suggested, offered, home?.slug ?? null), chosen: offered?.slug ?? null, requestedIds, home };
}

export async function action(args: ActionFunctionArgs) {
  const { db, me } = await member(args);
  const submission = parseWithZod(await readForm(args), { schema: joinSuggestedSchema });
  if (submission.status !== "success") return unprocessable(submission);
  const page = localePath(localeOf(args), `/chapters/${encodeURIComponent(submission.value.chapter)}`);
  const [chapter, home] = await Promise.all([findOfferedChapter(db, submission.value.chapter), findHomeChapter(db, me.id)]);
  // Somebody who already has a home membership is asked first, on the page of the chapter.
  if (chapter && home) return redirect(`${page}?ask=move`);
  const result = chapter
    ? await joinChapter(db, { chapter: chapter.id, kind: "home", home: "" })
    : ({ ok: false, reason: "chapter-not-active" } as const);
  if (!result.ok) return conflict(submission, key("chapters", `refusal.${result.reason}`));
  return redirect(`${page}?notice=${result.outcome}`, { headers: { "Set-Cookie": await clearJoinCookie() } });
}

export default function JoinChapterPage() {
  const { chapters, chosen, requestedIds, home } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("chapters");
  return (
    <FormPage title={t("suggested.title")} lead={home ? t("suggested.lead") : t("suggested.welcome")}>
      <SuggestedChapters chapters={chapters} chosen={chosen} requestedIds={requestedIds} home={home} answer={answer} />
    </FormPage>
  );
}
