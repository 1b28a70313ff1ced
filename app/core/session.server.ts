import { setTimeout as pause } from "node:timers/promises";

import { createServerClient, parseCookieHeader, serializeCookieHeader } from "@supabase/ssr";

import { isOutage } from "./outage";
import { backend } from "./supabase/backend.server";
import { publicClient, type Db } from "./supabase/client.server";
import type { Database } from "./supabase/database.types";
import { findWho, type Who } from "./who.server";

export type Account = { id: string; email: string };

/** One request's session: opened once in front of Remix, so that a token is refreshed once, and handed to every loader and action. */
export type Visit = {
  /** The client that acts as the signed-in person; for visitors the shared one, without a session. */
  db: Db;
  account: Account | null;
  /** The request's Cookie header. */
  cookieHeader: string | null;
  /** Set-Cookie values for the response; sign-in and sign-out add to them while they run. */
  cookies: string[];
  /** The auth client: its sign-in, sign-out and account changes end up in this visit's cookies. */
  auth(): Db["auth"];
  /** Member, chapters and rights; null for visitors, and after a sign-out elsewhere. Queried once per request. */
  who(): Promise<Who | null>;
};

const thirtyDays = 30 * 24 * 60 * 60;
/** How long a request waits for its session to be renewed, in milliseconds: supabase-js retries for half a minute while the auth service is away. */
const renewalPatience = 3000;

const sessionCookie = (secure: boolean) => (secure ? "__Host-ka-auth-token" : "ka-auth-token");

/**
 * Opens the session of a request. `secure`: served over TLS. Never throws for a broken or foreign cookie: that is a visitor. While the auth service is
 * away nobody can say whose an expired session is: `who()` rejects then, so that its owner reads that the site is away, and is not asked to sign in.
 */
export async function openVisit(cookieHeader: string | null, { secure }: { secure: boolean }): Promise<Visit> {
  const name = sessionCookie(secure);
  const jar = new Map(parseCookieHeader(cookieHeader ?? "").map((cookie) => [cookie.name, cookie.value ?? ""]));
  const cookies: string[] = [];
  let client: Db | undefined;
  const sessionClient = () => (client ??= bindToCookies(name, secure, jar, cookies));
  let who: Promise<Who | null> | undefined;

  const visit: Visit = {
    db: publicClient(),
    account: null,
    cookieHeader,
    cookies,
    auth: () => sessionClient().auth,
    who: async () => (visit.account ? (who ??= findWho(visit.db)) : null),
  };
  const hasSession = [...jar.keys()].some((key) => key === name || key.startsWith(`${name}.`));
  if (!hasSession) return visit;

  const { data, error } = await claimsOf(sessionClient());
  if (isOutage(error)) return Object.assign(visit, { who: () => Promise.reject(error) });
  if (!data?.claims.sub) return visit;
  return Object.assign(visit, { db: sessionClient(), account: { id: data.claims.sub, email: String(data.claims.email ?? "") } });
}

const timedOut = () => ({ data: null, error: new DOMException("The session was not renewed in time.", "TimeoutError") });

const claimsOf = ({ auth }: Db) => Promise.race([auth.getClaims(), pause(renewalPatience, undefined, { ref: false }).then(timedOut)]);

function bindToCookies(name: string, secure: boolean, jar: Map<string, string>, cookies: string[]): Db {
  const { url, publishableKey, fetch } = backend();
  return createServerClient<Database>(url, publishableKey, {
    global: { fetch },
    cookieOptions: { name, httpOnly: true, secure, sameSite: "lax", path: "/", maxAge: thirtyDays },
    cookies: {
      encode: "tokens-only",
      getAll: () => [...jar].map(([key, value]) => ({ name: key, value })),
      setAll: (changes) => {
        for (const { name: key, value, options } of changes) {
          if (value) jar.set(key, value);
          else jar.delete(key);
          cookies.push(serializeCookieHeader(key, value, { ...options, maxAge: value ? thirtyDays : 0 }));
        }
      },
    },
  });
}
