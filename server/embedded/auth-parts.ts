import type { AuthService } from "./auth-service";
import type { AddressChange } from "./email-change";
import type { Letters } from "./letters";
import type { Sessions } from "./sessions";
import type { Tokens } from "./tokens";
import type { Users } from "./users";

/** What handles accounts: the auth service, and our own parts where it differs from hosted Supabase. */
export type AuthParts = {
  auth: AuthService;
  users: Users;
  tokens: Tokens;
  sessions: Sessions;
  letters: Letters;
  addressChange: AddressChange;
  siteUrl: string;
};
