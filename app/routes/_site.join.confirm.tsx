import { parseWithZod } from "@conform-to/zod/v4";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { hasMailbox } from "~/core/mail/mailbox.server";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { forwardRetryAfter } from "~/core/retry-after";
import { pathAfterLetter, isSignedIn } from "~/features/account/after-sign-in.server";
import { sendCode, verifyCode } from "~/features/account/commands.server";
import { refusalResponse } from "~/features/account/refusals.server";
import { verifyCodeSchema } from "~/features/account/schema";
import { MailboxLink } from "~/features/account/ui/mailbox-link";
import { readJoinCookie } from "~/features/members/join-cookie.server";
import { CodeForm } from "~/features/members/ui/code-form";
import { JoinSteps } from "~/features/members/ui/join-steps";

export const handle = { i18n: ["members", "account"] };
export const meta = headOf;
export const headers = forwardRetryAfter;

export async function loader(args: LoaderFunctionArgs) {
  // The letter's button may have been pressed in this browser meanwhile.
  if (await isSignedIn(args.context.visit)) throw redirect(localePath(localeOf(args), "/join/study"));
  const { email } = await readJoinCookie(args.request);
  if (!email) throw redirect(localePath(localeOf(args), "/join"));
  const isSentAgain = new URL(args.request.url).searchParams.has("again");
  return { head: head(args, { title: translatorFor(args, "members")("join.confirm.title"), isPublic: false }), email, isSentAgain, hasMailbox: hasMailbox() };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const locale = localeOf(args);
  const { email, opener = null } = await readJoinCookie(request);
  if (!email) throw redirect(localePath(locale, "/join"));
  const form = await readForm(args);

  const submission = parseWithZod(form, { schema: verifyCodeSchema });
  if (form.get("intent") === "again") {
    const sent = await sendCode(context.visit, { email, locale, create: true, to: localePath(locale, "/join/study") });
    return sent.ok ? redirect(localePath(locale, "/join/confirm?again")) : refusalResponse(submission, sent);
  }
  if (submission.status !== "success") return unprocessable(submission);
  const verified = await verifyCode(context.visit, { email, code: submission.value.code, opener });
  if (verified.ok) return redirect(pathAfterLetter(verified, localePath(locale, "/join/study"), locale));
  return refusalResponse(submission, verified, { fields: { "code-wrong": "code" } });
}

export default function ConfirmPage() {
  const { email, isSentAgain, hasMailbox } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <JoinSteps current={0}>
      <MailboxLink hasMailbox={hasMailbox} />
      <CodeForm email={email} isSentAgain={isSentAgain} answer={answer} />
    </JoinSteps>
  );
}
