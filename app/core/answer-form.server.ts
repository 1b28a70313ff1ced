import type { Submission } from "@conform-to/dom";
import { data } from "@remix-run/node";

import { passwordFields } from "./secret-fields";

type Sent<Form> = Submission<Form, string[]>;
/** Why a form was refused, as keys: of the whole of it, or beside its fields. */
type Why = { formErrors?: string[]; fieldErrors?: Record<string, string[]> };

/** What was typed into a form, without passwords, and what is wrong with it. */
export const replyTo = <Form>(submission: Sent<Form>, why: Why = {}) => submission.reply({ ...why, hideFields: passwordFields });

/** The answer to a form that cannot be taken as it was filled in. */
export const unprocessable = <Form>(submission: Sent<Form>) => data(replyTo(submission), { status: 422 });

/** The answer to a form that was filled in well and is refused as things stand; `reason` is a key. */
export const conflict = <Form>(submission: Sent<Form>, reason: string) => data(replyTo(submission, { formErrors: [reason] }), { status: 409 });
