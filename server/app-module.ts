import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";

import type { AuthMail, Backend } from "./embedded/types";

/** The session of one request, as much of it as the server knows: it passes the rest on unread. */
export type Visit = { account: { id: string } | null; cookies: string[] };
export type PageVersion = { tag: string; version: number; changed_at: string };
/** Background work. `stopping` is aborted when the server stops: a run made of many steps finishes the current one and takes no more. */
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
