import { parseWithZod } from "@conform-to/zod/v4";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import Mail from "lucide-react/icons/mail";

import { readFlash } from "~/core/flash.server";
import { unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { forwardRetryAfter } from "~/core/retry-after";
import { isSignedIn, pathAfterSignIn } from "~/features/account/after-sign-in.server";
import { signIn } from "~/features/account/commands.server";
import { refusalResponse } from "~/features/account/refusals.server";
import { signInSchema } from "~/features/account/schema";
import { AccountLayout } from "~/features/account/ui/account-layout";
import { AccountNotice } from "~/features/account/ui/account-notice";
import { SignInForm } from "~/features/account/ui/sign-in-form";
import { ButtonLink } from "~/ui/button-link";
import { Icon } from "~/ui/icon";

export const handle = { i18n: ["account"] };
export const meta = headOf;
export const headers = forwardRetryAfter;

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const to = pathAfterSignIn(searchParams.get("to"), localeOf(args));
  if (await isSignedIn(args.context.visit)) throw redirect(to);
  return { head: head(args, { title: translatorFor(args, "account")("signIn.title") }), to, done: await readFlash(args.request) };
}

export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args);
  const submission = parseWithZod(form, { schema: signInSchema });
  if (submission.status !== "success") return unprocessable(submission);

  const result = await signIn(args.context.visit, submission.value);
  if (!result.ok) return refusalResponse(submission, result);
  return redirect(pathAfterSignIn(form.get("to"), localeOf(args)));
}

export default function SignInPage() {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { to, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const codePath = `${localePath(locale, "/sign-in/code")}?${new URLSearchParams({ to })}`;
  return (
    <AccountLayout
      title={t("signIn.title")}
      lead={
        <>
          {t("signIn.notYet")} <Link to={localePath(locale, "/join")}>{common("nav.join")}</Link>
        </>
      }
    >
      <AccountNotice done={done} />
      <SignInForm answer={answer} to={to} />
      <p className="or">{common("ui.or")}</p>
      <ButtonLink to={codePath} block>
        <Icon icon={Mail} /> {t("signIn.byCode")}
      </ButtonLink>
    </AccountLayout>
  );
}
