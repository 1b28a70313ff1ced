import { Link } from "@remix-run/react";
import type { LucideIcon } from "lucide-react";

import { Icon } from "./icon";

type Props = { label: string; tabs: { to: string; label: string; icon?: LucideIcon; isCurrent: boolean }[] };

/** Views of the same thing, as links. */
export function Tabs({ label, tabs }: Props) {
  return (
    <nav aria-label={label}>
      <div className="tabs">
        {tabs.map((tab) => (
          <Link key={tab.to} to={tab.to} aria-current={tab.isCurrent ? "page" : undefined} preventScrollReset>
            {tab.icon ? <Icon icon={tab.icon} /> : null} {tab.label}
          </Link>
        ))}
      </div>
    </nav>
  );
}
