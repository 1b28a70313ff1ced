import { Link } from "@remix-run/react";
import Check from "lucide-react/icons/check";

import { Icon } from "./icon";

type Props = { to: string; isCurrent: boolean; label: string; count?: string };

/** One filter, kept in the address: a link to the page with it or without it. */
export function FilterLink({ to, isCurrent, label, count }: Props) {
  return (
    <Link className="filter" to={to} aria-current={isCurrent || undefined} preventScrollReset>
      {isCurrent ? <Icon icon={Check} /> : null} {label} {count ? <span>{count}</span> : null}
    </Link>
  );
}
