import { randomUUID } from "node:crypto";

import { hash } from "bcryptjs";
import { sql } from "kysely";

import type { AuthDb } from "./auth-pool";
import { refusedPassword } from "./passwords";
import { json, refuse } from "./responses";

export type UserRow = {
  id: string;
  email: string | null;
  role: string | null;
  aud: string | null;
  phone: string | null;
  encrypted_password: string | null;
  email_confirmed_at: string | null;
  confirmation_sent_at: string | null;
  recovery_sent_at: string | null;
  email_change: string | null;
  email_change_sent_at: string | null;
  email_change_confirm_status: number;
  invited_at: string | null;
  last_sign_in_at: string | null;
  banned_until: string | null;
  raw_app_meta_data: unknown;
  raw_user_meta_data: unknown;
  created_at: string;
  updated_at: string;
};
type IdentityRow = {
  id: string;
  provider: string;
  provider_id: string;
  user_id: string;
  identity_data: unknown;
  created_at: string;
  updated_at: string;
};
export type NewUser = {
  email?: string;
  password?: string;
  email_confirm?: boolean;
  user_metadata?: Record<string, unknown>;
  app_metadata?: Record<string, unknown>;
  ban_duration?: string;
};

/** Metadata is JSON text or an object, depending on who wrote it. */
export const metadata = (value: unknown): Record<string, unknown> =>
  typeof value === "string" ? (JSON.parse(value) as Record<string, unknown>) : ((value ?? {}) as Record<string, unknown>);

export const isBanned = (user: UserRow) => user.banned_until !== null && new Date(user.banned_until) > new Date();

const moment = (value: string | null) => (value ? new Date(value).toISOString() : undefined);
const rounds = 10;

/** The users of the auth service, as its admin API and the gateway need them. */
export class Users {
  constructor(private readonly db: AuthDb) {}

  async byId(id: string, db = this.db): Promise<UserRow | undefined> {
    return (await sql<UserRow>`select * from auth.users where id = ${id}`.execute(db)).rows[0];
  }

  async byEmail(email: string): Promise<UserRow | undefined> {
    return (await sql<UserRow>`select * from auth.users where email = ${email.toLowerCase()}`.execute(this.db)).rows[0];
  }

  async describe(user: UserRow) {
    const identities = (await sql<IdentityRow>`select * from auth.identities where user_id = ${user.id}`.execute(this.db)).rows;
    return {
      id: user.id,
      aud: user.aud ?? "authenticated",
      role: user.role ?? "authenticated",
      email: user.email,
      phone: user.phone ?? "",
      email_confirmed_at: moment(user.email_confirmed_at),
      confirmed_at: moment(user.email_confirmed_at),
      confirmation_sent_at: moment(user.confirmation_sent_at),
      recovery_sent_at: moment(user.recovery_sent_at),
      new_email: user.email_change ?? undefined,
      email_change_sent_at: moment(user.email_change_sent_at),
      invited_at: moment(user.invited_at),
      last_sign_in_at: moment(user.last_sign_in_at),
      banned_until: moment(user.banned_until),
      app_metadata: metadata(user.raw_app_meta_data),
      user_metadata: metadata(user.raw_user_meta_data),
      identities: identities.map(describeIdentity),
      created_at: moment(user.created_at),
      updated_at: moment(user.updated_at),
      is_anonymous: false,
    };
  }

  /** Refuses a missing address, or one that already has an account, as GoTrue does. */
  async create(input: NewUser): Promise<Response> {
    if (!input.email) return refuse(400, "validation_failed", "Cannot create a user without either an email or phone");
    const email = input.email.toLowerCase();
    const refused = input.password && refusedPassword(input.password);
    if (refused) return refused;
    if (await this.byEmail(email)) return refuse(422, "email_exists", "A user with this email address has already been registered");
    const id = randomUUID();
    const now = new Date().toISOString();
    const password = input.password ? await hash(input.password, rounds) : "";
    const appData = JSON.stringify({ provider: "email", providers: ["email"], ...input.app_metadata });
    const userData = JSON.stringify({ ...input.user_metadata, email_verified: Boolean(input.email_confirm) });
    await this.db.transaction().execute(async (tx) => {
      await sql`insert into auth.users
        (id, aud, role, email, encrypted_password, email_confirmed_at, raw_app_meta_data, raw_user_meta_data, banned_until, created_at, updated_at)
        values (${id}, 'authenticated', 'authenticated', ${email}, ${password}, ${input.email_confirm ? now : null},
                ${appData}::text::jsonb, ${userData}::text::jsonb, ${bannedUntil(input.ban_duration)}, ${now}, ${now})`.execute(tx);
      await sql`insert into auth.identities (id, provider, provider_id, user_id, identity_data, created_at, updated_at)
        values (${randomUUID()}, 'email', ${id}, ${id}, ${JSON.stringify({ sub: id, email })}::text::jsonb, ${now}, ${now})`.execute(tx);
    });
    const created = await this.byId(id);
    return created ? json(await this.describe(created)) : refuse(500, "unexpected_failure", "The user was not created");
  }

  /** Setting somebody's password ends their sessions; a banned user can neither sign in nor refresh, as on hosted Supabase. */
  async update(user: UserRow, input: NewUser): Promise<Response> {
    const refused = input.password && refusedPassword(input.password);
    if (refused) return refused;
    const changes = [sql`updated_at = now()`];
    if (input.email) changes.push(sql`email = ${input.email.toLowerCase()}`);
    if (input.password) changes.push(sql`encrypted_password = ${await hash(input.password, rounds)}`);
    if (input.email_confirm) changes.push(sql`email_confirmed_at = coalesce(email_confirmed_at, now())`);
    const merged = (old: unknown, more: Record<string, unknown>) => JSON.stringify({ ...metadata(old), ...more });
    if (input.user_metadata) changes.push(sql`raw_user_meta_data = ${merged(user.raw_user_meta_data, input.user_metadata)}::text::jsonb`);
    if (input.app_metadata) changes.push(sql`raw_app_meta_data = ${merged(user.raw_app_meta_data, input.app_metadata)}::text::jsonb`);
    if (input.ban_duration) changes.push(sql`banned_until = ${bannedUntil(input.ban_duration)}`);
    await sql`update auth.users set ${sql.join(changes)} where id = ${user.id}`.execute(this.db);
    if (input.password) await sql`delete from auth.sessions where user_id = ${user.id}`.execute(this.db);
    const changed = await this.byId(user.id);
    return changed ? json(await this.describe(changed)) : refuse(404, "user_not_found", "User not found");
  }

  async remove(user: UserRow): Promise<Response> {
    const described = await this.describe(user);
    await this.forget(user.id);
    return json(described);
  }

  async list(page: number, perPage: number) {
    const total = Number((await sql<{ n: string }>`select count(*) as n from auth.users`.execute(this.db)).rows[0]?.n ?? 0);
    const { rows } =
      await sql<UserRow>`select * from auth.users order by created_at desc, id limit ${perPage} offset ${(page - 1) * perPage}`.execute(
        this.db,
      );
    return { rows: await Promise.all(rows.map((row) => this.describe(row))), total };
  }

  async forget(id: string): Promise<void> {
    await sql`delete from auth.users where id = ${id}`.execute(this.db);
  }

  async endSession(session: string): Promise<void> {
    await sql`delete from auth.sessions where id = ${session}`.execute(this.db);
  }
}

function describeIdentity({ id, identity_data, ...rest }: IdentityRow) {
  const data = metadata(identity_data);
  return { ...rest, identity_id: id, id: rest.provider_id, identity_data: data, email: data.email };
}

/** "24h", "10m" → the time at which the ban ends; "none" lifts the ban. */
function bannedUntil(duration: string | undefined): string | null {
  const [, amount, unit] = /^(\d+)([smhd])$/.exec(duration ?? "") ?? [];
  if (!amount || !unit) return null;
  const milliseconds = { s: 1e3, m: 6e4, h: 36e5, d: 864e5 }[unit] ?? 0;
  return new Date(Date.now() + Number(amount) * milliseconds).toISOString();
}
