import { existsSync, statSync } from "node:fs";
import { extname, join, normalize, sep } from "node:path";

import express, { type RequestHandler } from "express";

import { chooseEncoding } from "./compress";

const aYear = "public, max-age=31536000, immutable";
const anHour = "public, max-age=3600";
const extensions = { br: ".br", gzip: ".gz", identity: "" };

/**
 * Static files of the build. Those with a content hash in their name (and the words, requested by version) are cached for a year; precompressed ones are sent
 * as they are.
 */
export function staticFiles(folder: string): RequestHandler {
  const serve = express.static(folder, { index: false, redirect: false, cacheControl: false, fallthrough: true });
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    const path = normalize(decode(request.path));
    const file = join(folder, path);
    if (!extname(path) || /\.(br|gz)$/.test(path) || !file.startsWith(folder + sep) || !isFile(file)) return next();
    const isForever = path.startsWith("/assets/") || path.startsWith("/fonts/") || (path.startsWith("/locales/") && request.query.v !== undefined);
    response.setHeader("Cache-Control", isForever ? aYear : anHour);
    const encoding = chooseEncoding(request.get("accept-encoding"));
    // Also on the uncompressed file: a shared cache must not give it to everybody.
    if (existsSync(file + extensions.br)) response.vary("Accept-Encoding");
    if (encoding !== "identity" && existsSync(file + extensions[encoding])) {
      response.setHeader("Content-Encoding", encoding);
      response.type(extname(path));
      request.url = request.url.replace(request.path, request.path + extensions[encoding]);
    }
    serve(request, response, next);
  };
}

const isFile = (path: string) => existsSync(path) && statSync(path).isFile();

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return "/";
  }
}
