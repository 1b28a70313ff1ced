/** How to reach Supabase; the same shape as the app's own type (`app/core/supabase/backend.server.ts`), so that it can be passed on. */
export type Backend = {
  url: string;
  publishableKey: string;
  secretKey: string | null;
  fetch: typeof fetch;
  embedded: boolean;
};

/**
 * A letter of the auth service, in the shape of hosted Supabase's Send Email hook. A change of address is one call for two letters: the current
 * address gets `token` with `token_hash_new`, the new one `token_new` with `token_hash` (the names are hosted Supabase's).
 */
export type AuthMail = {
  user: { id: string; email: string; new_email?: string; user_metadata: Record<string, unknown> };
  email_data: {
    token: string;
    token_hash: string;
    token_new?: string;
    token_hash_new?: string;
    redirect_to: string;
    email_action_type: string;
    site_url: string;
  };
};

export type Log = (message: string, more?: Record<string, unknown>) => void;

export type StartOptions = {
  /** Everything the backend keeps: cluster, keys, files. */
  dataDir: string;
  /** The project's folder, where `supabase/` and `server/embedded/sql/` are. */
  projectDir: string;
  /** The URL of the site, used as the issuer of tokens and in letters. */
  siteUrl: string;
  sendAuthMail: (mail: AuthMail) => Promise<void>;
  log?: Log;
  /** False in tests: faster, but the cluster would not survive a power cut. */
  isDurable?: boolean;
};

/** A failure whose message is one clear sentence for the person at the terminal. */
export class StartError extends Error {
  readonly isSentence = true;
}
