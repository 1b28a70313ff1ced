import { randomBytes } from "node:crypto";

import type { RequestHandler } from "express";
import pino, { type Logger } from "pino";

declare module "express-serve-static-core" {
  interface Locals {
    requestId: string;
  }
}

export const createLog = (level: string): Logger => pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });

/** Short enough to be read out on the telephone: "7F3K-92QA". Letters that look alike are left out. */
export function newRequestId(): string {
  const letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  const picked = [...randomBytes(8)].map((byte) => letters[byte % letters.length]).join("");
  return `${picked.slice(0, 4)}-${picked.slice(4)}`;
}

/** One line per answered request. Neither the query nor anything about the person: only which page, how it went, how long it took. */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const begun = process.hrtime.bigint();
    response.locals.requestId = newRequestId();
    response.setHeader("X-Request-Id", response.locals.requestId);
    // Scripts may read this one: a page whose data failed shows the number to its reader.
    response.setHeader("Server-Timing", `request;desc="${response.locals.requestId}"`);
    response.once("close", () => {
      const ms = Number(process.hrtime.bigint() - begun) / 1e6;
      const line = { requestId: response.locals.requestId, method: request.method, path: request.path, status: response.statusCode, ms: Math.round(ms * 10) / 10 };
      if (response.statusCode >= 500) log.error(line);
      else log.info(response.writableFinished ? line : { ...line, isBrokenOff: true });
    });
    next();
  };
}
