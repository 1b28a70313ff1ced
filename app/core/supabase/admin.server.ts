import { createClient } from "@supabase/supabase-js";

import { backend } from "./backend.server";
import type { Db } from "./client.server";
import type { Database } from "./database.types";

/** The client that bypasses row level security, for webhooks and jobs only. Null without a secret key. */
export function adminClient(): Db | null {
  const { url, secretKey, fetch } = backend();
  if (!secretKey) return null;
  return createClient<Database>(url, secretKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
    global: { fetch },
  });
}
