import type { MouseEvent } from "react";

/**
 * Moves the focus to an element of the same page without changing the address: when that changes, the router drops the action's answer, and all errors
 * with it.
 */
export const focusElement = (id: string) => (event: MouseEvent) => {
  event.preventDefault();
  document.getElementById(id)?.focus();
};
