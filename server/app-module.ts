import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import type { AuthMail, Backend } from "./embedded/types";

/** One request's session, as far as the server knows it: it hands the rest on unread. */
export type Visit = { account: { id: string } | null; cookies: string[] };
export type PageVersion = { tag: string; version: number; changed_at: string };
/** Work beside the pages. `stopping` is aborted when the server ends: a turn that goes on and on does its step to the end and takes no other. */
export type Job = { name: string; everySeconds: number; run(stopping: AbortSignal): Promise<void> };

/** What the built app offers the server: the exports of `app/entry.server.tsx`. */
export type AppModule = {
  connectBackend(backend: Backend): void;
  openVisit(cookieHeader: string | null, options: { secure: boolean }): Promise<Visit>;
  chooseLocale(acceptLanguage: string | null): string;
  explain(error: unknown, args: LoaderFunctionArgs | ActionFunctionArgs): unknown;
  listChangedPages(since: string): Promise<PageVersion[]>;
  isReady(): Promise<boolean>;
  sendAuthMail(mail: AuthMail): Promise<void>;
  jobs: Job[];
};
