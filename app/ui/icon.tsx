import type { LucideIcon } from "lucide-react";

/** A lucide icon beside a word: never read aloud, 1.25 em unless the class says otherwise. `import Clock from "lucide-react/icons/clock"`. */
export function Icon({ icon: Drawing, className }: { icon: LucideIcon; className?: string }) {
  return <Drawing className={className ? `icon ${className}` : "icon"} strokeWidth={1.75} aria-hidden focusable="false" />;
}
