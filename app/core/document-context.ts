import { createContext, useContext } from "react";

/** The inline scripts of a document, in their order. */
export type PageScripts = {
  /** What the loaders answered. */
  context: string;
  /** A module: fetches what makes the page alive. */
  start: string;
};

/** What is known of one answer beside what its loaders say. */
type DocumentFacts = {
  /** Of its scripts; the browser forgets it. */
  nonce?: string;
  /** The number of its request. */
  requestId?: string;
  /** The namespaces whose words it says. */
  words: string[];
  /** Only where the document is made. */
  scripts?: PageScripts;
};

const Context = createContext<DocumentFacts>({ words: [] });
export const DocumentFactsProvider = Context.Provider;
export const useDocumentFacts = (): DocumentFacts => useContext(Context);

/** The name under which a failed document tells the browser its number. */
export const requestIdMeta = "request-id";

/** What the browser still knows of the document it received. */
export function factsOf(document: Document): DocumentFacts {
  return {
    requestId: document.querySelector<HTMLMetaElement>(`meta[name="${requestIdMeta}"]`)?.content,
    words: document.documentElement.dataset.words?.split(" ") ?? [],
  };
}

/** The number of the last request for data that failed, which its answer carries as a `Server-Timing` entry; none on the server. */
export function failedDataRequest(): string | undefined {
  if (typeof document === "undefined") return undefined;
  const requests = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  const last = requests.filter((entry) => new URL(entry.name).pathname.endsWith(".data")).at(-1);
  return last?.serverTiming.find((timing) => timing.name === "request")?.description;
}
