import type { ReactNode } from "react";

type Props = { as?: "div" | "section"; labelledBy?: string; className?: string; children: ReactNode };

/** A box for one thing. With a `StretchedLink` inside it lifts on hover. */
export function Card({ as: Element = "div", labelledBy, className, children }: Props) {
  return (
    <Element className={className ? `card ${className}` : "card"} aria-labelledby={labelledBy}>
      {children}
    </Element>
  );
}
