import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False in the document as it was served, true once scripts run. */
export const useHydrated = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
