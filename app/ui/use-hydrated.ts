import { startTransition, useEffect, useState } from "react";

/**
 * False in the document as it was served, true once scripts run. Told after hydration and without haste: an external store whose answer differs would
 * make React begin anew in the middle of it, which it does not always survive ("Root did not complete").
 */
export function useHydrated(): boolean {
  const [isHydrated, setHydrated] = useState(false);
  useEffect(() => startTransition(() => setHydrated(true)), []);
  return isHydrated;
}
