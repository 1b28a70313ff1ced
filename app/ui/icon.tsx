import type { LucideIcon } from "lucide-react";

/** A lucide icon beside a word: never read aloud. `import Clock from "lucide-react/icons/clock"`. */
export function Icon({ icon: Drawing }: { icon: LucideIcon }) {
  return <Drawing className="icon" strokeWidth={1.75} aria-hidden focusable="false" />;
}
