import { useEffect, useState } from "react";

import { formatOffset, formatTime } from "~/core/i18n/format";

type Props = { zone: string; /** The moment at which the page was made. */ now: number };

/** The hour it is there, kept up by the browser; a stored page knows only how far the zone is from UTC. */
export function LocalClock({ zone, now }: Props) {
  const [time, setTime] = useState<string | null>(null);
  useEffect(() => {
    const tick = () => setTime(formatTime(Date.now(), zone));
    tick();
    const timer = setInterval(tick, 15_000);
    return () => clearInterval(timer);
  }, [zone]);
  return <>{time ?? formatOffset(now, zone)}</>;
}
