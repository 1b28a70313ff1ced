import { randomUUID } from "node:crypto";

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { env } from "~/core/env.server";
import { account } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { pagePath } from "~/core/http";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { forwardRetryAfter } from "~/core/retry-after";
import { messageAction } from "~/features/messages/message-action.server";
import { hasSent } from "~/features/messages/queries.server";
import { MessageForm } from "~/features/messages/ui/message-form";
import { MessageSent } from "~/features/messages/ui/message-sent";
import { WithoutAccount } from "~/features/messages/ui/without-account";
import { FormPage } from "~/ui/layout/form-page";

export const handle = { i18n: ["messages"] };
export const meta = headOf;
export const headers = forwardRetryAfter;

export async function loader(args: LoaderFunctionArgs) {
  const { CONTACT_EMAIL } = env();
  const page = { head: head(args, { title: translatorFor(args, "common")("action.contactUs"), isPublic: false }) };
  if (!args.context.visit.account && CONTACT_EMAIL) return { ...page, sender: null, contact: CONTACT_EMAIL };
  const { db, account: writer, who } = await account(args);
  const isSent = await hasSent(db, new URL(args.request.url).searchParams.get("sent"));
  return { ...page, sender: { email: writer.email, isMember: who.member !== null || who.isSuspended }, form: randomUUID(), isSent };
}

export async function action(args: ActionFunctionArgs) {
  const { db } = await account(args);
  return messageAction(db, args, { chapter: null, event: null }, new URL(pagePath(args.request), args.request.url));
}

export default function WritePage() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("messages");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const writePath = localePath(locale, "/write");
  return (
    <FormPage title={common("action.contactUs")} lead={t("page.usLead")}>
      {page.sender === null ? (
        <WithoutAccount email={page.contact} />
      ) : page.isSent ? (
        <MessageSent email={page.sender.email} anew={writePath} back={{ to: localePath(locale, "/"), label: common("ui.home") }} />
      ) : (
        <MessageForm form={page.form} sender={page.sender} about={[]} answer={answer} />
      )}
    </FormPage>
  );
}
