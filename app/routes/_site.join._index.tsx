import { parseWithZod } from "@conform-to/zod/v4";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { forwardRetryAfter } from "~/core/retry-after";
import { cut } from "~/core/text";
import { sendCode, signUp } from "~/features/account/commands.server";
import { openerOf } from "~/features/account/opener.server";
import { refusalResponse } from "~/features/account/refusals.server";
import { readJoinCookie, serializeJoinCookie } from "~/features/members/join-cookie.server";
import { accountSchema } from "~/features/members/schema";
import { AccountForm } from "~/features/members/ui/account-form";
import { JoinSteps } from "~/features/members/ui/join-steps";

export const handle = { i18n: ["members"] };
export const meta = headOf;
export const headers = forwardRetryAfter;

export async function loader(args: LoaderFunctionArgs) {
  const { visit } = args.context;
  const locale = localeOf(args);
  const joinCookie = await readJoinCookie(args.request);
  const chapterParam = new URL(args.request.url).searchParams.get("chapter");
  const chapter = chapterParam === null ? joinCookie.chapter : cut(chapterParam, 80);
  const headers = { "Set-Cookie": await serializeJoinCookie({ ...joinCookie, chapter }) };
  const who = await visit.who();
  if (who) throw redirect(localePath(locale, who.member ? "/join/chapter" : "/join/study"), { headers });
  const t = translatorFor(args, "members");
  return data({ head: head(args, { title: t("join.title"), description: t("join.description") }), email: joinCookie.email ?? "" }, { headers });
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const locale = localeOf(args);
  const submission = parseWithZod(await readForm(args), { schema: accountSchema });
  if (submission.status !== "success") return unprocessable(submission);
  const { email, password, intent } = submission.value;
  const joinCookie = await readJoinCookie(request);
  const opener = openerOf({ browser: joinCookie.browser, email, password });
  const reader = { email, locale, to: localePath(locale, "/join/study") };
  const sent =
    intent === "password"
      ? await signUp(context.visit, { ...reader, password, opener })
      : await sendCode(context.visit, { ...reader, create: true });
  if (!sent.ok) return refusalResponse(submission, sent, { fields: { "common-password": "password" } });
  return redirect(localePath(locale, "/join/confirm"), { headers: { "Set-Cookie": await serializeJoinCookie({ ...joinCookie, email, opener }) } });
}

export default function JoinPage() {
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("members");
  return (
    <JoinSteps current={0} lead={t("join.lead")}>
      <AccountForm email={email} answer={answer} />
    </JoinSteps>
  );
}
