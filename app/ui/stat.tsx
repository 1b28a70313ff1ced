import ArrowDownRight from "lucide-react/icons/arrow-down-right";
import ArrowUpRight from "lucide-react/icons/arrow-up-right";
import type { ReactNode } from "react";

import { Icon } from "./icon";
import { Sparkline } from "./sparkline";

type Props = {
  label: string;
  value: ReactNode;
  /** The change in words. `isGood` decides the colour: fewer leavers is good, and nothing is ever red. */
  change?: { text: string; direction?: "up" | "down"; isGood?: boolean };
  /** The last months, oldest first. */
  history?: number[];
};

/** A figure with its change and its last months: an item of `Stats`. */
export function Stat({ label, value, change, history }: Props) {
  const tone = change?.isGood === undefined ? "" : change.isGood ? " is-up" : " is-down";
  return (
    <div className="stat">
      <dt>{label}</dt>
      <dd className="figure">{value}</dd>
      {change ? (
        <dd className={`delta${tone}`}>
          {change.direction ? <Icon icon={change.direction === "up" ? ArrowUpRight : ArrowDownRight} /> : null} {change.text}
        </dd>
      ) : null}
      {history && history.length > 1 ? (
        <dd>
          <Sparkline values={history} />
        </dd>
      ) : null}
    </div>
  );
}
