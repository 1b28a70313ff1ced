import type { Request, RequestHandler } from "express";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);
/** Webhooks are signed by their sender, which is not a browser. */
const webhooks = /^\/api\/hooks\/[\w-]+$/;

/**
 * Refuses changes requested by another site's page. Browsers say where a request comes from in `Origin` and `Sec-Fetch-Site`; a request with neither does not
 * come from a browser, so nobody's cookies were added to it unasked, and is let through.
 */
export function checkOrigin(siteUrl: string): RequestHandler {
  const site = new URL(siteUrl).origin;
  return (request, response, next) => {
    if (harmless.has(request.method) || webhooks.test(request.path) || isOwn(request, site)) return next();
    response.status(403).type("text/plain").send("Forbidden: the form came from another site.");
  };
}

function isOwn(request: Request, site: string): boolean {
  const origin = request.get("origin");
  const fetchSite = request.get("sec-fetch-site");
  const isOwnOrigin = origin === undefined || origin === site || origin === `${request.protocol}://${request.get("host")}`;
  const isOwnFetch = fetchSite === undefined || fetchSite === "same-origin" || fetchSite === "none";
  return isOwnOrigin && isOwnFetch;
}
