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
  const fields = [...form].filter((field): field is [string, string] => {
    const [name, value] = field;
    return typeof value === "string" && value !== "" && !secrets.has(name);
  });
  return typedValues(fields).length > 0 ? fields : null;
}

/** The values that somebody typed. */
export function typedValues(fields: UnsavedForm): string[] {
  const listed = fields.find(([name]) => name === untypedField)?.[1] ?? "";
  const untypedNames = new Set([...untyped, ...listed.split(" ")]);
  return fields.filter(([name]) => !untypedNames.has(name)).map(([, value]) => value);
}
