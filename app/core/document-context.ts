import { createContext, useContext } from "react";

/** What the server knows of one answer and the browser does not need: the nonce of its scripts, the number of its request. */
export type DocumentFacts = { nonce?: string; requestId?: string };

const Context = createContext<DocumentFacts>({});
export const DocumentFactsProvider = Context.Provider;
export const useDocumentFacts = (): DocumentFacts => useContext(Context);
