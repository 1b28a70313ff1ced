import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { conflict, unprocessable } from "~/core/form-reply.server";
import { readFlash, redirectWithFlash } from "~/core/flash.server";
import { readForm } from "~/core/forms.server";
import { leader, localeOf } from "~/core/guards.server";
import { headOf } from "~/core/head";
import { notFound } from "~/core/http";
import { key } from "~/core/i18n/translation-key";
import { localizedText } from "~/core/i18n/language-map";
import { head } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { answerRefusedPublication, answerRefusedSave, formFor } from "~/features/events/answer-save.server";
import { callOff, discard, publish, saveEvent } from "~/features/events/commands.server";
import { valuesOf } from "~/features/events/form-values";
import { findEventToEdit } from "~/features/events/queries.server";
import { canChange } from "~/features/events/rules";
import { cancelling } from "~/features/events/schema";
import { CannotChange } from "~/features/events/ui/cannot-change";
import { EventDeskFrame } from "~/features/events/ui/event-desk-frame";
import { EventEnd } from "~/features/events/ui/event-end";
import { EventForm } from "~/features/events/ui/event-form";
import { EventNotice } from "~/features/events/ui/event-notice";

export const handle = { i18n: ["events"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, chapter } = await leader(args, "events:edit");
  const locale = localeOf(args);
  const { event, choices } = await findEventToEdit(db, { chapter: chapter.chapterId, event: args.params.event, locale });
  if (!event) throw notFound();

  const { searchParams } = new URL(args.request.url);
  return {
    head: head(args, { title: localizedText(event.title, locale), isPublic: false }),
    now: Date.now(),
    chapter: { slug: chapter.slug, name: chapter.name },
    event,
    values: valuesOf(event),
    choices,
    notice: await readFlash(args.request),
    asks: searchParams.get("ask"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, chapter } = await leader(args, "events:edit");
  const form = await readForm(args);
  const locale = localeOf(args);
  const { event, choices } = await findEventToEdit(db, { chapter: chapter.chapterId, event: args.params.event, locale });
  if (!event) throw notFound();
  const desk = localePath(locale, `/lead/${chapter.slug}/events`);

  switch (form.get("intent")) {
    case "discard": {
      const done = await discard(db, event.id);
      if (done.ok) return redirectWithFlash(`${desk}?view=drafts&notice=discarded`);
      return conflict(parseWithZod(form, { schema: cancelling }), key("events", `refusal.${done.reason}`));
    }
    case "call-off": {
      const submission = parseWithZod(form, { schema: cancelling });
      if (submission.status !== "success") return unprocessable(submission);
      const done = await callOff(db, event.id, submission.value.reason);
      if (done.ok) return redirectWithFlash(`${desk}/${event.id}?notice=called-off`);
      return conflict(submission, key("events", `refusal.${done.reason}`));
    }
    default: {
      const submission = parseWithZod(form, { schema: formFor(choices) });
      if (submission.status !== "success") return unprocessable(submission);
      const saved = await saveEvent(db, { chapter: chapter.chapterId, draft: submission.value, before: event });
      if (!saved) throw notFound();
      if (!saved.ok) return answerRefusedSave(submission, saved.reason, event);
      if (form.get("intent") !== "publish") return redirectWithFlash(`${desk}/${event.id}?notice=${event.state === "draft" ? "draft-kept" : "saved"}`);
      const done = await publish(db, event.id);
      if (done.ok) return redirectWithFlash(`${desk}/${event.id}?notice=published`);
      return answerRefusedPublication(submission, done.reason, event);
    }
  }
}

export default function EditEventPage() {
  const { now, chapter, event, values, choices, notice, asks } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const isOfForm = answer?.initialValue?.intent === "save" || answer?.initialValue?.intent === "publish";
  const isOpen = canChange(event, now);
  return (
    <EventDeskFrame chapter={chapter} event={event} current="edit" mayEdit isForm>
      <EventNotice notice={notice} event={event} />
      {isOpen && event.state !== "cancelled" ? (
        <EventForm
          key={`${event.id} ${event.version}`}
          chapter={chapter.slug}
          action="."
          values={values}
          choices={choices}
          state={event.state}
          taken={event.taken}
          answer={isOfForm ? answer : undefined}
        />
      ) : (
        <CannotChange event={event} />
      )}
      {isOpen ? <EventEnd chapter={chapter.slug} event={event} asks={asks} answer={isOfForm ? undefined : answer} /> : null}
    </EventDeskFrame>
  );
}
