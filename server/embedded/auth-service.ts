import { join } from "node:path";

import { App, setExperimental } from "@supabase/lite";
import { createPostgresConnection } from "@supabase/lite/postgres";
import { sql, type Transaction } from "kysely";

import { openAuthPool, type AuthDb } from "./auth-pool";
import { secondsOfCode } from "./codes";
import { FileStorage } from "./file-storage";
import { failed } from "./responses";
import type { Settings } from "./settings";
import { secondsOfToken } from "./tokens";
import type { Log } from "./types";

type Claims = { auth?: { uid?: string; role?: string; jwt?: Record<string, unknown> }; storage?: { operation?: string } };

/** lite sets the session context with six queries per request; one is enough. */
async function tellDatabaseWhoAsks(tx: Transaction<unknown>, { auth = {}, storage }: Claims): Promise<void> {
  const role = auth.role || "anon";
  const jwt = auth.jwt ?? {};
  await sql`select set_config('search_path', '"public", "extensions"', true), set_config('request.jwt.claim.sub', ${auth.uid ?? ""}, true),
    set_config('request.jwt.claim.role', ${role}, true), set_config('request.jwt.claim.email', ${String(jwt.email ?? "")}, true),
    set_config('request.jwt.claims', ${JSON.stringify(jwt)}, true), set_config('storage.operation', ${storage?.operation ?? ""}, true),
    set_config('role', ${role}, true)`.execute(tx);
}

/** lite warns at each start that its storage is experimental; here contract tests cover it, so the warning is suppressed. */
async function quietly(start: () => Promise<unknown>): Promise<void> {
  const { warn } = console;
  console.warn = (...words: unknown[]) => (String(words[0]).startsWith("EXPERIMENTAL FEATURES") ? undefined : warn(...words));
  await start().finally(() => (console.warn = warn));
}

export type AuthService = {
  handle(request: Request): Promise<Response>;
  db: AuthDb;
  /** Sets the mailer that sends its letters. */
  sendBy(mailer: NonNullable<App["_mailer"]>): void;
  close(): Promise<void>;
};

type Options = { url: string; dataDir: string; siteUrl: string; settings: Settings; log: Log };

const connections = 6;

/** `@supabase/lite` for auth and storage, in this process, with a connection pool of its own; its data API is never used. */
export async function createAuthService({ url, dataDir, siteUrl, settings, log }: Options): Promise<AuthService> {
  const pool = openAuthPool(url, connections, log);
  // Without "active" its first data request would grant visitors every right on every table.
  const overrides = { kysely: pool.db, rlsState: "active", applyJwtSessionContext: tellDatabaseWhoAsks };
  const connection = Object.assign(createPostgresConnection({ url }), overrides);
  const app = createApp(connection, { dataDir, siteUrl, settings });
  await quietly(() => app.init());
  const isDatabaseThere = () =>
    sql`select 1`.execute(pool.db).then(
      () => true,
      () => false,
    );
  return {
    handle: async (request) => {
      const answer = await app.fetch(request);
      // The library does not report failures in GoTrue's format.
      return answer.status === 500 && new URL(request.url).pathname.startsWith("/auth/") ? failed(!(await isDatabaseThere())) : answer;
    },
    db: pool.db,
    sendBy: (mailer) => (app._mailer = mailer),
    close: pool.close,
  };
}

/** Creates the tables of the auth service over a single connection: it takes several steps that must see each other's results. */
export async function makeAuthTables({ url, ...where }: Omit<Options, "log">): Promise<void> {
  const connection = createPostgresConnection({ url, postgresOptions: { max: 1, onnotice: () => {} } });
  try {
    const app = createApp(connection, where);
    await quietly(() => app.init());
    await app.ensureSystemSchema();
  } finally {
    await connection.close();
  }
}

function createApp(connection: ReturnType<typeof createPostgresConnection>, { dataDir, siteUrl, settings }: Omit<Options, "url" | "log">) {
  setExperimental("storage", true);
  const app = new App({
    connection,
    api: { schemas: ["public"], extra_search_path: ["public", "extensions"], max_rows: 1000 },
    auth: {
      enabled: true,
      site_url: siteUrl,
      jwt_secret: settings.innerSecret,
      publishable_key: settings.publishableKey,
      secret_key: settings.secretKey,
      jwt_expiry: secondsOfToken,
      enable_signup: true,
      minimum_password_length: 8,
      email: { enable_signup: true, enable_confirmations: true, double_confirm_changes: true, otp_length: 6, otp_expiry: secondsOfCode },
    },
    storage: { enabled: true, file_size_limit: "10MiB" },
  } as ConstructorParameters<typeof App>[0]);
  // The library's types accept only its own adapters; contract tests cover ours.
  app._storageAdapter = new FileStorage(join(dataDir, "storage")) as never;
  return app;
}
