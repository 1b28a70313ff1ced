import { randomFillSync } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

import type { RequestHandler } from "express";
import pino, { type Logger } from "pino";

import { toldPath } from "./told-path";

declare module "express-serve-static-core" {
  interface Locals {
    requestId: string;
  }
}

/** Lines are written while the next requests are answered; the end of the process waits for them. */
export const createLog = (level: string): Logger => pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ sync: false }));

const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const length = 8;
/** Chance costs the same for a number or for five hundred of them. */
const chance = Buffer.alloc(length * 500);
let spent = chance.length;

/** Short enough to be read out on the telephone: "7F3K-92QA". Letters that look alike are left out. */
function newRequestId(): string {
  if (spent === chance.length) {
    randomFillSync(chance);
    spent = 0;
  }
  let picked = "";
  for (const end = spent + length; spent < end; spent += 1) picked += letters[(chance[spent] ?? 0) % letters.length];
  return `${picked.slice(0, length / 2)}-${picked.slice(length / 2)}`;
}

/** How an answer names its request. Scripts may read the second: a page whose data failed shows the number to its reader. */
export const numberHeaders = (requestId: string): [string, string][] => [
  ["X-Request-Id", requestId],
  ["Server-Timing", `request;desc="${requestId}"`],
];

export type Register = (request: IncomingMessage, response: ServerResponse) => string;

/**
 * Gives a request its number, and writes one line when it is answered: neither the query nor anything about the person, only which page, how it went, how
 * long it took. `words`: those of our addresses.
 */
export const registerIn = (log: Logger, words: ReadonlySet<string>): Register => (request, response) => {
  const begun = performance.now();
  const requestId = newRequestId();
  const { method, url = "" } = request;
  response.once("close", () => {
    const ms = Math.round((performance.now() - begun) * 10) / 10;
    const status = response.statusCode;
    const line = { requestId, method, path: toldPath(url.split("?", 1)[0] ?? "", status, words), status, ms };
    if (status >= 500) log.error(line);
    else log.info(response.writableFinished ? line : { ...line, isBrokenOff: true });
  });
  return requestId;
};

export function logRequests(register: Register): RequestHandler {
  return (request, response, next) => {
    response.locals.requestId = register(request, response);
    for (const [name, value] of numberHeaders(response.locals.requestId)) response.setHeader(name, value);
    next();
  };
}
