import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

import { Icon } from "./icon";

export type MetaItem = { icon: LucideIcon; text: ReactNode; lang?: string };

/** Short lines with an icon: when, where, who. */
export function Meta({ items }: { items: MetaItem[] }) {
  return (
    <div className="meta">
      {items.map(({ icon, text, lang }, index) => (
        <p key={index}>
          <Icon icon={icon} />
          <span className="num" lang={lang}>
            {text}
          </span>
        </p>
      ))}
    </div>
  );
}
