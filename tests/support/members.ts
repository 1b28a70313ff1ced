import { randomBytes, randomUUID } from "node:crypto";

import { importJWK, SignJWT, type JWK } from "jose";
import type { Sql } from "postgres";

import { sendRequest, waitForRerender, HttpClient } from "./http-client";
import { settingsIn, type Site } from "./site";

export type SignedIn = { reader: HttpClient; member: string; account: string; email: string };

/**
 * Gives members of the demo who have no account one, and signs them in without a password: comparing one takes 50 ms each. The cookie is what a sign-in would
 * have left.
 */
export async function signInMembers(site: Site, sql: Sql, count: number): Promise<SignedIn[]> {
  const { signing } = settingsIn(site.dataDir);
  const key = await importJWK(signing as JWK, "ES256");
  const addressOf = ({ account }: { account: string }) => `${account}@student.example`;
  const people = await sql.begin(async (tx) => {
    // Test files that run in parallel share the server: each takes members that no other is taking.
    const members = await tx<{ id: string }[]>`
      select m.id from members m where m.user_id is null
        and exists (select from memberships s where s.member_id = m.id and s.kind = 'home' and s.during @> now()) limit ${count} for update of m skip locked`;
    if (members.length < count) throw new Error(`The demo has ${members.length} members to sign in, ${count} were asked for.`);
    const people = members.map(({ id }) => ({ member: id, account: randomUUID(), session: randomUUID(), token: randomBytes(16).toString("base64url") }));
    await tx`insert into auth.users ${tx(people.map((person) => ({ id: person.account, aud: "authenticated", role: "authenticated", email: addressOf(person), email_confirmed_at: new Date() })))}`;
    await tx`insert into auth.sessions ${tx(people.map(({ account, session }) => ({ id: session, user_id: account, aal: "aal1" })))}`;
    await tx`insert into auth.refresh_tokens (id, token, user_id, session_id, revoked, created_at, updated_at)
      select gen_random_uuid(), p.token, p.account::uuid, p.session::uuid, false, now(), now()
      from jsonb_to_recordset(${tx.json(people)}) p (token text, account text, session text)`;
    await tx`update members set user_id = p.account from jsonb_to_recordset(${tx.json(people)}) p (member uuid, account uuid) where members.id = p.member`;
    return people;
  });
  const now = Math.floor(Date.now() / 1000);
  return Promise.all(
    people.map(async ({ session, token, ...person }) => {
      const email = addressOf(person);
      const claims = { iss: `${site.url}/auth/v1`, sub: person.account, aud: "authenticated", role: "authenticated", email, session_id: session, aal: "aal1", exp: now + 3600, iat: now };
      const access = await new SignJWT(claims).setProtectedHeader({ alg: "ES256", typ: "JWT", kid: String(signing.kid) }).sign(key);
      const kept = { access_token: access, token_type: "bearer", expires_in: 3600, expires_at: now + 3600, refresh_token: token };
      const reader = new HttpClient(site.url);
      reader.jar.set("ka-auth-token", `base64-${Buffer.from(JSON.stringify(kept)).toString("base64url")}`);
      return { ...person, email, reader };
    }),
  );
}

/** Creates a published, public event of the demo's London chapter, next month. */
export async function publishEvent(sql: Sql, fields: Record<string, unknown> = {}): Promise<{ id: string; slug: string }> {
  const day = new Date(Date.now() + 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
  const at = (hour: string) => ({ local: `${day}T${hour}`, instant: `${day}T${hour}Z` });
  const [from, to] = [at("18:00"), at("20:00")];
  const [event] = await sql<{ id: string; slug: string }[]>`insert into events ${sql({
    slug: `wire-${randomBytes(5).toString("hex")}`, kind: "meetup", title: { kk: "Кездесу", en: "Meeting" }, zone: "Etc/UTC", starts_local: from.local,
    ends_local: to.local, starts_at: from.instant, ends_at: to.instant, format: "on_site", venue: "King’s College London", capacity: 10, state: "published",
    chapter_id: sql`(select id from chapters where slug = 'london')` as never, ...fields,
  } as never)} returning id, slug`;
  if (!event) throw new Error("no event was made");
  return event;
}

/** Waits until the server has seen all earlier changes: from then on stored pages are only dropped by new ones. */
export async function waitForInvalidation({ url }: { url: string }, sql: Sql, { id, slug }: { id: string; slug: string }): Promise<void> {
  const page = `/en/events/${slug}`;
  const { headers } = await sendRequest(url, page);
  await sql`select private.touch_page(${`event:${id}`})`;
  await waitForRerender(url, page, headers.etag);
}
