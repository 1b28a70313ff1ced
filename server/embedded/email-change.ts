import { sql } from "kysely";

import type { AuthDb } from "./auth-pool";
import { hashCode, isExpired, makeCode, tooSoon } from "./codes";
import type { Letters } from "./letters";
import { json, refuse, textOf } from "./responses";
import type { Sessions } from "./sessions";
import { isBanned, type UserRow, type Users } from "./users";

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const uniqueViolation = "23505";
const emailTaken = () => refuse(422, "email_exists", "A user with this email address has already been registered");

/** A new address is confirmed from both mailboxes, in either order, as on hosted Supabase; the auth service on its own would ask only the old one. */
export class AddressChange {
  constructor(
    private readonly db: AuthDb,
    private readonly users: Users,
    private readonly letters: Letters,
    private readonly sessions: Sessions,
  ) {}

  /** The response that says why the account cannot change to this address now; null if it can. */
  async refusal(user: UserRow, email: string): Promise<Response | null> {
    if (!emailPattern.test(email)) return refuse(400, "validation_failed", "Unable to validate email address: invalid format");
    const owner = await this.users.byEmail(email);
    return owner && owner.id !== user.id ? emailTaken() : tooSoon(user.email_change_sent_at);
  }

  /** Stores the requested address and writes to both mailboxes. Responds with `answer`, or else with the account and its `new_email`. */
  async ask(user: UserRow, email: string, answer?: unknown): Promise<Response> {
    const refusal = await this.refusal(user, email);
    if (refusal) return refusal;
    const [current, fresh] = [makeCode(user.email ?? ""), makeCode(email)];
    await sql`update auth.users set email_change = ${email},
      email_change_token_current = ${current.hash}, email_change_token_new = ${fresh.hash},
      email_change_sent_at = now(), email_change_confirm_status = 0, updated_at = now() where id = ${user.id}`.execute(this.db);
    await this.letters.sendBothForChange(user, email, current, fresh);
    const changed = await this.users.byId(user.id);
    return json(answer ?? (changed && (await this.users.describe(changed))));
  }

  /** The first confirmation is remembered, the second changes the address and opens a session. */
  async confirm(body: Record<string, unknown>): Promise<Response> {
    const hash = textOf(body.token_hash) || hashCode(textOf(body.email), textOf(body.token));
    try {
      const result = await this.db.transaction().execute((tx) => this.claim(tx, hash));
      if (result instanceof Response) return result;
      return this.sessions.open(result, "otp");
    } catch (error) {
      if ((error as { code?: string }).code === uniqueViolation) return emailTaken();
      throw error;
    }
  }

  private async claim(db: AuthDb, hash: string): Promise<UserRow | Response> {
    const { rows } = await sql<UserRow>`select * from auth.users
      where email_change_token_current = ${hash} or email_change_token_new = ${hash} for update`.execute(db);
    const user = rows[0];
    if (!user?.email_change || isExpired(user.email_change_sent_at))
      return refuse(403, "otp_expired", "Email link is invalid or has expired");
    if (isBanned(user)) return refuse(403, "user_banned", "User is banned");
    if (user.email_change_confirm_status === 0) {
      await sql`update auth.users set email_change_confirm_status = 1,
        email_change_token_current = nullif(email_change_token_current, ${hash}),
        email_change_token_new = nullif(email_change_token_new, ${hash}) where id = ${user.id}`.execute(db);
      return json({ code: "200", msg: "Confirmation link accepted. Please proceed to confirm link sent to the other email" });
    }
    await sql`update auth.users set email = email_change, email_change = null, email_change_confirm_status = 0,
      email_change_token_current = null, email_change_token_new = null,
      email_confirmed_at = coalesce(email_confirmed_at, now()), updated_at = now()
      where id = ${user.id}`.execute(db);
    await sql`update auth.identities set updated_at = now(),
      identity_data = identity_data || jsonb_build_object('email', ${user.email_change}::text, 'email_verified', true)
      where user_id = ${user.id} and provider = 'email'`.execute(db);
    return { ...user, email: user.email_change, email_change: null };
  }
}
