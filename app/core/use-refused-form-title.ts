import { useMatches } from "@remix-run/react";
import { useContext } from "react";
import { UNSAFE_DataRouterStateContext as RouterState } from "react-router";

type ActionResult = { status?: unknown; error?: unknown } | null | undefined;
type WithHead = { head?: { title?: string }[] } | undefined;

/** Whether it is the answer to a refused form, made by `formReply`. */
const isRefused = (answer: ActionResult): boolean => answer?.status === "error";

/**
 * The title of the page when a form on it was just refused, else null. Read from the router's state, since `useActionData` only works inside the page
 * and the title is above it; this also works in the document that answers a form sent without JavaScript.
 */
export function useRefusedFormTitle(): string | null {
  const answers: Record<string, ActionResult> = useContext(RouterState)?.actionData ?? {};
  const matches = useMatches();
  if (!Object.values(answers).some(isRefused)) return null;
  const titles = matches.flatMap(({ data }) => (data as WithHead)?.head ?? []).flatMap(({ title }) => title ?? []);
  return titles.at(-1) ?? null;
}
