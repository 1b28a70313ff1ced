import Clock from "lucide-react/icons/clock";
import type { ReactNode } from "react";

import { Icon } from "./icon";

/** When figures were true and how they were rounded. No figure is shown without it. */
export function AsOf({ children }: { children: ReactNode }) {
  return (
    <p className="as-of">
      <Icon icon={Clock} />
      <span>{children}</span>
    </p>
  );
}
