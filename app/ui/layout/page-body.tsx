import type { ReactNode } from "react";

/** The part of a page below the horizon. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className="wrap section-tight">{children}</div>;
}
