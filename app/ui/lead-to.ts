import type { MouseEvent } from "react";

/**
 * Follows a link to a place of the same page without a step in the history: the router forgets what the action answered when the address changes, and all
 * errors with it.
 */
export const leadTo = (id: string) => (event: MouseEvent) => {
  event.preventDefault();
  document.getElementById(id)?.focus();
};
