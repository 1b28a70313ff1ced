import type { ReactNode } from "react";

/** The column of fields inside a form: `<PostForm><FormFields>…</FormFields></PostForm>`. */
export function FormFields({ children }: { children: ReactNode }) {
  return <div className="form">{children}</div>;
}
