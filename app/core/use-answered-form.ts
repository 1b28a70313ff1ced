import type { SubmissionResult } from "@conform-to/dom";

import { useTranslation } from "~/core/i18n/use-translation";

import { say } from "./i18n/key";

/** What an action says of a form it refused (`replyTo`): what was typed, and the keys of what is wrong with it. */
export type FormReply = SubmissionResult<string[]>;
/** The reply that a page shows; none while its form was not sent, or was not refused. */
export type FormAnswer = FormReply | null | undefined;

/** What stands in the fields, by their names; a text in several languages by theirs. */
export type FormValues = Record<string, string | string[] | Record<string, string> | undefined>;

/** One field of a form as it stands. */
export type FormField = {
  id: string;
  name: string;
  /** What was typed or stood there before; empty where nothing did, "on" for a box that is ticked. */
  value: string;
  /** The same of several boxes that have one name. */
  values: string[];
  /** Keys of what is wrong. */
  errors?: string[];
  /** A part that has a name of its own: `title.part("kk")` is called `title.kk`. */
  part(name: string): FormField;
};

export type AnsweredForm<Schema extends Record<string, unknown>> = {
  id: string;
  fields: { [Name in keyof Schema]-?: FormField };
  /** The sentence beside a field. */
  errorOf(field: { errors?: string[] }): string | undefined;
  /** All sentences for the summary on top, the form's own first. */
  errors: { id?: string; message: string }[];
};

/**
 * A form that the server has answered: its values are kept, its errors are sentences in the page's language. Nothing is validated in the browser,
 * so it works the same without JavaScript. `before`: what stands in the fields until somebody types.
 */
export function useAnsweredForm<Schema extends Record<string, unknown>>(
  answer: FormAnswer,
  { id, before }: { id: string; before?: FormValues },
): AnsweredForm<Schema> {
  const { t } = useTranslation("common");
  const found = answer?.error ?? {};
  const errorOf = ({ errors }: { errors?: string[] }) => (errors?.[0] ? say(t, errors[0]) : undefined);
  const named = Object.entries(found)
    .filter(([name]) => name !== "")
    .map(([name, errors]) => ({ id: `${id}-${name}`, message: errorOf({ errors: errors ?? undefined }) ?? "" }));
  const own = useRefusals(answer);
  const values = answer?.initialValue ?? before ?? {};
  const fields = new Proxy({}, { get: (_target, name) => fieldOf(id, String(name), values[String(name)], found) });
  return { id, fields: fields as AnsweredForm<Schema>["fields"], errorOf, errors: [...own, ...named].filter(({ message }) => message) };
}

/** Where a refusal leads on. */
export type Way = { to: string; label: string };

/** Why a form as a whole was refused, as sentences in the page's language. `ways`: where some of them lead on, by their keys. */
export function useRefusals(answer: FormAnswer, ways: Partial<Record<string, Way>> = {}): { message: string; way?: Way }[] {
  const { t } = useTranslation("common");
  return (answer?.error?.[""] ?? []).map((value) => ({ message: say(t, value), way: ways[value] }));
}

function fieldOf(form: string, name: string, value: unknown, errors: Record<string, string[] | null>): FormField {
  const values = [value].flat().filter((one) => typeof one === "string");
  return {
    id: `${form}-${name}`,
    name,
    value: values[0] ?? "",
    values,
    errors: errors[name] ?? undefined,
    part: (part) => fieldOf(form, `${name}.${part}`, (value as Record<string, unknown> | undefined)?.[part], errors),
  };
}
