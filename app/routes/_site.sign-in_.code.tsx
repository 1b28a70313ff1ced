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
import { pathAfterLetter, isSignedIn, pathAfterSignIn } from "~/features/account/after-sign-in.server";
import { sendCode, verifyCode } from "~/features/account/commands.server";
import { forgetPendingEmail, readPendingEmail, rememberPendingEmail } from "~/features/account/pending-email.server";
import { refusalResponse } from "~/features/account/refusals.server";
import { emailRequestSchema, verifyCodeSchema } from "~/features/account/schema";
import { AccountLayout } from "~/features/account/ui/account-layout";
import { AccountNotice } from "~/features/account/ui/account-notice";
import { AddressForm } from "~/features/account/ui/address-form";
import { CodeForm } from "~/features/account/ui/code-form";
import { MailboxLink } from "~/features/account/ui/mailbox-link";
import { readJoinCookie } from "~/features/members/join-cookie.server";

export const handle = { i18n: ["account"] };
export const meta = headOf;
export const headers = forwardRetryAfter;

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const to = pathAfterSignIn(searchParams.get("to"), localeOf(args));
  if (await isSignedIn(args.context.visit)) throw redirect(to);
  const email = searchParams.has("sent") ? await readPendingEmail(args.request) : null;
  const title = translatorFor(args, "account")(email ? "code.enterTitle" : "code.title");
  return { head: head(args, { title }), to, email, hasMailbox: hasMailbox() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args);
  const locale = localeOf(args);
  const { visit } = args.context;
  const to = pathAfterSignIn(form.get("to"), locale);
  const here = localePath(locale, "/sign-in/code");
  const email = await readPendingEmail(args.request);

  if (form.get("intent") === "enter") {
    if (!email) return redirect(`${here}?${new URLSearchParams({ to })}`);
    const submission = parseWithZod(form, { schema: verifyCodeSchema });
    if (submission.status !== "success") return unprocessable(submission);
    const result = await verifyCode(visit, { email, opener: (await readJoinCookie(args.request)).opener ?? null, ...submission.value });
    if (!result.ok) return refusalResponse(submission, result, { fields: { "code-wrong": "code" } });
    await forgetPendingEmail(visit);
    return redirect(pathAfterLetter(result, to, locale));
  }

  if (form.get("intent") === "again" && email) form.set("email", email);
  const submission = parseWithZod(form, { schema: emailRequestSchema });
  if (submission.status !== "success") return unprocessable(submission);
  const result = await sendCode(visit, { email: submission.value.email, locale, create: false, to });
  if (!result.ok) return refusalResponse(submission, result);
  await rememberPendingEmail(visit, submission.value.email);
  return redirect(`${here}?${new URLSearchParams({ sent: "1", notice: "check-mail", to })}`);
}

export default function CodePage() {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { to, email, hasMailbox } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const query = new URLSearchParams({ to });
  if (!email) {
    return (
      <AccountLayout title={t("code.title")} lead={t("code.lead")}>
        <AddressForm key="ask" answer={answer} action={common("action.sendCode")} to={to} />
        <p>
          <Link to={`${localePath(locale, "/sign-in")}?${query}`}>{t("code.withPassword")}</Link>
        </p>
      </AccountLayout>
    );
  }
  return (
    <AccountLayout title={t("code.enterTitle")} lead={<span className="break-anywhere">{t("code.sentTo", { email })}</span>}>
      <AccountNotice />
      <MailboxLink hasMailbox={hasMailbox} />
      <CodeForm key="enter" answer={answer} to={to} />
      <p>
        <Link to={`${localePath(locale, "/sign-in/code")}?${query}`}>{t("code.otherAddress")}</Link>
      </p>
    </AccountLayout>
  );
}
