import { Link, type LinkProps } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";

import { Icon } from "./icon";

/** A link of 44 px with an icon alone: `label` is what is read aloud. */
export function IconLink({
  icon,
  label,
  ...rest
}: Omit<LinkProps, "children" | "className"> & { icon: LucideIcon; label: string }) {
  return (
    <Link className="icon-button" aria-label={label} {...rest}>
      <Icon icon={icon} />
    </Link>
  );
}
