import type { ReactNode } from "react";

/** Buttons at the end of a form; on phones the primary one comes first and is full width. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className="form-actions">{children}</div>;
}
