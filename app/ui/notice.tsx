import CircleAlert from "lucide-react/icons/circle-alert";
import CircleCheck from "lucide-react/icons/circle-check";
import Info from "lucide-react/icons/info";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

import { Icon } from "./icon";

const icons = { info: Info, sun: Info, success: CircleCheck, danger: CircleAlert };

type Props = {
  tone?: keyof typeof icons;
  icon?: LucideIcon;
  /** `status` when it appears after something the reader did. */
  role?: "status";
  children: ReactNode;
};

/** One sentence that matters. */
export function Notice({ tone = "info", icon, role, children }: Props) {
  return (
    <div className={tone === "info" ? "notice" : `notice notice-${tone}`} role={role}>
      <Icon icon={icon ?? icons[tone]} />
      <div>{children}</div>
    </div>
  );
}
