import { startTransition, useEffect, useState } from "react";

/**
 * False in the document as it was served, true once scripts run. Set after hydration and without urgency: an external store whose value differs would
 * make React start over in the middle of hydration, which it does not always survive ("Root did not complete").
 */
export function useHydrated(): boolean {
  const [isHydrated, setHydrated] = useState(false);
  useEffect(() => startTransition(() => setHydrated(true)), []);
  return isHydrated;
}
