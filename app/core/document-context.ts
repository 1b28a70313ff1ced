import { createContext, useContext } from "react";

/** The inline scripts of a document, in their order. */
export type PageScripts = {
  /** The loaders' data. */
  context: string;
  /** A module: loads the scripts that hydrate the page. */
  start: string;
};

/** What is known of one response besides its loaders' data. */
type DocumentContext = {
  /** Of its scripts (CSP); not known in the browser. */
  nonce?: string;
  /** The number of its request. */
  requestId?: string;
  /** The translation namespaces it uses. */
  words: string[];
  /** Only while the server renders the document. */
  scripts?: PageScripts;
};

const Context = createContext<DocumentContext>({ words: [] });
export const DocumentContextProvider = Context.Provider;
export const useDocumentContext = (): DocumentContext => useContext(Context);

/** The name of the `<meta>` in which a failed document tells the browser its request number. */
export const requestIdMeta = "request-id";

/** What the browser can read from the document it received. */
export function readDocumentContext(document: Document): DocumentContext {
  return {
    requestId: document.querySelector<HTMLMetaElement>(`meta[name="${requestIdMeta}"]`)?.content,
    words: document.documentElement.dataset.words?.split(" ") ?? [],
  };
}

/** The number of the last data request (the one that failed, on a failure page), from the `Server-Timing` of its response; none on the server. */
export function failedDataRequestId(): string | undefined {
  if (typeof document === "undefined") return undefined;
  const requests = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  const last = requests.filter((entry) => new URL(entry.name).pathname.endsWith(".data")).at(-1);
  return last?.serverTiming.find((timing) => timing.name === "request")?.description;
}
