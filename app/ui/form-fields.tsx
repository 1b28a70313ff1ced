import type { ReactNode } from "react";

/** The column of fields inside a form: `<Form method="post"><FormFields>…</FormFields></Form>`. */
export function FormFields({ children }: { children: ReactNode }) {
  return <div className="form">{children}</div>;
}
