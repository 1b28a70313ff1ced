import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

import { Icon } from "./icon";

type Props = {
  tone?: "plain" | "sky" | "sun" | "success" | "warning" | "danger" | "lang";
  icon?: LucideIcon;
  lang?: string;
  children: ReactNode;
};

export function Badge({ tone = "plain", icon, lang, children }: Props) {
  return (
    <span className={tone === "plain" ? "badge" : `badge badge-${tone}`} lang={lang}>
      {icon ? <Icon icon={icon} /> : null} {children}
    </span>
  );
}
