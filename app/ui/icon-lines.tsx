import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

import { Icon } from "./icon";

export type IconLine = { icon: LucideIcon; text: ReactNode };

/** Short lines with an icon: when, where, who. */
export function IconLines({ items }: { items: IconLine[] }) {
  return (
    <div className="meta">
      {items.map(({ icon, text }, index) => (
        <p key={index}>
          <Icon icon={icon} />
          <span>{text}</span>
        </p>
      ))}
    </div>
  );
}
