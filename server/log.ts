import { randomFillSync } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

import type { RequestHandler } from "express";
import pino, { type Logger } from "pino";

import { loggedPath } from "./logged-path";

declare module "express-serve-static-core" {
  interface Locals {
    requestId: string;
  }
}

/** Lines are written asynchronously, while the next requests are answered; they are flushed before the process exits. */
export const createLog = (level: string): Logger => pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ sync: false }));

const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const length = 8;
/** Random bytes are fetched for 500 numbers at a time: it costs the same as for one. */
const randomBytes = Buffer.alloc(length * 500);
let used = randomBytes.length;

/** Short enough to be read out on the telephone: "7F3K-92QA". Characters that look alike are left out. */
function newRequestId(): string {
  if (used === randomBytes.length) {
    randomFillSync(randomBytes);
    used = 0;
  }
  let picked = "";
  for (const end = used + length; used < end; used += 1) picked += letters[(randomBytes[used] ?? 0) % letters.length];
  return `${picked.slice(0, length / 2)}-${picked.slice(length / 2)}`;
}

/** The headers that carry the request number. Scripts can read the second one: a page whose data failed to load shows the number to its reader. */
export const requestIdHeaders = (requestId: string): [string, string][] => [
  ["X-Request-Id", requestId],
  ["Server-Timing", `request;desc="${requestId}"`],
];

export type Register = (request: IncomingMessage, response: ServerResponse) => string;

/**
 * Gives a request its number, and logs one line when it is finished: which page, how it went and how long it took, but neither the query nor anything about
 * the person. `words`: the fixed words in our addresses.
 */
export const registerIn = (log: Logger, words: ReadonlySet<string>): Register => (request, response) => {
  const startedAt = performance.now();
  const requestId = newRequestId();
  const { method, url = "" } = request;
  response.once("close", () => {
    const ms = Math.round((performance.now() - startedAt) * 10) / 10;
    const status = response.statusCode;
    const line = { requestId, method, path: loggedPath(url.split("?", 1)[0] ?? "", status, words), status, ms };
    if (status >= 500) log.error(line);
    else log.info(response.writableFinished ? line : { ...line, isBrokenOff: true });
  });
  return requestId;
};

export function logRequests(register: Register): RequestHandler {
  return (request, response, next) => {
    response.locals.requestId = register(request, response);
    for (const [name, value] of requestIdHeaders(response.locals.requestId)) response.setHeader(name, value);
    next();
  };
}
