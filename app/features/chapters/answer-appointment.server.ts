import type { Submission } from "@conform-to/dom";
import { data } from "@remix-run/node";

import { replyTo } from "~/core/answer-form.server";
import { key } from "~/core/i18n/key";

import type { AppointRefusal } from "./office-commands.server";
import type { Appointing } from "./office-schema";

/** The fields beside which refusals are said; the others concern the person, or the one who appoints. */
const fields: Partial<Record<AppointRefusal, keyof Appointing>> = {
  "already-in-office": "office",
  "president-appointed": "office",
  "first-day": "firstDay",
  "last-day": "lastDay",
};

/** The answer to an appointment that was not made, with everything that was chosen. */
export function answerRefusedAppointment(submission: Submission<unknown, string[], Appointing>, reason: AppointRefusal) {
  const field = fields[reason];
  const sentence = reason === "term-ended" ? key("common", "refusal.termEnded") : key("chapters", `refusal.${reason}`);
  return data(replyTo(submission, field ? { fieldErrors: { [field]: [sentence] } } : { formErrors: [sentence] }), { status: 409 });
}
