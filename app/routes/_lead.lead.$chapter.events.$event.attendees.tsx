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
import { head, readListParams, translatorFor } from "~/core/page.server";
import { localePath } from "~/core/paths";
import { removeAttendee } from "~/features/events/commands.server";
import { findDeskEvent, listAttendees } from "~/features/events/queries.server";
import { attendeeListParams, removeAttendeeSchema } from "~/features/events/schema";
import { AttendeeList } from "~/features/events/ui/attendee-list";
import { EventDeskFrame } from "~/features/events/ui/event-desk-frame";

export const handle = { i18n: ["events"] };
export const meta = headOf;

export async function loader(args: LoaderFunctionArgs) {
  const { db, chapter } = await leader(args, "attendees:read");
  const locale = localeOf(args);
  const search = readListParams(args.request);
  const event = await findDeskEvent(db, { chapter: chapter.chapterId, event: args.params.event });
  if (!event) throw notFound();
  const { remove: removing, ...query } = attendeeListParams.parse(Object.fromEntries(search));
  const list = await listAttendees(db, { event: event.id, ...query });
  if ((query.page ?? 1) > list.pages) throw notFound();

  const title = `${translatorFor(args, "events")("attendees.title")} · ${localizedText(event.title, locale)}`;
  return {
    head: head(args, { title, isPublic: false }),
    now: Date.now(),
    chapter: { slug: chapter.slug, name: chapter.name },
    mayEdit: chapter.permissions.includes("events:edit"),
    event,
    query,
    list,
    removing,
    isRemoved: (await readFlash(args.request)) === "removed",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { db, chapter } = await leader(args, "events:edit");
  const form = await readForm(args);
  const event = await findDeskEvent(db, { chapter: chapter.chapterId, event: args.params.event });
  if (!event) throw notFound();
  const submission = parseWithZod(form, { schema: removeAttendeeSchema });
  if (submission.status !== "success") return unprocessable(submission);
  const result = await removeAttendee(db, { event: event.id, ...submission.value });
  if (!result.ok) return conflict(submission, key("events", `refusal.${result.reason}`));
  return redirectWithFlash(`${localePath(localeOf(args), `/lead/${chapter.slug}/events/${event.id}/attendees`)}?notice=removed`);
}

export default function AttendeesPage() {
  const { chapter, event, mayEdit, ...list } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <EventDeskFrame chapter={chapter} event={event} current="attendees" mayEdit={mayEdit}>
      <AttendeeList event={event} mayEdit={mayEdit} answer={answer} {...list} />
    </EventDeskFrame>
  );
}
