import { untypedField, writerField } from "./hidden-fields";
import { passwordFields } from "./password-fields";

/** The fields of a form that could not be accepted, kept so that it can be sent again. */
export type UnsavedForm = [name: string, value: string][];

/** Fields of any form that nobody types: the button pressed, where to go next, whose form it is, and which other fields are untyped. */
const untyped = ["intent", "to", writerField, untypedField];
/** Never kept; a code would be outdated by the time it could be sent again. */
const secrets = new Set([...passwordFields, "code"]);

/** The fields worth keeping, or null if nothing was typed. In a form that does not list its untyped fields, all but `untyped` count as typed. */
export function toUnsavedForm(form: FormData): UnsavedForm | null {
  const kept = [...form].flatMap(([name, value]): UnsavedForm => (typeof value === "string" && value !== "" && !secrets.has(name) ? [[name, value]] : []));
  return typedValues(kept).length > 0 ? kept : null;
}

/** The values that somebody typed. */
export function typedValues(kept: UnsavedForm): string[] {
  const named = kept.find(([name]) => name === untypedField)?.[1] ?? "";
  const saidByItself = new Set([...untyped, ...named.split(" ")]);
  return kept.flatMap(([name, value]) => (saidByItself.has(name) ? [] : [value]));
}
