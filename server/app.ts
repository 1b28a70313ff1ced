import type { RequestListener } from "node:http";

import express, { type ErrorRequestHandler, type RequestHandler } from "express";
import type { Logger } from "pino";

import { refuseMalformedUrls, redirectToCanonicalUrl } from "./address-check";
import type { AppModule } from "./app-module";
import { fastPath } from "./fast-path";
import { health } from "./health";
import { logRequests, registerIn } from "./log";
import { checkOrigin } from "./origin-check";
import type { PageStore } from "./page-store";
import type { PageWatch } from "./page-watch";
import { pages, type Render } from "./pages";
import { securityHeaders } from "./security-headers";
import { staticFiles } from "./static-files";

/** The site to serve: the production build, or the sources during development. */
export type Site = {
  app: AppModule;
  render: Render;
  clientFolder: string;
  /** The fixed words in its routes' addresses. */
  words: ReadonlySet<string>;
  /** Vite's middleware while developing. */
  development?: RequestHandler;
};

type AppOptions = Site & {
  store: PageStore;
  watch: Pick<PageWatch, "isTrusted">;
  log: Logger;
  siteUrl: string;
  trustProxy: string | null;
};

const largestBody = 1024 * 1024;
const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

/** The guards in order, with Remix behind them; in front of it all, the shortcut to stored pages. */
export function createApp(options: AppOptions): RequestListener {
  const { app, render, store, watch, log, siteUrl, clientFolder, words, trustProxy, development } = options;
  const isSecure = siteUrl.startsWith("https:");
  const headers = securityHeaders(isSecure);
  const register = registerIn(log, words);
  const server = express();
  server.disable("x-powered-by").disable("etag");
  if (trustProxy) server.set("trust proxy", /^\d+$/.test(trustProxy) ? Number(trustProxy) : trustProxy);

  server.use(logRequests(register));
  server.use(setHeaders(headers));
  server.use(refuseMalformedUrls);
  server.use(redirectToCanonicalUrl);
  server.use(health(app));
  server.use(checkOrigin(siteUrl));
  server.use(refuseLargeAndUnknown);
  if (development) server.use(development);
  server.use(staticFiles(clientFolder));
  server.get("/", toLanguage(app));
  server.use(pages({ app, render, store, watch, isSecure, isDevelopment: development !== undefined }));
  server.use(lastResort(log));
  return fastPath(server, { store, watch, register, headers });
}

const setHeaders =
  (headers: [string, string][]): RequestHandler =>
  (_request, response, next) => {
    for (const [name, value] of headers) response.setHeader(name, value);
    next();
  };

const refuseLargeAndUnknown: RequestHandler = (request, response, next) => {
  if (!methods.has(request.method)) response.status(405).set("Allow", [...methods].join(", ")).end();
  else if (Number(request.get("content-length") ?? 0) > largestBody) response.status(413).type("text/plain").send("Content Too Large");
  else next();
};

/** Redirects the address without a language to the reader's language. */
const toLanguage =
  (app: AppModule): RequestHandler =>
  (request, response) => {
    const locale = app.chooseLocale(request.get("accept-language") ?? null);
    response.vary("Accept-Language").set("Cache-Control", "private, no-cache").redirect(302, `/${locale}`);
  };

/** Errors that Remix had no chance to explain: the reader gets the request number and nothing else. */
const lastResort =
  (log: Logger): ErrorRequestHandler =>
  (error: Error & { status?: number }, _request, response, next) => {
    const { requestId } = response.locals;
    const isTheirs = error instanceof TypeError && "code" in error && error.code === "ERR_INVALID_URL";
    if (!isTheirs) log.error({ requestId, fault: error.stack ?? String(error) });
    if (response.headersSent) return next(error);
    response.status(isTheirs ? 400 : 500).type("text/plain").send(isTheirs ? "Bad Request" : `${requestId}`);
  };
