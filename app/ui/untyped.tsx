import { untypedField } from "~/core/kept-form";

/** Names the buttons and hidden fields of the form around it, the names of all forms ("intent", "to") excepted: where nothing else was sent, nothing was typed. */
export function Untyped({ fields }: { fields: string[] }) {
  return <input type="hidden" name={untypedField} value={fields.join(" ")} />;
}
