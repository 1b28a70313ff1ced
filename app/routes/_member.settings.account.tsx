import { parseWithZod } from "@conform-to/zod/v4";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readFlash, redirectWithFlash } from "~/core/flash.server";
import { unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { account, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { key } from "~/core/i18n/translation-key";
import { useTranslation } from "~/core/i18n/use-translation";
import { hasMailbox } from "~/core/mail/mailbox.server";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { forwardRetryAfter } from "~/core/retry-after";
import { changeEmail, changePassword, signOut } from "~/features/account/commands.server";
import { findOwnEmail } from "~/features/account/queries.server";
import { refusalResponse } from "~/features/account/refusals.server";
import { changeEmailSchema, changePasswordSchema } from "~/features/account/schema";
import { AccountNotice } from "~/features/account/ui/account-notice";
import { ChangeEmailForm } from "~/features/account/ui/change-email-form";
import { ChangePasswordForm } from "~/features/account/ui/change-password-form";
import { EraseSection } from "~/features/account/ui/erase-section";
import { MailboxLink } from "~/features/account/ui/mailbox-link";
import { SettingsTabs } from "~/features/account/ui/settings-tabs";
import { SignOutEverywhere } from "~/features/account/ui/sign-out-everywhere";
import { DataExport } from "~/features/members/ui/data-export";
import { FormPage } from "~/ui/layout/form-page";
import { MeBreadcrumb } from "~/ui/me-breadcrumb";

export const handle = { i18n: ["account", "members"] };
export const meta = headOf;
export const headers = forwardRetryAfter;

export async function loader(args: LoaderFunctionArgs) {
  const { who } = await account(args);
  const hasAsked = new URL(args.request.url).searchParams.get("notice") === "email-asked";
  const email = await findOwnEmail(args.context.visit);
  const title = translatorFor(args, "account")("settings.title");
  return {
    head: head(args, { title, isPublic: false }),
    email,
    isMember: who.member !== null,
    hasMailbox: hasAsked && hasMailbox(),
    done: await readFlash(args.request),
  };
}

export async function action(args: ActionFunctionArgs) {
  await account(args);
  const { visit } = args.context;
  const locale = localeOf(args);
  const here = localePath(locale, "/settings/account");
  const form = await readForm(args);
  const email = await findOwnEmail(visit);

  switch (form.get("intent")) {
    case "everywhere":
      await signOut(visit, "global");
      return redirectWithFlash(`${localePath(locale, "/sign-in")}?notice=signed-out-everywhere`);
    case "password": {
      const submission = parseWithZod(form, { schema: changePasswordSchema(email) });
      if (submission.status !== "success") return unprocessable(submission);
      const result = await changePassword(visit, { email, ...submission.value });
      if (result.ok) return redirectWithFlash(`${here}?notice=password-changed`);
      const fields = { wrong: "current", "same-password": "password", "common-password": "password" };
      return refusalResponse(submission, result, { fields, instead: { wrong: key("account", "password.wrongCurrent") } });
    }
    default: {
      const submission = parseWithZod(form, { schema: changeEmailSchema(email) });
      if (submission.status !== "success") return unprocessable(submission);
      const result = await changeEmail(visit, submission.value);
      return result.ok ? redirect(`${here}?notice=email-asked`) : refusalResponse(submission, result);
    }
  }
}

export default function AccountSettingsPage() {
  const { t } = useTranslation("account");
  const { email, isMember, hasMailbox, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isOfPassword = answer?.initialValue?.intent === "password";
  const title = t("settings.title");
  return (
    <FormPage
      title={title}
      breadcrumb={<MeBreadcrumb current={title} />}
      steps={<SettingsTabs current="account" />}
    >
      <AccountNotice done={done} />
      <MailboxLink hasMailbox={hasMailbox} />
      <ChangeEmailForm answer={isOfPassword ? undefined : answer} email={email} />
      <ChangePasswordForm answer={isOfPassword ? answer : undefined} email={email} />
      <SignOutEverywhere />
      {/* Members find these on the page about all their data. */}
      {isMember ? null : (
        <>
          <DataExport isMember={false} />
          <EraseSection />
        </>
      )}
    </FormPage>
  );
}
