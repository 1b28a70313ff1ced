import type { Submission } from "@conform-to/dom";
import { data } from "@remix-run/node";

import { replyTo } from "~/core/answer-form.server";
import { key } from "~/core/i18n/key";

import type { PublishRefusal, SaveRefusal } from "./commands.server";
import type { FormChoices, WrittenEvent } from "./queries.server";
import { eventForm, type EventDraft } from "./schema";
import { instantsOf } from "./wall-time";

/** The form's schema with what its selects offer in this chapter. */
export const formFor = ({ zones, cities }: FormChoices) => eventForm({ zones: zones.map(({ id }) => id), cities: cities.map(({ id }) => id) });

const exists = (wall: string, zone: string): boolean => instantsOf(wall, zone).length > 0;

/** The field beside which a refusal is said; null for one that concerns the whole form. */
function fieldOf(reason: SaveRefusal | PublishRefusal, draft: EventDraft, before: WrittenEvent | null): keyof EventDraft | null {
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
      // A draft is over only by the time that was typed, and so is an event that is still ahead as it is saved.
      return before && (before.state === "draft" || before.endsAt > Date.now()) ? "endsOn" : null;
    default:
      return null;
  }
}

type Draft = Submission<unknown, string[], EventDraft>;

/** The form with everything that was typed, and why it was refused where it is to be changed. */
function refusedForm(submission: Draft, reason: SaveRefusal | PublishRefusal, before: WrittenEvent | null) {
  if (submission.status !== "success") throw new Error("A form that is not valid was saved.");
  const field = fieldOf(reason, submission.value, before);
  const sentence = reason === "already-over" && field ? key("common", "error.datePast") : key("events", `refusal.${reason}`);
  return replyTo(submission, field ? { fieldErrors: { [field]: [sentence] } } : { formErrors: [sentence] });
}

/**
 * Answers a form that was valid and still not saved. Where somebody saved meanwhile, the event as it is now comes along: whoever has been told and saves
 * again means it.
 */
export function answerRefusedSave(submission: Draft, reason: SaveRefusal, before: WrittenEvent | null) {
  const form = refusedForm(submission, reason, before);
  if (reason !== "changed-meanwhile" || !before) return data(form, { status: 409 });
  const { id, version, state } = before;
  return data({ ...form, newer: { id, version, state } }, { status: 409 });
}

/** Answers a form that was saved, by which the event is one version on, and then not published: it goes on from there. */
export function answerRefusedPublication(submission: Draft, reason: PublishRefusal, before: WrittenEvent) {
  const form = refusedForm(submission, reason, before);
  const initialValue: typeof form.initialValue = { ...form.initialValue, version: String(before.version + 1) };
  return data({ ...form, initialValue }, { status: 409 });
}
