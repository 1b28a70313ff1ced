import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

import type { Request as ExpressRequest, Response as ExpressResponse } from "express";

/** The request as Remix reads it; broken off when the reader goes away. Throws when its address makes no sense. */
export function webRequest(request: ExpressRequest, response: ExpressResponse): Request {
  const url = new URL(request.originalUrl, `${request.protocol}://${request.get("host") ?? "localhost"}`);
  const headers = new Headers();
  for (let at = 0; at < request.rawHeaders.length; at += 2) headers.append(request.rawHeaders[at] ?? "", request.rawHeaders[at + 1] ?? "");
  const gone = new AbortController();
  response.once("close", () => response.writableFinished || gone.abort());
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  return new Request(url, {
    method: request.method,
    headers,
    signal: gone.signal,
    ...(hasBody ? { body: Readable.toWeb(request) as ReadableStream<Uint8Array> as BodyInit, duplex: "half" as const } : {}),
  });
}
