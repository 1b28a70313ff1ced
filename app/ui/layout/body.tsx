import type { ReactNode } from "react";

/** What stands below the horizon. `narrow` is a form or a text: one column of 640 px; `first` comes closer to the horizon. */
export function Body({ narrow, children }: { narrow?: boolean; children: ReactNode }) {
  return <div className={narrow ? "wrap wrap-narrow section-tight" : "wrap section-tight"}>{children}</div>;
}
