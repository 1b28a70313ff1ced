import { randomUUID } from "node:crypto";

import { parseWithZod } from "@conform-to/zod/v4";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useLocation } from "@remix-run/react";

import { redirectWithFlash } from "~/core/flash.server";
import { unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { leader, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { localizedText } from "~/core/i18n/language-map";
import { useLocale } from "~/core/i18n/use-locale";
import { useTranslation } from "~/core/i18n/use-translation";
import { head, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { saveEvent } from "~/features/events/commands.server";
import { saveConflict, eventSchemaFor } from "~/features/events/event-form.server";
import { copiedEventValues, newEventValues } from "~/features/events/form-values";
import { findEventToEdit } from "~/features/events/queries.server";
import { newEventParams } from "~/features/events/schema";
import { DeskBreadcrumb } from "~/features/events/ui/desk-breadcrumb";
import { EventForm } from "~/features/events/ui/event-form";
import { FormPage } from "~/ui/layout/form-page";
import { Notice } from "~/ui/notice";

export const handle = { i18n: ["events"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, chapter } = await leader(args, "events:edit");
  const locale = localeOf(args);
  const desk = localePath(locale, `/lead/${chapter.slug}/events`);
  const { from, ...query } = newEventParams.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const id = query.id ?? randomUUID();
  // Not after a refused form (which has a content type): it is answered with what was typed, whatever has been saved by now.
  if (!args.request.headers.has("content-type")) {
    // With the id in the address, the browser's back button leads to the same event, not to a new one.
    if (!query.id) throw redirect(`${desk}/new?${new URLSearchParams({ ...(from ? { from } : {}), id })}`);
    const { event: saved } = await findEventToEdit(db, { chapter: chapter.chapterId, event: id, locale });
    if (saved) throw redirect(`${desk}/${id}`);
  }
  const { event, options } = await findEventToEdit(db, { chapter: chapter.chapterId, event: from, locale });
  if (from && !event) throw notFound();

  return {
    head: head(args, { title: translatorFor(args, "events")("desk.new"), isPublic: false }),
    chapter: { slug: chapter.slug, name: chapter.name },
    copied: event && { id: event.id, title: event.title },
    values: event ? copiedEventValues(event, id, Date.now()) : newEventValues(id, options),
    options,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, chapter } = await leader(args, "events:edit");
  const form = await readForm(args);
  const locale = localeOf(args);
  const { options } = await findEventToEdit(db, { chapter: chapter.chapterId, locale });
  const submission = parseWithZod(form, { schema: eventSchemaFor(options) });
  if (submission.status !== "success") return unprocessable(submission);

  const saved = await saveEvent(db, { chapter: chapter.chapterId, draft: submission.value, before: null });
  if (!saved) throw notFound();
  if (!saved.ok) {
    // The draft that this form created may have been published by somebody else meanwhile.
    const { event } = await findEventToEdit(db, { chapter: chapter.chapterId, event: submission.value.id, locale });
    return saveConflict(submission, saved.reason, event);
  }
  return redirectWithFlash(`${localePath(locale, `/lead/${chapter.slug}/events/${saved.id}`)}?notice=draft-kept`);
}

export default function NewEventPage() {
  const { chapter, copied, values, options } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("events");
  const { search } = useLocation();
  const locale = useLocale();
  const title = t("desk.new");
  return (
    <FormPage title={title} breadcrumb={<DeskBreadcrumb chapter={chapter} current={{ label: title }} />}>
      {copied ? <Notice>{t("desk.copyOf", { title: localizedText(copied.title, locale) })}</Notice> : null}
      <EventForm key={search} chapter={chapter.slug} action={search} values={values} options={options} state="new" taken={0} answer={answer} />
    </FormPage>
  );
}
