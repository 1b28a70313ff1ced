import type { ReactNode } from "react";

type Props = { as?: "div" | "section"; labelledBy?: string; className?: string; children: ReactNode };

/** Something that can be picked up whole. With a `StretchedLink` inside it lifts under the pointer. */
export function Card({ as: Element = "div", labelledBy, className, children }: Props) {
  return (
    <Element className={className ? `card ${className}` : "card"} aria-labelledby={labelledBy}>
      {children}
    </Element>
  );
}
