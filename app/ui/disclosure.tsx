import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";

import { Icon } from "./icon";

/** A summary that opens what is behind it: the table of a chart, definitions. */
export function Disclosure({ summary, isOpen, children }: { summary: string; isOpen?: boolean; children: ReactNode }) {
  return (
    <details className="disclosure" open={isOpen}>
      <summary>
        <Icon icon={ChevronRight} /> {summary}
      </summary>
      {children}
    </details>
  );
}
