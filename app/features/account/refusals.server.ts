import type { Submission } from "@conform-to/dom";
import { data } from "@remix-run/node";

import { formReply } from "~/core/form-reply.server";
import { key } from "~/core/i18n/translation-key";

import type { Refusal } from "./commands.server";

type Reason = "wrong" | "not-confirmed" | "code-wrong" | "same-password" | "common-password" | "too-many" | "in-office" | "not-proven";

const messages: Record<Exclude<Reason, "too-many">, string> = {
  wrong: key("common", "error.signIn"),
  "not-confirmed": key("account", "signIn.notConfirmed"),
  "code-wrong": key("common", "error.codeWrong"),
  "same-password": key("account", "password.same"),
  "common-password": key("common", "error.passwordCommon"),
  "in-office": key("account", "erase.inOffice"),
  "not-proven": key("account", "erase.notProven"),
};
const statuses: Record<Reason, number> = {
  wrong: 422,
  "code-wrong": 422,
  "same-password": 422,
  "common-password": 422,
  "not-confirmed": 409,
  "in-office": 409,
  "not-proven": 409,
  "too-many": 429,
};

type Options = {
  /** The field beside which a reason is shown; without one it is shown for the form as a whole. */
  fields?: Partial<Record<Reason, string>>;
  /** Other words for a reason where the form means something else by it. */
  instead?: Partial<Record<Reason, string>>;
};

/** The response to a form that the account commands refused: why, and what to do next. */
export function refusalResponse<Form>(submission: Submission<Form, string[]>, { reason, retryAfter }: Refusal<Reason>, { fields, instead }: Options = {}) {
  const seconds = retryAfter ?? 60;
  const message =
    reason === "too-many"
      ? key("common", "error.tooManyAttempts", { minutes: Math.ceil(seconds / 60) })
      : (instead?.[reason] ?? messages[reason]);
  const field = fields?.[reason];
  const reply = formReply(submission, field ? { fieldErrors: { [field]: [message] } } : { formErrors: [message] });
  return data(reply, { status: statuses[reason], headers: reason === "too-many" ? { "Retry-After": String(seconds) } : {} });
}
