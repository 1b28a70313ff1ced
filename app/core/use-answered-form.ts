import { useForm, type DefaultValue, type FieldMetadata, type FormMetadata, type SubmissionResult } from "@conform-to/react";
import { useNavigation } from "@remix-run/react";

import { useTranslation } from "~/core/i18n/use-translation";

import { say } from "./i18n/key";

type Fields<Schema extends Record<string, unknown>> = { [Name in keyof Schema]-?: FieldMetadata<Schema[Name], Schema, string[]> };

export type AnsweredForm<Schema extends Record<string, unknown>> = {
  form: FormMetadata<Schema, string[]>;
  fields: Fields<Schema>;
  /** The sentence beside a field. */
  errorOf(field: { errors?: string[] }): string | undefined;
  /** All sentences for the summary on top, the form's own first. */
  errors: { id?: string; message: string }[];
};

/**
 * A form that the server has answered: its values are kept, its errors are sentences in the page's language. Nothing is validated in the browser,
 * so it works the same without JavaScript. `lastResult` is the action's `submission.reply()`.
 */
export function useAnsweredForm<Schema extends Record<string, unknown>>(
  lastResult: SubmissionResult<string[]> | null | undefined,
  options: { id: string; defaultValue?: DefaultValue<Schema> },
): AnsweredForm<Schema> {
  const { t } = useTranslation();
  const isIdle = useNavigation().state === "idle";
  const [form, fields] = useForm<Schema, Schema, string[]>({ ...options, lastResult: isIdle ? lastResult : undefined, shouldRevalidate: "onSubmit" });
  const errorOf = ({ errors }: { errors?: string[] }) => (errors?.[0] ? say(t, errors[0]) : undefined);
  const named = Object.entries(form.allErrors)
    .filter(([name]) => name !== "")
    .map(([name, errors]) => ({ id: `${form.id}-${name}`, message: errorOf({ errors }) ?? "" }));
  const own = (form.errors ?? []).map((message) => ({ message: say(t, message) }));
  return { form, fields: fields as Fields<Schema>, errorOf, errors: [...own, ...named].filter(({ message }) => message) };
}
