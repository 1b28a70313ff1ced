import type { SubmissionResult } from "@conform-to/dom";

import { useTranslation } from "~/core/i18n/use-translation";

import { translateKey } from "./i18n/translation-key";

/** What an action returns for a form it refused (`formReply`): what was typed, and the errors as keys. */
export type FormReply = SubmissionResult<string[]>;
/** The reply that a page shows; none while its form was not sent, or was not refused. */
export type LastReply = FormReply | null | undefined;

/** The values of the fields by name; a text in several languages by language. */
export type FormValues = Record<string, string | string[] | Record<string, string> | undefined>;

/** One field of a form and its current state. */
export type FormField = {
  id: string;
  name: string;
  /** What was typed, else the initial value, else empty; "on" for a ticked checkbox. */
  value: string;
  /** The same for several checkboxes of one name. */
  values: string[];
  /** Errors as keys. */
  errors?: string[];
  /** A field inside this one: `title.part("kk")` is the field `title.kk`. */
  part(name: string): FormField;
};

export type ServerForm<Schema extends Record<string, unknown>> = {
  id: string;
  fields: { [Name in keyof Schema]-?: FormField };
  /** The error shown beside a field, as a sentence. */
  errorOf(field: { errors?: string[] }): string | undefined;
  /** All errors for the summary on top, those of the form as a whole first. */
  errors: { id?: string; message: string }[];
};

/**
 * A form with the server's answer: its values are kept, its errors are sentences in the page's language. Nothing is validated in the browser,
 * so it works the same without JavaScript. `defaultValues`: what it starts with.
 */
export function useServerForm<Schema extends Record<string, unknown>>(
  answer: LastReply,
  { id, defaultValues }: { id: string; defaultValues?: FormValues },
): ServerForm<Schema> {
  const { t } = useTranslation("common");
  const errorsByName = answer?.error ?? {};
  const errorOf = ({ errors }: { errors?: string[] }) => (errors?.[0] ? translateKey(t, errors[0]) : undefined);
  const fieldErrors = Object.entries(errorsByName)
    .filter(([name]) => name !== "")
    .map(([name, errors]) => ({ id: `${id}-${name}`, message: errorOf({ errors: errors ?? undefined }) ?? "" }));
  const refusals = useRefusals(answer);
  const values = answer?.initialValue ?? defaultValues ?? {};
  const fields = new Proxy({}, { get: (_target, name) => fieldOf(id, String(name), values[String(name)], errorsByName) });
  return { id, fields: fields as ServerForm<Schema>["fields"], errorOf, errors: [...refusals, ...fieldErrors].filter(({ message }) => message) };
}

/** A link that a refusal offers. */
export type RefusalLink = { to: string; label: string };

/** Why a form as a whole was refused, as sentences in the page's language. `links`: those that some of them offer, by error key. */
export function useRefusals(answer: LastReply, links: Partial<Record<string, RefusalLink>> = {}): { message: string; link?: RefusalLink }[] {
  const { t } = useTranslation("common");
  return (answer?.error?.[""] ?? []).map((value) => ({ message: translateKey(t, value), link: links[value] }));
}

function fieldOf(form: string, name: string, value: unknown, errors: Record<string, string[] | null>): FormField {
  const values = [value].flat().filter((item) => typeof item === "string");
  return {
    id: `${form}-${name}`,
    name,
    value: values[0] ?? "",
    values,
    errors: errors[name] ?? undefined,
    part: (part) => fieldOf(form, `${name}.${part}`, (value as Record<string, unknown> | undefined)?.[part], errors),
  };
}
