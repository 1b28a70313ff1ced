import type { ReactNode } from "react";

/** The part of a page below the horizon. */
export function Body({ children }: { children: ReactNode }) {
  return <div className="wrap section-tight">{children}</div>;
}
