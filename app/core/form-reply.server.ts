import type { Submission } from "@conform-to/dom";
import { data } from "@remix-run/node";

import { passwordFields } from "./password-fields";

type FormSubmission<Form> = Submission<Form, string[]>;
/** Why a form was refused, as translation keys: for the form as a whole, or for single fields. */
type Errors = { formErrors?: string[]; fieldErrors?: Record<string, string[]> };

/** What was typed into a form, without passwords, and what is wrong with it. */
export const formReply = <Form>(submission: FormSubmission<Form>, errors: Errors = {}) => submission.reply({ ...errors, hideFields: passwordFields });

/** The response to a form that was filled in wrongly: 422. */
export const unprocessable = <Form>(submission: FormSubmission<Form>) => data(formReply(submission), { status: 422 });

/** The response to a valid form that cannot be accepted as things stand: 409. `reason` is a translation key. */
export const conflict = <Form>(submission: FormSubmission<Form>, reason: string) => data(formReply(submission, { formErrors: [reason] }), { status: 409 });
