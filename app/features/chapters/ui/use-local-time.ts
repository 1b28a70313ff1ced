import { useEffect, useState } from "react";

import { formatTime } from "~/core/i18n/format";

/** The current time in `zone`, kept up to date by the browser; null until then, since a cached page can only tell the zone's offset from UTC. */
export function useLocalTime(zone: string): string | null {
  const [time, setTime] = useState<string | null>(null);
  useEffect(() => {
    const tick = () => setTime(formatTime(Date.now(), zone));
    tick();
    const timer = setInterval(tick, 15_000);
    return () => clearInterval(timer);
  }, [zone]);
  return time;
}
