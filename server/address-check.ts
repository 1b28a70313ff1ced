import type { RequestHandler } from "express";

const longest = 2048;
const mostSegments = 20;
/** "/./" and "/../", also encoded: browsers resolve them before they ask. */
const dots = /\/(\.|%2e){1,2}(\/|$)/i;
const host = /^([\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/i;

/** Letters, digits and -._~ written as "%65": an address means the same with and without. */
const spelledOut = /%(2[de]|3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae])/gi;

export const hasOddHost = (named: string | undefined): boolean => !host.test(named ?? "localhost");

/**
 * What no browser asks for is refused before anything reads it. The router looks at every segment of an address: a long one costs a second of the
 * processor. An address that is read in two ways would pass a guard as one page and be answered as another: "//host/page", "/api/../page", or a whole
 * one with a host in it. PostgreSQL's texts hold no zero byte.
 */
export const refuseOddAddresses: RequestHandler = (request, response, next) => {
  const { originalUrl, path } = request;
  const isOdd = !/^\/(?!\/)/.test(originalUrl) || originalUrl.includes("\\") || dots.test(path) || /%00/.test(originalUrl);
  if (originalUrl.length > longest || path.split("/").length > mostSegments + 1) response.status(414).type("text/plain").send("URI Too Long");
  else if (isOdd || hasOddHost(request.get("host"))) response.status(400).type("text/plain").send("Bad Request");
  else next();
};

/** One page has one address, and lies in the store once: another spelling leads there for good. */
export const toPlainSpelling: RequestHandler = (request, response, next) => {
  const [path = "", ...search] = request.originalUrl.split("?");
  const plain = path.replace(spelledOut, decodeURIComponent);
  if (plain === path || (request.method !== "GET" && request.method !== "HEAD")) next();
  else response.redirect(301, [plain, ...search].join("?"));
};
