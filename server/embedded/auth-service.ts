import { join } from "node:path";

import { App, setExperimental } from "@supabase/lite";
import { createPostgresConnection } from "@supabase/lite/postgres";
import { sql, type Transaction } from "kysely";

import { refuse } from "./answers";
import { secondsOfCode } from "./codes";
import { FileStorage } from "./file-storage";
import type { Settings } from "./settings";
import { secondsOfToken } from "./tokens";

// PostgreSQL's own text becomes what hosted Supabase answers; json is not encoded a second time.
const iso = (value: string | null) => (value === null ? null : value.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
const json = { serialize: (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value)), parse: (value: string) => JSON.parse(value) as unknown };
const asIs = (value: unknown) => value as string;
const types = {
  json: { to: 114, from: [114], ...json },
  jsonb: { to: 3802, from: [3802], ...json },
  timestamp: { to: 1114, from: [1114], serialize: asIs, parse: iso },
  timestamptz: { to: 1184, from: [1184], serialize: asIs, parse: iso },
  numeric: { to: 1700, from: [1700], serialize: String, parse: Number },
};

/** Of itself the driver waits up to twenty seconds before it tries again, after PostgreSQL has long been back. Seconds. */
const patience = { connect_timeout: 5, backoff: () => 0.2 };

type Claims = { auth?: { uid?: string; role?: string; jwt?: Record<string, unknown> }; storage?: { operation?: string } };

/** lite asks six times per request who is asking; once is enough. */
async function tellDatabaseWhoAsks(tx: Transaction<unknown>, { auth = {}, storage }: Claims): Promise<void> {
  const role = auth.role || "anon";
  const jwt = auth.jwt ?? {};
  await sql`select set_config('search_path', '"public", "extensions"', true), set_config('request.jwt.claim.sub', ${auth.uid ?? ""}, true),
    set_config('request.jwt.claim.role', ${role}, true), set_config('request.jwt.claim.email', ${String(jwt.email ?? "")}, true),
    set_config('request.jwt.claims', ${JSON.stringify(jwt)}, true), set_config('storage.operation', ${storage?.operation ?? ""}, true),
    set_config('role', ${role}, true)`.execute(tx);
}

/** The pool of the auth service; its tables are its own, so that nothing here says their types. */
export type AuthDb = ReturnType<typeof createPostgresConnection>["kysely"];
/** lite tells the terminal at each start that its storage is young; this project holds it by contract tests instead. */
async function quietly(start: () => Promise<unknown>): Promise<void> {
  const { warn } = console;
  console.warn = (...words: unknown[]) => (String(words[0]).startsWith("EXPERIMENTAL FEATURES") ? undefined : warn(...words));
  await start().finally(() => (console.warn = warn));
}

export type AuthService = {
  handle(request: Request): Promise<Response>;
  db: AuthDb;
  /** Who carries its letters. */
  sendBy(mailer: NonNullable<App["_mailer"]>): void;
  close(): Promise<void>;
};

type Options = { url: string; dataDir: string; siteUrl: string; settings: Settings; pool: number };

/** Its own words for a failure are no GoTrue's. While the database is away it is a 503: at a 500 supabase-js forgets the person's session. */
const unexpected = (isDatabaseThere: boolean) =>
  refuse(isDatabaseThere ? 500 : 503, "unexpected_failure", "Unexpected failure, please check server logs for more information");

/** `@supabase/lite` for auth and storage, in this process, over a pool of its own; its data API is never used. */
export async function createAuthService(options: Options, { makesTables }: { makesTables: boolean }): Promise<AuthService> {
  const { url, dataDir, siteUrl, settings } = options;
  setExperimental("storage", true);
  const connection = createPostgresConnection({ url, postgresOptions: { ...patience, max: makesTables ? 1 : options.pool, onnotice: () => {}, types } });
  // "active": or its first data request would grant everything on everything to visitors.
  Object.assign(connection, { rlsState: "active", applyJwtSessionContext: tellDatabaseWhoAsks });
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
  app._storageAdapter = new FileStorage(join(dataDir, "storage")) as never;
  await quietly(() => app.init());
  if (makesTables) await app.ensureSystemSchema();
  return {
    handle: async (request) => {
      const answer = await app.fetch(request);
      return answer.status === 500 && new URL(request.url).pathname.startsWith("/auth/") ? unexpected((await connection.ping()) === true) : answer;
    },
    db: connection.kysely,
    sendBy: (mailer) => (app._mailer = mailer),
    close: () => connection.close(),
  };
}
