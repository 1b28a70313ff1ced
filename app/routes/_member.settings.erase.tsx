import { parseWithZod } from "@conform-to/zod/v4";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";

import { redirectWithFlash } from "~/core/flash.server";
import { unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { account, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { forbidden } from "~/core/http";
import { key } from "~/core/i18n/translation-key";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { hasMailbox } from "~/core/mail/mailbox.server";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { forwardRetryAfter } from "~/core/retry-after";
import { sendCode } from "~/features/account/commands.server";
import { eraseAccount } from "~/features/account/erasing.server";
import { hasProvenMailbox } from "~/features/account/proof.server";
import { findOwnEmail } from "~/features/account/queries.server";
import { refusalResponse } from "~/features/account/refusals.server";
import { eraseAccountSchema, type ErasureProof } from "~/features/account/schema";
import { EraseFacts } from "~/features/account/ui/erase-facts";
import { EraseForm } from "~/features/account/ui/erase-form";
import { MailboxLink } from "~/features/account/ui/mailbox-link";
import { Breadcrumb } from "~/ui/breadcrumb";
import { FormPage } from "~/ui/layout/form-page";
import { Notice } from "~/ui/notice";

export const handle = { i18n: ["account"] };
export const meta = headOf;
export const headers = forwardRetryAfter;

/** Requires somebody who may erase their account, member or not: not while suspended (403), and not while they hold an office (`holdsOffice`). */
async function eraser(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const { who } = await account(args);
  if (who.isSuspended) throw forbidden("suspended");
  return { isMember: who.member !== null, holdsOffice: who.leads.length + who.coordinates.length > 0 };
}

export async function loader(args: LoaderFunctionArgs) {
  const { isMember, holdsOffice } = await eraser(args);
  const { visit } = args.context;
  const isCodeSent = new URL(args.request.url).searchParams.has("sent");
  const proof: ErasureProof["intent"] = (await hasProvenMailbox(visit)) ? "letter" : isCodeSent ? "code" : "password";
  return {
    head: head(args, { title: translatorFor(args, "account")("erase.title"), isPublic: false }),
    isMember,
    holdsOffice,
    way: proof,
    email: await findOwnEmail(visit),
    hasMailbox: proof === "code" && hasMailbox(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { holdsOffice } = await eraser(args);
  const { visit } = args.context;
  const locale = localeOf(args);
  const here = localePath(locale, "/settings/erase");
  const form = await readForm(args);
  const email = await findOwnEmail(visit);

  if (form.get("intent") === "send") {
    const sent = await sendCode(visit, { email, locale, create: false, to: here });
    return sent.ok ? redirect(`${here}?sent=1`) : refusalResponse(parseWithZod(form, { schema: z.object({}) }), sent);
  }
  const submission = parseWithZod(form, { schema: eraseAccountSchema });
  if (submission.status !== "success") return unprocessable(submission);
  if (holdsOffice) return refusalResponse(submission, { ok: false, reason: "in-office" });
  const result = await eraseAccount(visit, { email, locale, proof: submission.value });
  if (result.ok) return redirectWithFlash(`${localePath(locale, "/sign-in")}?notice=account-erased`);
  const { reason, retryAfter } = result;
  if (reason === "no-account") return redirect(localePath(locale, "/sign-in"));
  const fields = { wrong: "password", "code-wrong": "code" };
  return refusalResponse(submission, { ok: false, reason, retryAfter }, { fields, instead: { wrong: key("account", "password.wrongCurrent") } });
}

export default function ErasePage() {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const { isMember, holdsOffice, way, email, hasMailbox } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const title = t("erase.title");
  const from = isMember
    ? { to: localePath(locale, "/settings/privacy"), label: common("term.myData") }
    : { to: localePath(locale, "/settings/account"), label: t("settings.title") };
  return (
    <FormPage title={title} lead={t("erase.text")} breadcrumb={<Breadcrumb items={[from]} current={{ label: title }} />}>
      {holdsOffice ? (
        <Notice tone="danger">
          {t("erase.inOffice")} <Link to={localePath(locale, "/settings/privacy?ask=leave")}>{t("erase.leaveFirst")}</Link>
        </Notice>
      ) : null}
      <EraseFacts isMember={isMember} />
      <MailboxLink hasMailbox={hasMailbox} />
      {holdsOffice ? null : <EraseForm answer={answer} email={email} proof={way} keepTo={from.to} />}
    </FormPage>
  );
}
