import { createContext, useContext } from "react";

type FieldFacts = { id: string; describedBy: string | undefined; isInvalid: boolean };

/** What a field tells its control: its id, its hint and error, and whether it is invalid. */
export const FieldContext = createContext<FieldFacts | null>(null);

/** Ties an input to the label, hint and error of the field around it; the caller's own `id` wins. */
export function useFieldAttributes(own: { id?: string; "aria-invalid"?: unknown; "aria-describedby"?: string }) {
  const field = useContext(FieldContext);
  return {
    id: own.id ?? field?.id,
    "aria-invalid": own["aria-invalid"] === true || own["aria-invalid"] === "true" || field?.isInvalid || undefined,
    "aria-describedby": field?.describedBy ?? own["aria-describedby"],
  };
}
