import { NavLink } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";

import { Icon } from "./icon";

export type NavItem = {
  to: string;
  label: string;
  icon?: LucideIcon;
  /** Current only at exactly this address; otherwise below it too. */
  isExact?: boolean;
  /** How many things wait there: «3». */
  count?: string;
};

/** The same links in the header, in the phone's menu and in the bottom bar. NavLink marks the current one. */
export function NavItems({ items, as }: { items: NavItem[]; as: "list" | "panel" | "bar" }) {
  // Icons only if all have one: an item without would begin to the left of its neighbours.
  const hasIcons = as !== "list" && items.every(({ icon }) => icon);
  const links = items.map(({ to, label, icon, isExact, count }) => (
    <NavLink key={to} to={to} end={isExact} prefetch="intent">
      {icon && hasIcons ? <Icon icon={icon} /> : null} <span>{label}</span>{" "}
      {count ? <span className="count">{count}</span> : null}
    </NavLink>
  ));
  if (as === "panel") return <>{links}</>;
  return (
    <ul role="list">
      {links.map((link) => (
        <li key={link.key}>{link}</li>
      ))}
    </ul>
  );
}
