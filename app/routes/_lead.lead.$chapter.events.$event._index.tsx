import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { readFlash, redirectWithFlash } from "~/core/flash.server";
import { conflict, unprocessable } from "~/core/form-reply.server";
import { readForm } from "~/core/forms.server";
import { leader, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { localizedText } from "~/core/i18n/language-map";
import { key } from "~/core/i18n/translation-key";
import { head } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { cancelEvent, discardDraft, publishEvent, saveEvent } from "~/features/events/commands.server";
import { publishConflict, saveConflict, eventSchemaFor } from "~/features/events/event-form.server";
import { eventValues } from "~/features/events/form-values";
import { findEventToEdit } from "~/features/events/queries.server";
import { isEditable } from "~/features/events/rules";
import { cancelEventSchema } from "~/features/events/schema";
import { CancelOrDiscard } from "~/features/events/ui/cancel-or-discard";
import { EventDeskFrame } from "~/features/events/ui/event-desk-frame";
import { EventForm } from "~/features/events/ui/event-form";
import { EventNotice } from "~/features/events/ui/event-notice";
import { NotEditable } from "~/features/events/ui/not-editable";

export const handle = { i18n: ["events"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, chapter } = await leader(args, "events:edit");
  const locale = localeOf(args);
  const { event, options } = await findEventToEdit(db, { chapter: chapter.chapterId, event: args.params.event, locale });
  if (!event) throw notFound();

  const { searchParams } = new URL(args.request.url);
  return {
    head: head(args, { title: localizedText(event.title, locale), isPublic: false }),
    now: Date.now(),
    chapter: { slug: chapter.slug, name: chapter.name },
    event,
    values: eventValues(event),
    options,
    notice: await readFlash(args.request),
    ask: searchParams.get("ask"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, chapter } = await leader(args, "events:edit");
  const form = await readForm(args);
  const locale = localeOf(args);
  const { event, options } = await findEventToEdit(db, { chapter: chapter.chapterId, event: args.params.event, locale });
  if (!event) throw notFound();
  const desk = localePath(locale, `/lead/${chapter.slug}/events`);

  switch (form.get("intent")) {
    case "discard": {
      const result = await discardDraft(db, event.id);
      if (result.ok) return redirectWithFlash(`${desk}?view=drafts&notice=discarded`);
      return conflict(parseWithZod(form, { schema: cancelEventSchema }), key("events", `refusal.${result.reason}`));
    }
    case "call-off": {
      const submission = parseWithZod(form, { schema: cancelEventSchema });
      if (submission.status !== "success") return unprocessable(submission);
      const result = await cancelEvent(db, event.id, submission.value.reason);
      if (result.ok) return redirectWithFlash(`${desk}/${event.id}?notice=called-off`);
      return conflict(submission, key("events", `refusal.${result.reason}`));
    }
    default: {
      const submission = parseWithZod(form, { schema: eventSchemaFor(options) });
      if (submission.status !== "success") return unprocessable(submission);
      const saved = await saveEvent(db, { chapter: chapter.chapterId, draft: submission.value, before: event });
      if (!saved) throw notFound();
      if (!saved.ok) return saveConflict(submission, saved.reason, event);
      if (form.get("intent") !== "publish") {
        return redirectWithFlash(`${desk}/${event.id}?notice=${event.state === "draft" ? "draft-kept" : "saved"}`);
      }
      const result = await publishEvent(db, event.id);
      if (result.ok) return redirectWithFlash(`${desk}/${event.id}?notice=published`);
      return publishConflict(submission, result.reason, event);
    }
  }
}

export default function EditEventPage() {
  const { now, chapter, event, values, options, notice, ask } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const intent = answer?.initialValue?.intent;
  const isOfForm = intent === "save" || intent === "publish";
  const isOpen = isEditable(event, now);
  return (
    <EventDeskFrame chapter={chapter} event={event} current="edit" mayEdit isForm>
      <EventNotice notice={notice} event={event} />
      {isOpen && event.state !== "cancelled" ? (
        <EventForm
          key={`${event.id} ${event.version}`}
          chapter={chapter.slug}
          action="."
          values={values}
          options={options}
          state={event.state}
          taken={event.taken}
          answer={isOfForm ? answer : undefined}
        />
      ) : (
        <NotEditable event={event} />
      )}
      {isOpen ? <CancelOrDiscard chapter={chapter.slug} event={event} ask={ask} answer={isOfForm ? undefined : answer} /> : null}
    </EventDeskFrame>
  );
}
