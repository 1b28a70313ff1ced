import { passwordFields } from "./secret-fields";

/** What somebody typed into a form that could not be taken: its fields, to be sent once more. */
export type KeptForm = [name: string, value: string][];

/** What a button says by itself: where nothing else was sent, nothing was typed. */
const saidByButtons = new Set(["intent", "request", "chapter", "from", "home", "to"]);
/** A code has changed until it could be sent again. */
const secrets = new Set([...passwordFields, "code"]);

/** What of a form is worth keeping; null: nothing was typed. */
export function keptOf(form: FormData): KeptForm | null {
  const kept = [...form].flatMap(([name, value]): KeptForm => (typeof value === "string" && value !== "" && !secrets.has(name) ? [[name, value]] : []));
  return kept.some(([name]) => !saidByButtons.has(name)) ? kept : null;
}
