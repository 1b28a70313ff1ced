import type { Request, RequestHandler, Response as ExpressResponse } from "express";

import type { AppModule } from "./app-module";
import { chooseEncoding, isWorthIt, pack } from "./compress";
import { cookieValues, hasSession } from "./cookies";
import { withoutNonce } from "./inline-scripts";
import { PageStore, type StoredPage } from "./page-store";
import type { PageWatch } from "./page-watch";
import { contentSecurityPolicy, newNonce } from "./security-headers";
import { webRequest } from "./web-request";

export type LoadContext = { visit: Awaited<ReturnType<AppModule["openVisit"]>>; nonce: string; requestId: string };
export type Render = (request: globalThis.Request, context: LoadContext) => Promise<globalThis.Response>;

type Options = {
  app: Pick<AppModule, "openVisit">;
  render: Render;
  store: PageStore;
  watch: Pick<PageWatch, "isTrusted">;
  isSecure: boolean;
  isDevelopment: boolean;
};

const tagsHeader = "x-page-tags";
const untilHeader = "x-page-until";
const longestSearch = 300;

/** Answers every page: for visitors from the store if it is there, else rendered for this reader. */
export function pages(options: Options): RequestHandler {
  return (request, response, next) => {
    answer(request, response, options).catch(next);
  };
}

async function answer(request: Request, response: ExpressResponse, options: Options): Promise<void> {
  const key = storeKey(request);
  if (!key || options.isDevelopment || !options.watch.isTrusted) return send(request, response, await renderFor(request, response, options), options);
  let rendered: Rendered | undefined;
  const stored =
    options.store.find(key) ??
    (await options.store.render(key, async () => {
      rendered = await renderFor(request, response, options);
      return storable(rendered, options);
    }));
  if (stored) {
    // From now on `fast-path.ts` can answer this address.
    if (request.headers.cookie === undefined) options.store.note(request.originalUrl, key);
    return sendStored(request, response, stored);
  }
  // Not storable. A request that waited for another reader's rendering gets one of its own.
  return send(request, response, rendered ?? (await renderFor(request, response, options)), options);
}

/** The key of a page in the store: only for readers without a session, by address and theme. Null if it may not be stored. */
function storeKey(request: Request): string | null {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  if (hasSession(request.headers.cookie)) return null;
  const url = new URL(request.originalUrl, "http://any");
  if (url.search.length > longestSearch) return null;
  url.searchParams.sort();
  return `${url.pathname}?${url.searchParams} ${cookieValues(request.headers.cookie, "theme").join(" ")}`;
}

type Rendered = { status: number; headers: Headers; body: Buffer; nonce: string; cookies: string[]; isSignedIn: boolean };

async function renderFor(request: Request, response: ExpressResponse, { app, render, isSecure }: Options): Promise<Rendered> {
  const nonce = newNonce();
  const visit = await app.openVisit(request.headers.cookie ?? null, { secure: isSecure });
  const page = await render(webRequest(request, response), { visit, nonce, requestId: response.locals.requestId });
  const body = request.method === "HEAD" || !page.body ? Buffer.alloc(0) : Buffer.from(await page.arrayBuffer());
  return { status: page.status, headers: page.headers, body, nonce, cookies: visit.cookies, isSignedIn: visit.account !== null };
}

function storable({ status, headers, body, nonce, cookies, isSignedIn }: Rendered, { isSecure }: Options) {
  const tags = headers.get(tagsHeader);
  // The opened session decides whether somebody is signed in: their cookie may be written in a way that `hasSession` does not recognise.
  const setsCookies = cookies.length > 0 || headers.getSetCookie().length > 0;
  if (isSignedIn || !tags || status !== 200 || body.length === 0 || setsCookies) return null;
  const isHtml = (headers.get("content-type") ?? "").startsWith("text/html");
  const plain = isHtml ? withoutNonce(body.toString("utf8"), nonce) : null;
  const storedHeaders = passedHeaders(headers);
  storedHeaders.push(["Cache-Control", "public, max-age=0, must-revalidate"], ["Vary", "Accept-Encoding, Cookie"]);
  if (plain) storedHeaders.push(["Content-Security-Policy", contentSecurityPolicy(plain.hashes, { isSecure })]);
  const until = headers.get(untilHeader);
  return {
    status,
    headers: storedHeaders,
    tags: tags.split(" "),
    until: until ? Date.parse(until) : Number.POSITIVE_INFINITY,
    body: plain ? Buffer.from(plain.html) : body,
  };
}

/** The headers that go out with a page: without those for the server, or about the transfer. */
const passedHeaders = (headers: Headers) =>
  [...headers].filter(([name]) => !/^(x-page-|set-cookie|content-length|transfer-encoding|connection)/.test(name));

async function sendStored(request: Request, response: ExpressResponse, page: StoredPage): Promise<void> {
  const { headers, body } = await PageStore.packed(page, request.get("accept-encoding"));
  response.status(page.status);
  for (const [name, value] of headers) response.setHeader(name, value);
  if (request.fresh) {
    response.removeHeader("Content-Length");
    response.status(304).end();
    return;
  }
  response.end(request.method === "HEAD" ? undefined : body);
}

async function send(request: Request, response: ExpressResponse, rendered: Rendered, { isSecure, isDevelopment }: Options): Promise<void> {
  const { status, headers, body, nonce, cookies, isSignedIn } = rendered;
  response.status(status);
  for (const [name, value] of passedHeaders(headers)) response.setHeader(name, value);
  for (const cookie of [...headers.getSetCookie(), ...cookies]) response.append("Set-Cookie", cookie);
  // Remix answers 405 for a page without an action, but does not send the Allow header that belongs with it.
  if (status === 405 && !response.hasHeader("Allow")) response.setHeader("Allow", "GET, HEAD");
  const isPersonal = isSignedIn || cookies.length > 0 || hasSession(request.headers.cookie);
  if (isPersonal || !response.hasHeader("Cache-Control")) response.setHeader("Cache-Control", isPersonal ? "private, no-store" : "private, no-cache");
  response.vary("Cookie");
  const type = headers.get("content-type") ?? "";
  if (type.startsWith("text/html")) {
    response.setHeader("Content-Security-Policy", contentSecurityPolicy([`'nonce-${nonce}'`], { isDevelopment, isSecure }));
  }
  if (body.length === 0) {
    response.end();
    return;
  }
  response.vary("Accept-Encoding");
  const isCompressible = isWorthIt(type, body.length) && !response.hasHeader("Content-Encoding");
  const encoding = isCompressible ? chooseEncoding(request.get("accept-encoding")) : "identity";
  const packed = await pack(body, encoding, "quick");
  if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
  response.setHeader("Content-Length", packed.length);
  response.end(packed);
}
