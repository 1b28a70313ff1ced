import { Link } from "@remix-run/react";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import ArrowUpDown from "lucide-react/icons/arrow-up-down";

import { Icon } from "./icon";

export type SortDirection = "ascending" | "descending";

/** Sorts a table through its address. Screen readers get the direction from `aria-sort` of the cell around it. */
export function SortLink({ to, label, direction }: { to: string; label: string; direction?: SortDirection }) {
  const icon = direction === "ascending" ? ArrowUp : direction === "descending" ? ArrowDown : ArrowUpDown;
  return (
    <Link className="sort" to={to} preventScrollReset>
      {label} <Icon icon={icon} />
    </Link>
  );
}
