import { parseWithZod } from "@conform-to/zod/v4";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { redirectWithFlash } from "~/core/flash.server";
import { unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { account, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { safePath } from "~/core/http";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { setPassword } from "~/features/account/commands.server";
import { hasProvenMailbox } from "~/features/account/proof.server";
import { refusalResponse } from "~/features/account/refusals.server";
import { setPasswordSchema } from "~/features/account/schema";
import { AccountLayout } from "~/features/account/ui/account-layout";
import { AccountNotice } from "~/features/account/ui/account-notice";
import { NewPasswordForm } from "~/features/account/ui/new-password-form";

export const handle = { i18n: ["account"] };
export const meta = headOf;

/** Requires somebody who signed in through a letter a moment ago: nobody else may set a password without the current one. */
async function provenAccount(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const signedIn = await account(args);
  if (!(await hasProvenMailbox(args.context.visit))) throw redirect(`${localePath(localeOf(args), "/reset")}?notice=ask-again`);
  return signedIn;
}

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await provenAccount(args);
  return { head: head(args, { title: translatorFor(args, "common")("action.resetPassword") }), email: account.email };
}

export async function action(args: ActionFunctionArgs) {
  const { account } = await provenAccount(args);
  const submission = parseWithZod(await readForm(args), { schema: setPasswordSchema(account.email) });
  if (submission.status !== "success") return unprocessable(submission);

  const result = await setPassword(args.context.visit, submission.value);
  if (!result.ok) return refusalResponse(submission, result, { fields: { "same-password": "password", "common-password": "password" } });
  const settings = `${localePath(localeOf(args), "/settings/account")}?notice=password-changed`;
  const to = safePath(new URL(args.request.url).searchParams.get("to"), settings);
  // The cookie that confirms a notice is only set for our own address: any other `to` could name a notice of its choice.
  return to === settings ? redirectWithFlash(to) : redirect(to);
}

export default function NewPasswordPage() {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  const { email } = useLoaderData<typeof loader>();
  return (
    <AccountLayout title={common("action.resetPassword")} lead={<span className="break-anywhere">{t("code.sentTo", { email })}</span>}>
      <AccountNotice />
      <NewPasswordForm answer={useActionData<typeof action>()} email={email} />
    </AccountLayout>
  );
}
