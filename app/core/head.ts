import type { MetaDescriptor } from "@remix-run/node";

type WithHead = { data?: unknown; error?: unknown };

/** The `meta` export of a route whose loader answers `{ head, … }`; a page that failed is titled by its boundary. */
export function headOf({ data }: WithHead): MetaDescriptor[] {
  const head = (data as { head?: MetaDescriptor[] } | undefined)?.head;
  return head ?? [];
}
