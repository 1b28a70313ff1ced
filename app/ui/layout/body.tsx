import type { ReactNode } from "react";

/** What stands below the horizon. */
export function Body({ children }: { children: ReactNode }) {
  return <div className="wrap section-tight">{children}</div>;
}
