import type { IncomingMessage, RequestListener } from "node:http";

import { hasInvalidHost } from "./address-check";
import { requestIdHeaders, type Register } from "./log";
import { PageStore } from "./page-store";
import type { PageWatch } from "./page-watch";

type Options = { store: PageStore; watch: Pick<PageWatch, "isTrusted">; register: Register; headers: [string, string][] };

/**
 * The fastest path for the most common request: a page without cookies, in the store, at an address that passed the guards before. Everything else goes to
 * `app`. `headers`: those sent with every response.
 */
export function fastPath(app: RequestListener, { store, watch, register, headers }: Options): RequestListener {
  return (request, response) => {
    const page = isPlain(request) && watch.isTrusted ? store.at(request.url ?? "") : null;
    if (!page) {
      app(request, response);
      return;
    }
    const requestId = register(request, response);
    PageStore.packed(page, request.headers["accept-encoding"]).then(
      (packed) => response.writeHead(page.status, [...headers, ...requestIdHeaders(requestId), ...packed.headers].flat()).end(packed.body),
      (error: Error) => response.destroy(error),
    );
  };
}

/** Whether the response depends on nothing but the address and the accepted encodings. */
const isPlain = (request: IncomingMessage): boolean =>
  request.method === "GET" && request.headers.cookie === undefined && request.headers["if-none-match"] === undefined && !hasInvalidHost(request.headers.host);
