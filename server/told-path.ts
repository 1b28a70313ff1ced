import type { ServerBuild } from "@remix-run/node";

/** The words that our addresses are made of: "events", "settings". */
export const addressWords = (routes: ServerBuild["routes"]): ReadonlySet<string> =>
  new Set(Object.values(routes).flatMap((route) => route?.path?.split("/") ?? []).filter((part) => !/^[:*]/.test(part)));

/** A language, or the number of a row. */
const tellsNobody = /^([a-z]{2}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})?$/;

/**
 * What the log tells of a path. One that led to nothing holds whatever somebody typed, their e-mail address too: of it our own words are told, and "…" for
 * the rest.
 */
export function toldPath(path: string, status: number, words: ReadonlySet<string>): string {
  if (status < 300 || status === 304) return path;
  const told = (part: string) => tellsNobody.test(part) || words.has(part.replace(/\.data$/, ""));
  return path.split("/").map((part) => (told(part) ? part : "…")).join("/");
}
