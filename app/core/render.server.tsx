import { Writable } from "node:stream";

import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";

import { DocumentContextProvider } from "./document-context";
import { describeFault } from "./fault";
import { retryAfter } from "./http";
import { I18nRuntimeProvider, wordsAddress } from "./i18n/context";
import { serverRuntime } from "./i18n/i18n.server";
import { routeNamespaces, pageScripts, preloadHeader } from "./page-scripts.server";
import { splitLocale } from "./paths";

const patience = 5000;

/** React 18 writes chunks of 2 KiB. A character of several bytes that does not fit any more goes into the next one, and leaves NULs at the end of this one. */
function withoutRest(piece: Buffer): Buffer {
  let length = piece.length;
  while (piece[length - 1] === 0) length -= 1;
  return piece.subarray(0, length);
}

/** The whole document at once: compressing a buffered page costs less than half as much as compressing a stream. */
export async function renderDocument(request: Request, status: number, headers: Headers, remix: EntryContext, { nonce, requestId, visit }: AppLoadContext) {
  const words = routeNamespaces(remix);
  // In development too: changes should show without a touch.
  const atOnce = visit.account !== null || import.meta.env.DEV;
  const { files, ...scripts } = pageScripts(remix, { atOnce });
  // Remix sends the loaders' data only if it believes that its own scripts were rendered.
  remix.renderMeta = { ...remix.renderMeta, didRenderScripts: true };
  const page = (
    <DocumentContextProvider value={{ nonce, requestId, words, scripts }}>
      <I18nRuntimeProvider value={serverRuntime}>
        <RemixServer context={remix} url={request.url} abortDelay={patience} nonce={nonce} />
      </I18nRuntimeProvider>
    </DocumentContextProvider>
  );
  const body = await new Promise<Uint8Array<ArrayBuffer>>((done, fail) => {
    const pieces: Buffer[] = [];
    const write = (piece: Buffer, _encoding: string, written: () => void) => {
      pieces.push(withoutRest(piece));
      written();
    };
    const sink = new Writable({ write }).once("finish", () => done(new Uint8Array(Buffer.concat(pieces))));
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady: () => {
        clearTimeout(timer);
        pipe(sink);
      },
      onShellError: fail,
      onError: (error) => console.error(JSON.stringify({ level: "error", requestId, fault: describeFault(error) })),
    });
    const timer = setTimeout(abort, patience + 1000);
  });
  headers.set("Content-Type", "text/html; charset=utf-8");
  // Remix drops the headers of a thrown response.
  if (status === 503) headers.set("Retry-After", retryAfter);
  if (atOnce) {
    const { locale } = splitLocale(new URL(request.url).pathname);
    headers.set("Link", preloadHeader(files, words.map((name) => wordsAddress(locale, name, serverRuntime.version))));
  }
  return new Response(body, { status, headers });
}
