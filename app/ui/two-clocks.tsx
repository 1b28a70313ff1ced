import type { LucideIcon } from "lucide-react";

import { Icon } from "./icon";

type Clock = { icon: LucideIcon; label: string; dateTime: string; time: string; note?: string };

/** The event's time and the reader's; `note` is the line below a time, such as its date. */
export function TwoClocks({ clocks }: { clocks: Clock[] }) {
  return (
    <dl className="two-clocks">
      {clocks.map(({ icon, label, dateTime, time, note }) => (
        <div key={label}>
          <dt>
            <Icon icon={icon} /> {label}
          </dt>
          <dd>
            <time className="time" dateTime={dateTime}>
              {time}
            </time>
            {note ? <p className="note">{note}</p> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
