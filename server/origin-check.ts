import type { Request, RequestHandler } from "express";

const harmless = new Set(["GET", "HEAD", "OPTIONS"]);
/** Signed by their sender, who is no browser of ours. */
const webhooks = /^\/api\/hooks\/[\w-]+$/;

/**
 * Nothing changes by a request that another site made. Browsers say where a request comes from in `Origin` and `Sec-Fetch-Site`;
 * one that says neither comes from no browser, carries nobody's cookies by itself, and is let through.
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
