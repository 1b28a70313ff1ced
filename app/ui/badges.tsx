import type { ReactNode } from "react";

/** Badges in a row that wraps. */
export function Badges({ children }: { children: ReactNode }) {
  return <span className="badges">{children}</span>;
}
