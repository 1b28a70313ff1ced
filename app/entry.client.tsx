import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";

import { DocumentFactsProvider, factsOf } from "~/core/document-context";
import { I18nRuntimeProvider } from "~/core/i18n/context";
import { createClientRuntime } from "~/core/i18n/i18n.client";

const facts = factsOf(document);
const runtime = createClientRuntime();

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <DocumentFactsProvider value={facts}>
        <I18nRuntimeProvider value={runtime}>
          <RemixBrowser />
        </I18nRuntimeProvider>
      </DocumentFactsProvider>
    </StrictMode>,
  );
});
