import type { Submission } from "@conform-to/dom";
import { data } from "@remix-run/node";

import { key } from "~/core/i18n/key";

import type { SaveRefusal } from "./commands.server";
import type { FormChoices, WrittenEvent } from "./queries.server";
import { eventForm, type EventDraft } from "./schema";
import { instantsOf } from "./wall-time";

/** The form's schema with what its selects offer in this chapter. */
export const formFor = ({ zones, cities }: FormChoices) => eventForm({ zones: zones.map(({ id }) => id), cities: cities.map(({ id }) => id) });

/** The field beside which a refusal is said; null for one that concerns the whole form. */
function fieldOf(reason: SaveRefusal, draft: EventDraft, before: WrittenEvent | null): keyof EventDraft | null {
  switch (reason) {
    case "time-does-not-exist":
      return instantsOf(`${draft.startsOn}T${draft.startsTime}`, draft.zone).length === 0 ? "startsTime" : "endsTime";
    case "time-exists-twice":
      return "isLaterOfTwo";
    case "ends-before-start":
      return "endsTime";
    case "fewer-places-than-taken":
      return "capacity";
    case "already-over":
      // The event is still ahead as it is saved: it is the new time that is over.
      return before && before.endsAt > Date.now() ? "endsOn" : null;
    default:
      return null;
  }
}

/**
 * Answers a form that was valid and still not saved, with everything that was typed. Where somebody saved meanwhile, the version of theirs comes along:
 * whoever has been told and saves again means it.
 */
export function answerRefusedSave(submission: Submission<unknown, string[], EventDraft>, reason: SaveRefusal, before: WrittenEvent | null) {
  if (submission.status !== "success") throw new Error("A form that is not valid was saved.");
  const field = fieldOf(reason, submission.value, before);
  const sentence = reason === "already-over" && field ? key("common", "error.datePast") : key("events", `refusal.${reason}`);
  const result = submission.reply(field ? { fieldErrors: { [field]: [sentence] } } : { formErrors: [sentence] });
  return data(reason === "changed-meanwhile" && before ? { ...result, version: before.version } : result, { status: 409 });
}
