import type { MetaDescriptor } from "@remix-run/node";

type WithHead = { data?: unknown; error?: unknown };

/** The `meta` export of a route whose loader returns `{ head, … }`; the title of a failed page comes from the root's `Layout`. */
export function headOf({ data }: WithHead): MetaDescriptor[] {
  const head = (data as { head?: MetaDescriptor[] } | undefined)?.head;
  return head ?? [];
}
