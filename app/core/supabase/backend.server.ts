import WebSocket from "ws";

import { env } from "~/core/env.server";

// supabase-js refuses to start on Node 20 without a WebSocket, although nothing here listens to one.
globalThis.WebSocket ??= WebSocket as never;

/** The address of Supabase, and its keys. `secretKey` null: jobs and webhooks idle, every page works. */
export type Backend = {
  url: string;
  publishableKey: string;
  secretKey: string | null;
  fetch: typeof fetch;
  embedded: boolean;
};

let connected: Backend | undefined;

/** Called once at start with the embedded backend, and by tests. */
export function connectBackend(backend: Backend): void {
  connected = backend;
}

/** The backend connected at start, else the hosted project of the environment. */
export function backend(): Backend {
  connected ??= hosted();
  return connected;
}

/** Milliseconds: a project that does not answer must not keep a reader waiting for minutes. */
const longestWait = 15_000;
const fetchSoon: typeof fetch = (input, init) => fetch(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(longestWait) });

function hosted(): Backend {
  const { SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY, SUPABASE_SECRET_KEY } = env();
  if (!SUPABASE_URL || !SUPABASE_PUBLISHABLE_KEY) {
    throw new Error("No backend: set SUPABASE_URL and SUPABASE_PUBLISHABLE_KEY, or start the embedded one.");
  }
  return { url: SUPABASE_URL, publishableKey: SUPABASE_PUBLISHABLE_KEY, secretKey: SUPABASE_SECRET_KEY, fetch: fetchSoon, embedded: false };
}
