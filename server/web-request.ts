import { PassThrough, Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

import type { Request as ExpressRequest, Response as ExpressResponse } from "express";

/**
 * Headers that Remix would compare with each other, answering 500 if they differ. Whether the form is ours is already decided (`origin-check.ts`), and what a
 * client claims about proxies concerns nothing behind that.
 */
const withheld = /^(origin|forwarded|x-forwarded-.*)$/i;

/** The request as Remix reads it, aborted when the client disconnects. Throws if its address is not a valid URL. */
export function webRequest(request: ExpressRequest, response: ExpressResponse): Request {
  const url = new URL(request.originalUrl, `${request.protocol}://${request.get("host") ?? "localhost"}`);
  const headers = new Headers();
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    const name = request.rawHeaders[at] ?? "";
    if (!withheld.test(name)) headers.append(name, request.rawHeaders[at + 1] ?? "");
  }
  const gone = new AbortController();
  response.once("close", () => response.writableFinished || gone.abort());
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  return new Request(url, {
    method: request.method,
    headers,
    signal: gone.signal,
    ...(hasBody ? { body: Readable.toWeb(bodyOf(request, response)) as ReadableStream<Uint8Array> as BodyInit, duplex: "half" as const } : {}),
  });
}

/**
 * The body as a stream separate from its connection: a handler that stops reading it because it is too large, or never starts, can still respond. The rest is
 * discarded, or the next request on this connection would wait behind it.
 */
function bodyOf(request: ExpressRequest, response: ExpressResponse): Readable {
  const body = request.pipe(new PassThrough());
  response.once("finish", () => body.destroy());
  body.once("close", () => request.resume());
  request.once("close", () => request.complete || body.destroy(new Error("The reader went away.")));
  return body;
}
