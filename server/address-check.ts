import type { RequestHandler } from "express";

const longest = 2048;
const mostSegments = 20;
/** "/./" and "/../", also percent-encoded: browsers resolve these before they send a request. */
const dots = /\/(\.|%2e){1,2}(\/|$)/i;
const host = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/** Letters, digits and -._~ that are percent-encoded without need ("%65"): the address means the same either way. */
const needlesslyEncoded = /%(2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae])/gi;

export const hasInvalidHost = (header: string | undefined): boolean => !host.test(header ?? "localhost");

/**
 * Refuses what no browser sends, before anything else reads it. The router examines every segment of an address: a very long address costs a second of CPU.
 * An address that can be read in two ways could pass a guard as one page and be answered as another: "//host/page", "/api/../page", or an absolute URL with a
 * host in it. PostgreSQL text cannot hold a zero byte.
 */
export const refuseMalformedUrls: RequestHandler = (request, response, next) => {
  const { originalUrl, path } = request;
  const isOdd = !/^\/(?!\/)/.test(originalUrl) || originalUrl.includes("\\") || dots.test(path) || /%00/.test(originalUrl);
  if (originalUrl.length > longest || path.split("/").length > mostSegments + 1) response.status(414).type("text/plain").send("URI Too Long");
  else if (isOdd || hasInvalidHost(request.get("host"))) response.status(400).type("text/plain").send("Bad Request");
  else next();
};

/** Each page has one address and is stored once: other spellings of the address are redirected to it permanently. */
export const redirectToCanonicalUrl: RequestHandler = (request, response, next) => {
  const [path = "", ...search] = request.originalUrl.split("?");
  const plain = path.replace(needlesslyEncoded, decodeURIComponent);
  if (plain === path || (request.method !== "GET" && request.method !== "HEAD")) next();
  else response.redirect(301, [plain, ...search].join("?"));
};
