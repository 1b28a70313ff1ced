import { parseWithZod } from "@conform-to/zod/v4";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";

import { unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { hasMailbox } from "~/core/mail/mailbox.server";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { forwardRetryAfter } from "~/core/retry-after";
import { requestReset } from "~/features/account/commands.server";
import { refusalResponse } from "~/features/account/refusals.server";
import { emailRequestSchema } from "~/features/account/schema";
import { AccountLayout } from "~/features/account/ui/account-layout";
import { AccountNotice } from "~/features/account/ui/account-notice";
import { AddressForm } from "~/features/account/ui/address-form";
import { MailboxLink } from "~/features/account/ui/mailbox-link";

export const handle = { i18n: ["account"] };
export const meta = headOf;
export const headers = forwardRetryAfter;

export function loader(args: LoaderFunctionArgs) {
  const isSent = new URL(args.request.url).searchParams.get("notice") === "check-mail";
  const email = args.context.visit.account?.email;
  return { head: head(args, { title: translatorFor(args, "common")("action.resetPassword") }), isSent, email, hasMailbox: hasMailbox() };
}

export async function action(args: ActionFunctionArgs) {
  const submission = parseWithZod(await readForm(args), { schema: emailRequestSchema });
  if (submission.status !== "success") return unprocessable(submission);

  const result = await requestReset(args.context.visit, submission.value);
  if (!result.ok) return refusalResponse(submission, result);
  return redirect(`${localePath(localeOf(args), "/reset")}?notice=check-mail`);
}

export default function ResetPage() {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { isSent, email, hasMailbox } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <AccountLayout title={common("action.resetPassword")} lead={isSent ? null : t("reset.lead")}>
      <AccountNotice />
      {isSent ? <MailboxLink hasMailbox={hasMailbox} /> : <AddressForm answer={answer} action={t("reset.send")} email={email} />}
      <p>
        <Link to={localePath(locale, "/sign-in")}>{common("action.signIn")}</Link>
      </p>
    </AccountLayout>
  );
}
