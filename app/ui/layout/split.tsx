import type { ReactNode } from "react";

type Props = {
  children: ReactNode;
  aside: ReactNode;
  /** The aside is 416 px instead of 360. */
  wideAside?: boolean;
  /** Where the aside stands on phones: `second` is after the first child, such as the time of an event. */
  asideOnPhones?: "first" | "second" | "last";
};

/** Two columns below the horizon: the page, and beside it what stays in sight. */
export function Split({ children, aside, wideAside, asideOnPhones = "last" }: Props) {
  const order = asideOnPhones === "last" ? undefined : `split-aside-${asideOnPhones}`;
  const className = ["wrap section-tight split", wideAside && "split-wide", order].filter(Boolean).join(" ");
  return (
    <div className={className}>
      <div className="split-main">{children}</div>
      <aside className="split-aside">{aside}</aside>
    </div>
  );
}
