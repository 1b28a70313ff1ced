import { createContext, useContext } from "react";

/** What the server knows of one answer: the nonce of its scripts, the number of its request. */
export type DocumentFacts = { nonce?: string; requestId?: string };

const Context = createContext<DocumentFacts>({});
export const DocumentFactsProvider = Context.Provider;
export const useDocumentFacts = (): DocumentFacts => useContext(Context);

/** The name under which a failed document tells the browser its number. */
export const requestIdMeta = "request-id";

/** What the browser still knows of the document it received; the nonce is gone by then. */
export function factsOf(document: Document): DocumentFacts {
  return { requestId: document.querySelector<HTMLMetaElement>(`meta[name="${requestIdMeta}"]`)?.content };
}

/** The number of the last request for data that failed, which its answer carries as a `Server-Timing` entry; none on the server. */
export function failedDataRequest(): string | undefined {
  if (typeof document === "undefined") return undefined;
  const requests = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  const last = requests.filter((entry) => new URL(entry.name).pathname.endsWith(".data")).at(-1);
  return last?.serverTiming.find((timing) => timing.name === "request")?.description;
}
