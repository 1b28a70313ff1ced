import type { LucideIcon } from "lucide-react";
import type { ComponentPropsWithoutRef } from "react";

import { Icon } from "./icon";

/** 44 px with an icon alone: `label` is what is read aloud. */
export function IconButton({
  icon,
  label,
  type = "button",
  className,
  ...rest
}: Omit<ComponentPropsWithoutRef<"button">, "children"> & { icon: LucideIcon; label: string }) {
  return (
    <button type={type} className={className ? `icon-button ${className}` : "icon-button"} aria-label={label} {...rest}>
      <Icon icon={icon} />
    </button>
  );
}
