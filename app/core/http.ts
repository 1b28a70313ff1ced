/** The refusals that a route may throw; anything else that is thrown is a fault and becomes a 500, or a 503 while the database is away. */
export const notFound = () => new Response("Not Found", { status: 404, statusText: "Not Found" });
/** `reason` is for the error boundary, which explains it in the reader's language. */
export const forbidden = (reason: string) => new Response(reason, { status: 403, statusText: "Forbidden" });

/** Seconds: a database that went down is back by then, or soon after. */
export const retryAfter = "5";
/** The response while the database is away (see `isOutage`). */
export const unavailable = () =>
  new Response("Service Unavailable", { status: 503, statusText: "Service Unavailable", headers: { "Retry-After": retryAfter } });

/** The path of the page that a request is about: Remix asks for the data of "/kk/me" at "/kk/me.data". */
export const pagePath = (request: Request): string => new URL(request.url).pathname.replace(/\.data$/, "");

/** The longest redirect target accepted, in characters. */
const longest = 1000;

/**
 * A redirect target from outside if it is a path of this site, else the fallback.
 * Refused: other hosts in every disguise (`//e`, `/\e`, `https:e`, tabs, line breaks, their encodings), and what is no absolute path.
 */
export function safePath(to: unknown, fallback: string): string {
  if (typeof to !== "string" || to.length > longest || !/^\/(?![/\\])/.test(to)) return fallback;
  // Control characters: browsers drop them before they read the host.
  if (/[\u0000-\u001f\u007f\\]/.test(to) || /%(0[0-9a-f]|1[0-9a-f]|5c|2f%2f)/i.test(to) || /^\/%2f/i.test(to)) return fallback;
  const base = "http://own.invalid";
  const url = new URL(to, base);
  if (url.origin !== base || url.pathname.startsWith("//")) return fallback;
  return url.pathname + url.search + url.hash;
}
