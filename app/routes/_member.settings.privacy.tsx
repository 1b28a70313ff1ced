import { parseWithZod } from "@conform-to/zod/v4";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readFlash, redirectWithFlash } from "~/core/flash.server";
import { conflict, unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { localeOf, member } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { localizedText } from "~/core/i18n/language-map";
import { key } from "~/core/i18n/translation-key";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { useServerForm } from "~/core/use-server-form";
import { EraseSection } from "~/features/account/ui/erase-section";
import { SettingsTabs } from "~/features/account/ui/settings-tabs";
import { changeConsents, giveRequiredConsents, leaveAssociation, withdrawRequiredConsents } from "~/features/members/commands.server";
import { findStatus, listConsents, listJournal } from "~/features/members/queries.server";
import { hasRequiredConsents } from "~/features/members/rules";
import { journalParams, consentsSchema, returnSchema } from "~/features/members/schema";
import { ConsentsSection } from "~/features/members/ui/consents-section";
import { DataExport } from "~/features/members/ui/data-export";
import { JournalSection } from "~/features/members/ui/journal-section";
import { LeaveDialog } from "~/features/members/ui/leave-dialog";
import { LeaveSection } from "~/features/members/ui/leave-section";
import { SavedNotice } from "~/features/members/ui/saved-notice";
import { ErrorSummary } from "~/ui/error-summary";
import { FormPage } from "~/ui/layout/form-page";
import { MeBreadcrumb } from "~/ui/me-breadcrumb";

export const handle = { i18n: ["members", "account", "chapters"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, me, who } = await member(args);
  const locale = localeOf(args);
  const { searchParams } = new URL(args.request.url);
  const query = journalParams.parse(Object.fromEntries(searchParams));
  const [ledger, journal, status] = await Promise.all([
    listConsents(db, me.id),
    listJournal(db, { byOthers: query.who === "others", page: query.page }),
    findStatus(db, me.id),
  ]);
  if (query.page > journal.pages) throw notFound();
  const hasLeft = status === "left";
  const leads = who.leads.map(({ name }) => localizedText(name, locale));
  const title = translatorFor(args, "common")("term.myData");
  return {
    head: head(args, { title, isPublic: false }),
    query,
    ledger,
    journal,
    hasLeft,
    leads,
    isLeaving: searchParams.get("ask") === "leave" && !hasLeft,
    done: await readFlash(args.request),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, who } = await member(args);
  const locale = localeOf(args);
  const here = localePath(locale, "/settings/privacy");
  const form = await readForm(args);
  const submission = parseWithZod(form, { schema: consentsSchema });
  if (form.get("intent") === "leave") {
    const result = await leaveAssociation(db, locale);
    if (result.ok) return redirect(localePath(locale, "/me"));
    return conflict(submission, key("members", `refusal.${result.reason}`));
  }
  if (form.get("intent") === "return") {
    const agreed = parseWithZod(form, { schema: returnSchema });
    if (agreed.status !== "success") return unprocessable(agreed);
    const result = await giveRequiredConsents(db, locale);
    if (!result.ok) return conflict(agreed, key("members", `refusal.${result.reason}`));
    return redirect(localePath(locale, "/join/chapter"));
  }
  if (form.get("intent") === "withdraw") {
    if (!who.hasLeft) return redirect(`${here}?ask=leave`);
    const result = await withdrawRequiredConsents(db, locale);
    if (!result.ok) return conflict(submission, key("members", `refusal.${result.reason}`));
    return redirectWithFlash(`${here}?notice=withdrawn`);
  }
  if (submission.status !== "success") return unprocessable(submission);
  const result = await changeConsents(db, { ...submission.value, language: locale });
  if (!result.ok) return conflict(submission, key("members", `refusal.${result.reason}`));
  return redirectWithFlash(`${here}?notice=consents`);
}

export default function MyDataPage() {
  const { query, ledger, journal, hasLeft, leads, isLeaving, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("members");
  const { t: common } = useTranslation("common");
  const title = common("term.myData");
  const { errors } = useServerForm(answer, { id: "my-data" });
  const leave = <LeaveSection hasLeft={hasLeft} hasAgreedAnew={hasLeft && hasRequiredConsents(ledger)} answer={answer} />;
  return (
    <FormPage
      title={title}
      lead={t("myData.lead")}
      breadcrumb={<MeBreadcrumb current={title} />}
      steps={<SettingsTabs current="privacy" />}
    >
      {hasLeft ? null : <ErrorSummary errors={errors} answer={answer} />}
      {answer ? null : <SavedNotice done={done} />}
      {hasLeft ? leave : null}
      <ConsentsSection ledger={ledger} hasLeft={hasLeft} />
      <JournalSection query={query} journal={journal} />
      <DataExport isMember />
      {hasLeft ? null : leave}
      <EraseSection />
      {isLeaving ? <LeaveDialog leads={leads} /> : null}
    </FormPage>
  );
}
