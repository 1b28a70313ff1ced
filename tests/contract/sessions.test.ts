import type { SupabaseClient } from "@supabase/supabase-js";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { projects, signedIn, someone, type Project } from "./projects";

const sessionOf = async (client: SupabaseClient) => {
  const { data } = await client.auth.getSession();
  if (!data.session) throw new Error("nobody is signed in");
  return data.session;
};

describe.each(projects)("sessions on $name", ({ open }) => {
  let project: Project;
  beforeAll(async () => {
    project = await open();
  });
  afterAll(() => project.close());

  const rowsOf = async (session: unknown) => (await project.sql`select id from auth.sessions where id = ${String(session)}`).length;
  const refreshWith = (refresh_token: string) => project.client().auth.refreshSession({ refresh_token });

  test("the token says who, in which session, and how they proved it", async () => {
    const person = await someone(project);
    const client = await signedIn(project, person);
    const { access_token } = await sessionOf(client);
    const claims = decodeJwt(access_token);
    expect(decodeProtectedHeader(access_token)).toMatchObject({ alg: "ES256", typ: "JWT" });
    expect(claims).toMatchObject({
      sub: person.id,
      email: person.email,
      role: "authenticated",
      aud: "authenticated",
      aal: "aal1",
      is_anonymous: false,
    });
    expect(claims).toMatchObject({ app_metadata: { provider: "email" }, user_metadata: { locale: "kk" }, amr: [{ method: "password" }] });
    expect(claims.iss).toMatch(/\/auth\/v1$/);
    expect(await rowsOf(claims.session_id)).toBe(1);
  });

  test("claims are proved on the spot, without asking the project", async () => {
    const person = await someone(project);
    const client = await signedIn(project, person);
    await client.auth.getClaims();
    const asked: string[] = [];
    const counting = project.client(project.publishableKey, (input, init) => {
      asked.push(String(input));
      return project.fetch(input, init);
    });
    const { access_token } = await sessionOf(client);
    for (let round = 0; round < 3; round += 1) {
      const { data, error } = await counting.auth.getClaims(access_token);
      expect(error).toBeNull();
      expect(data?.claims.sub).toBe(person.id);
    }
    expect(asked.filter((address) => address.includes("/user"))).toEqual([]);
    expect(asked.filter((address) => address.includes("jwks.json")).length).toBeLessThanOrEqual(1);
  });

  test("a token with another signature proves nothing", async () => {
    const client = await signedIn(project, await someone(project));
    const { access_token } = await sessionOf(client);
    const [head = "", body = "", signature = ""] = access_token.split(".");
    const forged = JSON.stringify({ ...decodeJwt(access_token), role: "service_role" });
    const withOtherBody = [head, Buffer.from(forged).toString("base64url"), signature].join(".");
    const withoutSignature = [Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url"), body, ""].join(".");
    for (const token of [withOtherBody, withoutSignature]) {
      expect((await project.client().auth.getUser(token)).error?.status).toBeGreaterThanOrEqual(401);
      const headers = { apikey: project.publishableKey, authorization: `Bearer ${token}` };
      const answer = await project.fetch(`${project.url}/rest/v1/contract_books`, { headers });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toHaveProperty("code", expect.stringMatching(/^PGRST30[0-3]$/));
    }
  });

  test("signing out deletes the session, so that its tokens end", async () => {
    const client = await signedIn(project, await someone(project));
    const { access_token, refresh_token } = await sessionOf(client);
    const { session_id } = decodeJwt(access_token);
    expect((await client.auth.signOut({ scope: "local" })).error).toBeNull();
    expect(await rowsOf(session_id)).toBe(0);
    const answer = await project.fetch(`${project.url}/auth/v1/user`, {
      headers: { apikey: project.publishableKey, authorization: `Bearer ${access_token}` },
    });
    expect(answer.status).toBe(403);
    expect(await answer.json()).toMatchObject({ error_code: "session_not_found" });
    expect((await refreshWith(refresh_token)).error).toMatchObject({ status: 400, code: "refresh_token_not_found" });
  });

  test("signing out elsewhere keeps this session, signing out everywhere keeps none", async () => {
    const person = await someone(project);
    const [here, elsewhere] = [await signedIn(project, person), await signedIn(project, person)];
    const ids = await Promise.all([here, elsewhere].map(async (client) => decodeJwt((await sessionOf(client)).access_token).session_id));
    await here.auth.signOut({ scope: "others" });
    expect(await Promise.all(ids.map(rowsOf))).toEqual([1, 0]);
    await here.auth.signOut({ scope: "global" });
    expect(await Promise.all(ids.map(rowsOf))).toEqual([0, 0]);
  });

  test("refreshing rotates the token, stays in the session and keeps how the person proved themselves", async () => {
    const client = await signedIn(project, await someone(project));
    const before = await sessionOf(client);
    const { data, error } = await client.auth.refreshSession();
    expect(error).toBeNull();
    expect(data.session?.refresh_token).not.toBe(before.refresh_token);
    const [old, fresh] = [decodeJwt(before.access_token), decodeJwt(data.session?.access_token ?? "")];
    expect(fresh.session_id).toBe(old.session_id);
    expect(fresh.amr).toEqual(old.amr);
    expect(data.user?.user_metadata).toMatchObject({ locale: "kk" });
  });

  test("two requests that refresh at once both get a session", async () => {
    const client = await signedIn(project, await someone(project));
    const { refresh_token } = await sessionOf(client);
    const answers = await Promise.all([refreshWith(refresh_token), refreshWith(refresh_token), refreshWith(refresh_token)]);
    expect(answers.map((answer) => answer.error)).toEqual([null, null, null]);
    expect(new Set(answers.map((answer) => answer.data.session?.refresh_token)).size).toBe(1);
  });

  test("a client that lost the answer may ask again", async () => {
    const client = await signedIn(project, await someone(project));
    const { refresh_token } = await sessionOf(client);
    const first = await refreshWith(refresh_token);
    await project.sql`update auth.refresh_tokens set updated_at = updated_at - interval '1 minute' where token = ${refresh_token}`;
    const second = await refreshWith(refresh_token);
    expect(second.error).toBeNull();
    expect(second.data.session?.refresh_token).toBe(first.data.session?.refresh_token);
  });

  const rotatedTwice = async () => {
    const client = await signedIn(project, await someone(project));
    const first = (await sessionOf(client)).refresh_token;
    const second = (await refreshWith(first)).data.session?.refresh_token ?? "";
    const third = (await refreshWith(second)).data.session?.refresh_token ?? "";
    return { first, third };
  };
  const age = (token: string) =>
    project.sql`update auth.refresh_tokens set updated_at = updated_at - interval '11 seconds' where token = ${token}`;

  test("an old token may be used again within ten seconds", async () => {
    const { first } = await rotatedTwice();
    expect((await refreshWith(first)).error).toBeNull();
  });

  test("an old token that comes back later ends the whole family", async () => {
    const { first, third } = await rotatedTwice();
    await age(first);
    expect((await refreshWith(first)).error).toMatchObject({ status: 400, code: "refresh_token_already_used" });
    await age(third);
    expect((await refreshWith(third)).error).toMatchObject({ status: 400, code: "refresh_token_already_used" });
  });

  test("a token nobody gave is refused", async () => {
    expect((await refreshWith("nothing-of-the-kind")).error).toMatchObject({ status: 400, code: "refresh_token_not_found" });
  });

  test("own data are changed by their owner", async () => {
    const client = await signedIn(project, await someone(project));
    const { data, error } = await client.auth.updateUser({ data: { locale: "en" } });
    expect(error).toBeNull();
    expect(data.user?.user_metadata).toMatchObject({ locale: "en" });
    const { data: refreshed } = await client.auth.refreshSession();
    expect(decodeJwt(refreshed.session?.access_token ?? "").user_metadata).toMatchObject({ locale: "en" });
  });

  test("nobody learns of an account without a key", async () => {
    const answer = await project.fetch(`${project.url}/auth/v1/user`);
    expect(answer.status).toBe(401);
  });
});
