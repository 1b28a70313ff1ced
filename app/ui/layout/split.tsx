import type { ReactNode } from "react";

type Props = {
  children: ReactNode;
  aside: ReactNode;
  /** Where the aside stands on phones: `second` is after the first child, such as the time of an event. */
  asideOnPhones?: "first" | "second" | "last";
};

/** Two columns below the horizon: the page, and beside it what stays in sight. */
export function Split({ children, aside, asideOnPhones = "last" }: Props) {
  const order = asideOnPhones === "last" ? "" : ` split-aside-${asideOnPhones}`;
  return (
    <div className={`wrap section-tight split${order}`}>
      <div className="split-main">{children}</div>
      <aside className="split-aside">{aside}</aside>
    </div>
  );
}
