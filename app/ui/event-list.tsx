import type { ReactNode } from "react";

/** The list around `EventRow`s. */
export function EventList({ children }: { children: ReactNode }) {
  return (
    <ul role="list" className="event-list">
      {children}
    </ul>
  );
}
