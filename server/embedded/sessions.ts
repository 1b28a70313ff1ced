import { randomBytes, randomUUID } from "node:crypto";

import type { JWTPayload } from "jose";
import { sql } from "kysely";

import type { AuthDb } from "./auth-pool";
import { json, refuse } from "./responses";
import { secondsOfToken, type Tokens } from "./tokens";
import { isBanned, type UserRow, type Users } from "./users";

/** How long a client that lost the response, or a second tab, may use a refresh token again. */
const secondsOfReuse = 10;

type Row = { token: string; revoked: boolean; session_id: string | null; user_id: string; age: number };
type Refreshed = { user: UserRow; session: string; refreshToken: string };

const makeToken = () => randomBytes(16).toString("base64url");

/** Sessions as on hosted Supabase: refresh tokens rotate, and one that is reused too late revokes all tokens of its session. */
export class Sessions {
  constructor(
    private readonly db: AuthDb,
    private readonly users: Users,
    private readonly tokens: Tokens,
  ) {}

  /** Opens a session for somebody who has just proved themselves. */
  async open(user: UserRow, method: string): Promise<Response> {
    const [session, refreshToken] = [randomUUID(), makeToken()];
    await this.db.transaction().execute(async (tx) => {
      await sql`insert into auth.sessions (id, user_id, aal) values (${session}, ${user.id}, 'aal1')`.execute(tx);
      await this.addToken(tx, refreshToken, user.id, session, null);
      await sql`update auth.users set last_sign_in_at = now() where id = ${user.id}`.execute(tx);
    });
    await this.tokens.remember(session, method);
    return this.answer({ user, session, refreshToken });
  }

  async refresh(token: string): Promise<Response> {
    if (!token) return refuse(400, "validation_failed", "refresh_token required");
    const result = await this.db.transaction().execute((tx) => this.rotate(tx, token));
    return result instanceof Response ? result : this.answer(result);
  }

  /** The user these claims belong to, if their session still exists. */
  async personOf(claims: JWTPayload | null): Promise<UserRow | undefined> {
    const { rows } = await sql<{ user_id: string }>`select user_id from auth.sessions
      where id::text = ${String(claims?.session_id)} and user_id::text = ${String(claims?.sub)}`.execute(this.db);
    return rows[0] && this.users.byId(rows[0].user_id);
  }

  async endOthers(user: string, session: string): Promise<void> {
    await sql`delete from auth.sessions where user_id = ${user} and id::text <> ${session}`.execute(this.db);
  }

  /** The row lock on the session ensures that only one request at a time decides whether a token is still valid. */
  private async rotate(tx: AuthDb, token: string): Promise<Refreshed | Response> {
    const unknown = () => refuse(400, "refresh_token_not_found", "Invalid Refresh Token: Refresh Token Not Found");
    const session = await this.lockSessionOf(tx, token);
    const row = session && (await this.rowOf(tx, token));
    const user = row && (await this.users.byId(row.user_id, tx));
    if (!session || !row || !user) return unknown();
    if (isBanned(user)) return refuse(400, "user_banned", "User is banned");

    if (row.revoked) {
      const active = await this.activeOf(tx, session);
      if (active?.parent === token) return { user, session, refreshToken: active.token };
      if (row.age > secondsOfReuse) {
        await sql`update auth.refresh_tokens set revoked = true, updated_at = now() where session_id = ${session} and not revoked`.execute(
          tx,
        );
        return refuse(400, "refresh_token_already_used", "Invalid Refresh Token: Already Used");
      }
    }
    const refreshToken = makeToken();
    await sql`update auth.refresh_tokens set revoked = true, updated_at = now() where token = ${token}`.execute(tx);
    await this.addToken(tx, refreshToken, row.user_id, session, token);
    await sql`update auth.sessions set refreshed_at = now() at time zone 'utc', updated_at = now() where id = ${session}`.execute(tx);
    return { user, session, refreshToken };
  }

  private async lockSessionOf(tx: AuthDb, token: string): Promise<string | undefined> {
    const { rows } = await sql<{ id: string }>`select id from auth.sessions
      where id = (select session_id from auth.refresh_tokens where token = ${token}) for update`.execute(tx);
    return rows[0]?.id;
  }

  private async rowOf(tx: AuthDb, token: string): Promise<Row | undefined> {
    const { rows } =
      await sql<Row>`select token, revoked, session_id, user_id, extract(epoch from clock_timestamp() - updated_at)::float8 as age
      from auth.refresh_tokens where token = ${token}`.execute(tx);
    return rows[0];
  }

  private async activeOf(tx: AuthDb, session: string): Promise<{ token: string; parent: string | null } | undefined> {
    const { rows } = await sql<{ token: string; parent: string | null }>`select token, parent from auth.refresh_tokens
      where session_id = ${session} and not revoked order by created_at desc limit 1`.execute(tx);
    return rows[0];
  }

  private async addToken(tx: AuthDb, token: string, user: string, session: string, parent: string | null): Promise<void> {
    await sql`insert into auth.refresh_tokens (id, token, user_id, session_id, parent, revoked, created_at, updated_at)
      values (${randomUUID()}, ${token}, ${user}, ${session}, ${parent}, false, clock_timestamp(), clock_timestamp())`.execute(tx);
  }

  private async answer({ user, session, refreshToken }: Refreshed): Promise<Response> {
    const access_token = await this.tokens.mint(user, session);
    const expires_at = Math.floor(Date.now() / 1000) + secondsOfToken;
    const described = await this.users.describe(user);
    return json({
      access_token,
      token_type: "bearer",
      expires_in: secondsOfToken,
      expires_at,
      refresh_token: refreshToken,
      user: described,
    });
  }
}
