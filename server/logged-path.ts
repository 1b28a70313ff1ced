import type { ServerBuild } from "@remix-run/node";

/** The fixed words in our routes' addresses: "events", "settings". */
export const routeWords = (routes: ServerBuild["routes"]): ReadonlySet<string> =>
  new Set(Object.values(routes).flatMap((route) => route?.path?.split("/") ?? []).filter((part) => !/^[:*]/.test(part)));

/** A language, the UUID of a row, or nothing. */
const tellsNobody = /^([a-z]{2}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})?$/;

/**
 * The path as it is logged. One that led nowhere may hold anything somebody typed, even their e-mail address: only our own words are logged, and "…" for the
 * rest.
 */
export function loggedPath(path: string, status: number, words: ReadonlySet<string>): string {
  if (status < 300 || status === 304) return path;
  const isLoggable = (part: string) => tellsNobody.test(part) || words.has(part.replace(/\.data$/, ""));
  return path.split("/").map((part) => (isLoggable(part) ? part : "…")).join("/");
}
