import type { RequestHandler } from "express";

const longest = 2048;
const mostSegments = 20;

/** The router looks at every segment of an address: a long one costs a second of the processor. */
export const refuseLongUrls: RequestHandler = (request, response, next) => {
  if (request.originalUrl.length > longest || request.path.split("/").length > mostSegments + 1) response.status(414).type("text/plain").send("URI Too Long");
  else next();
};
