import { randomUUID } from "node:crypto";

import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { account } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { forbidden, notFound, pagePath } from "~/core/http";
import { localize, langAttribute } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { forwardRetryAfter } from "~/core/retry-after";
import { messageAction } from "~/features/messages/message-action.server";
import { findAddressee, hasSent } from "~/features/messages/queries.server";
import { messagePath } from "~/features/messages/rules";
import { MessageForm } from "~/features/messages/ui/message-form";
import { MessageSent } from "~/features/messages/ui/message-sent";
import { Breadcrumb } from "~/ui/breadcrumb";
import { FormPage } from "~/ui/layout/form-page";

export const handle = { i18n: ["messages"] };
export const meta = headOf;
export const headers = forwardRetryAfter;

/** Who writes, to which chapter, and about which of its events, if any; a suspended member may only write to the association. */
async function open(args: LoaderFunctionArgs) {
  const { db, account: writer, who } = await account(args);
  if (who.isSuspended) throw forbidden("suspended");
  const { searchParams } = new URL(args.request.url);
  const to = await findAddressee(db, args.params.slug ?? "", searchParams.get("event"));
  if (!to) throw notFound();
  return { db, to, sender: { email: writer.email, isMember: who.member !== null }, sent: searchParams.get("sent") };
}

export async function loader(args: LoaderFunctionArgs) {
  const { db, to, sender, sent } = await open(args);
  const title = translatorFor(args, "messages")(to.event ? "page.toOrganiser" : "page.toLeaders");
  return { head: head(args, { title, isPublic: false }), ...to, sender, form: randomUUID(), isSent: await hasSent(db, sent) };
}

export async function action(args: ActionFunctionArgs) {
  const { db, to } = await open(args);
  const here = new URL(pagePath(args.request) + (to.event ? `?event=${to.event.slug}` : ""), args.request.url);
  return messageAction(db, args, { chapter: to.chapter.id, event: to.event?.id ?? null }, here);
}

export default function WriteToLeadersPage() {
  const { chapter, event, sender, form, isSent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("messages");
  const { t: common } = useTranslation("common");
  const locale = useLocale();
  const name = localize(chapter.name, locale);
  const subject = localize(event?.title, locale);
  const title = event ? t("page.toOrganiser") : t("page.toLeaders");
  const chapterPath = localePath(locale, `/chapters/${chapter.slug}`);
  const backTo = event ? localePath(locale, `/events/${event.slug}`) : chapterPath;
  const chapterItems = [
    { to: localePath(locale, "/chapters"), label: common("nav.chapters") },
    { to: chapterPath, label: name?.text ?? "", lang: langAttribute(name) },
  ];
  const eventItems = [
    { to: localePath(locale, "/events"), label: common("nav.events") },
    { to: backTo, label: subject?.text ?? "", lang: langAttribute(subject) },
  ];
  const about = [
    { label: t("form.chapter"), value: name?.text ?? "", lang: langAttribute(name) },
    ...(subject ? [{ label: t("form.event"), value: subject.text, lang: langAttribute(subject) }] : []),
  ];
  return (
    <FormPage
      title={title}
      lead={t("page.leadersLead")}
      breadcrumb={
        <Breadcrumb
          items={event ? eventItems : chapterItems}
          current={{ label: title }}
        />
      }
    >
      {isSent ? (
        <MessageSent
          email={sender.email}
          anew={localePath(locale, messagePath(chapter.slug, event?.slug))}
          back={{ to: backTo, label: event ? t("notice.backToEvent") : t("notice.backToChapter") }}
        />
      ) : (
        <MessageForm form={form} sender={sender} about={about} answer={answer} backTo={backTo} />
      )}
    </FormPage>
  );
}
