import { createClient, type SupabaseClient } from "@supabase/supabase-js";

import { backend, type Backend } from "./backend.server";
import type { Database } from "./database.types";

/** The typed client. It acts as the person whose session it has: row level security decides what they get. */
export type Db = SupabaseClient<Database>;

let shared: { of: Backend; client: Db } | undefined;

/** The client of everybody who is not signed in; shared, as it holds no session. */
export function publicClient(): Db {
  const current = backend();
  if (shared?.of !== current) {
    shared = {
      of: current,
      client: createClient<Database>(current.url, current.publishableKey, {
        auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
        global: { fetch: current.fetch },
      }),
    };
  }
  return shared.client;
}
