import { Link } from "@remix-run/react";
import ArrowRight from "lucide-react/icons/arrow-right";

import { Icon } from "./icon";

/** «Барлық іс-шара →» at the end of a section's head. */
export function MoreLink({ to, children }: { to: string; children: string }) {
  return (
    <Link className="more" to={to}>
      {children} <Icon icon={ArrowRight} />
    </Link>
  );
}
