import { useMatches } from "@remix-run/react";
import { useContext } from "react";
import { UNSAFE_DataRouterStateContext as RouterState } from "react-router";

type Answered = { status?: unknown; error?: unknown } | null | undefined;
type WithHead = { head?: { title?: string }[] } | undefined;

/** What `replyTo` says of a form that was not taken. */
const isRefused = (answer: Answered): boolean => answer?.status === "error";

/**
 * The title of the page when a form on it was just refused, else null. The router's state is read, since `useActionData` answers inside the
 * page alone and the title stands above it; this way it also works in the document that answers a form without JavaScript.
 */
export function useRefusedTitle(): string | null {
  const answers: Record<string, Answered> = useContext(RouterState)?.actionData ?? {};
  const matches = useMatches();
  if (!Object.values(answers).some(isRefused)) return null;
  const titles = matches.flatMap(({ data }) => (data as WithHead)?.head ?? []).flatMap(({ title }) => title ?? []);
  return titles.at(-1) ?? null;
}
