import type { ReactNode } from "react";

/** The frame around `Stat`s: two by two on phones, four in a row on wide screens. */
export function Stats({ children }: { children: ReactNode }) {
  return <dl className="stats">{children}</dl>;
}
