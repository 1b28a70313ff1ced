import type { Submission } from "@conform-to/dom";
import { data } from "@remix-run/node";

import { formReply } from "~/core/form-reply.server";
import { key } from "~/core/i18n/translation-key";

import type { PublishRefusal, SaveRefusal } from "./commands.server";
import type { EventFormOptions, EventToEdit } from "./queries.server";
import { eventSchema, type EventDraft } from "./schema";
import { instantsOf } from "./wall-time";

/** The form's schema, with the options that its selects offer in this chapter. */
export const eventSchemaFor = ({ zones, cities }: EventFormOptions) => eventSchema({ zones: zones.map(({ id }) => id), cities: cities.map(({ id }) => id) });

const exists = (wall: string, zone: string): boolean => instantsOf(wall, zone).length > 0;

/** The field beside which a refusal is shown; null for one that concerns the whole form. */
function fieldOf(reason: SaveRefusal | PublishRefusal, draft: EventDraft, before: EventToEdit | null): keyof EventDraft | null {
  switch (reason) {
    case "time-does-not-exist":
      if (!exists(`${draft.startsOn}T${draft.startsTime}`, draft.zone)) return "startsTime";
      return exists(`${draft.endsOn ?? draft.startsOn}T${draft.endsTime}`, draft.zone) ? "closesTime" : "endsTime";
    case "time-exists-twice":
      return "isLaterOfTwo";
    case "ends-before-start":
      return "endsTime";
    case "fewer-places-than-taken":
      return "capacity";
    case "deadline-past":
      return "closesOn";
    case "already-over":
      // A draft, or an event that as saved is not over yet, is over only by the end that was typed.
      return before && (before.state === "draft" || before.endsAt > Date.now()) ? "endsOn" : null;
    default:
      return null;
  }
}

type Draft = Submission<unknown, string[], EventDraft>;

/** The form with everything that was typed, and the reason for the refusal beside the field to change. */
function refusedForm(submission: Draft, reason: SaveRefusal | PublishRefusal, before: EventToEdit | null) {
  if (submission.status !== "success") throw new Error("A form that is not valid was saved.");
  const field = fieldOf(reason, submission.value, before);
  const sentence = reason === "already-over" && field ? key("common", "error.datePast") : key("events", `refusal.${reason}`);
  return formReply(submission, field ? { fieldErrors: { [field]: [sentence] } } : { formErrors: [sentence] });
}

/**
 * The 409 response to a form that was valid and still not saved. If somebody else saved meanwhile, the event's current version comes along: saving again
 * after being told overwrites it on purpose.
 */
export function saveConflict(submission: Draft, reason: SaveRefusal, before: EventToEdit | null) {
  const form = refusedForm(submission, reason, before);
  if (reason !== "changed-meanwhile" || !before) return data(form, { status: 409 });
  const { id, version, state } = before;
  return data({ ...form, newer: { id, version, state } }, { status: 409 });
}

/** The 409 response to a form that was saved but then not published. Saving raised the event's version by one, so the form continues from that. */
export function publishConflict(submission: Draft, reason: PublishRefusal, before: EventToEdit) {
  const form = refusedForm(submission, reason, before);
  const initialValue: typeof form.initialValue = { ...form.initialValue, version: String(before.version + 1) };
  return data({ ...form, initialValue }, { status: 409 });
}
