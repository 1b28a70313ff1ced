import { untypedField, writerField } from "./own-fields";
import { passwordFields } from "./secret-fields";

/** What somebody typed into a form that could not be taken: its fields, to be sent once more. */
export type KeptForm = [name: string, value: string][];

/** What every form may say by itself: the button that was pressed, where to go on, and in whose name. */
const untyped = ["intent", "to", writerField, untypedField];
/** A code has changed until it could be sent again. */
const secrets = new Set([...passwordFields, "code"]);

/** What of a form is worth keeping; null: nothing was typed. A form that names no untyped fields has typed ones alone. */
export function keptOf(form: FormData): KeptForm | null {
  const kept = [...form].flatMap(([name, value]): KeptForm => (typeof value === "string" && value !== "" && !secrets.has(name) ? [[name, value]] : []));
  return typedIn(kept).length > 0 ? kept : null;
}

/** What of it was typed, value by value. */
export function typedIn(kept: KeptForm): string[] {
  const named = kept.find(([name]) => name === untypedField)?.[1] ?? "";
  const saidByItself = new Set([...untyped, ...named.split(" ")]);
  return kept.flatMap(([name, value]) => (saidByItself.has(name) ? [] : [value]));
}
