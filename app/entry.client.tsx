import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";

import { DocumentContextProvider, readDocumentContext } from "~/core/document-context";
import { I18nRuntimeProvider } from "~/core/i18n/context";
import { createClientRuntime } from "~/core/i18n/i18n.client";

const documentContext = readDocumentContext(document);

/**
 * Remix decodes the loaders' data when it first renders, and suspends meanwhile. A key pressed at that moment makes React hydrate at once, find nothing to
 * suspend in, and give up with error 345: so the decoding is started, and awaited, before hydration.
 */
async function decodeLoaderData(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (pending) {
    await pending;
  }
}

const [runtime] = await Promise.all([createClientRuntime(documentContext.words), decodeLoaderData()]);
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <DocumentContextProvider value={documentContext}>
        <I18nRuntimeProvider value={runtime}>
          <RemixBrowser />
        </I18nRuntimeProvider>
      </DocumentContextProvider>
    </StrictMode>,
  );
});
