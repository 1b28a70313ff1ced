import type { Submission } from "@conform-to/dom";
import { data } from "@remix-run/node";

import { formReply } from "~/core/form-reply.server";
import { key } from "~/core/i18n/translation-key";

import type { AppointRefusal } from "./office-commands.server";
import type { Appointment } from "./office-schema";

/** The field beside which each refusal is shown; the others concern the person, or the appointing president, and are shown above the form. */
const fields: Partial<Record<AppointRefusal, keyof Appointment>> = {
  "already-in-office": "office",
  "president-appointed": "office",
  "first-day": "firstDay",
  "last-day": "lastDay",
};

/** The 409 response to a refused appointment, with the form as it was filled in. */
export function appointmentConflict(submission: Submission<unknown, string[], Appointment>, reason: AppointRefusal) {
  const field = fields[reason];
  const sentence = reason === "term-ended" ? key("common", "refusal.termEnded") : key("chapters", `refusal.${reason}`);
  return data(formReply(submission, field ? { fieldErrors: { [field]: [sentence] } } : { formErrors: [sentence] }), { status: 409 });
}
