import { useEffect, useState } from "react";

import { formatTime } from "~/core/i18n/format";

/** The hour it is there, kept up by the browser; null before scripts run: a stored page knows only how far the zone is from UTC. */
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
