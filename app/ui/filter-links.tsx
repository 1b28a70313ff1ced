import type { ReactNode } from "react";

/** A row of filter links; on phones it scrolls sideways. */
export function FilterLinks({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className="filters filters-scroll" aria-label={label}>
      {children}
    </nav>
  );
}
