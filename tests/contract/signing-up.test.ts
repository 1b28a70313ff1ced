import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { letTimePass, newAddress, password, projects, someone, type Project } from "./projects";

describe.each(projects)("signing up on $name", ({ open }) => {
  let project: Project;
  beforeAll(async () => {
    project = await open();
  });
  afterAll(() => project.close());

  const signUp = async (email = newAddress()) => {
    const client = project.client();
    const answer = await client.auth.signUp({ email, password, options: { data: { locale: "kk", given_name: "Айгерім" } } });
    return { client, email, ...answer };
  };

  test("a new account waits for its confirmation and has no session", async () => {
    const { client, email, data, error } = await signUp();
    expect(error).toBeNull();
    expect(data.session).toBeNull();
    expect(data.user).toMatchObject({ email, role: "authenticated", aud: "authenticated", app_metadata: { provider: "email" } });
    expect(data.user?.identities).toHaveLength(1);
    expect(data.user?.user_metadata).toMatchObject({ locale: "kk", given_name: "Айгерім" });
    const early = await client.auth.signInWithPassword({ email, password });
    expect(early.error).toMatchObject({ status: 400, code: "email_not_confirmed" });
  });

  test("metadata is an object in the database, not a text", async () => {
    const { email } = await signUp();
    const [row] =
      await project.sql`select jsonb_typeof(raw_user_meta_data) as kind, raw_user_meta_data ->> 'given_name' as name from auth.users where email = ${email}`;
    expect(row).toEqual({ kind: "object", name: "Айгерім" });
  });

  test.each(["email", "signup"] as const)("the link of the letter confirms as %s, once", async (type) => {
    const { client, email } = await signUp();
    const { tokenHash } = await project.letter("signup", email);
    const { data, error } = await client.auth.verifyOtp({ type, token_hash: tokenHash });
    expect(error).toBeNull();
    expect(data.session?.user).toMatchObject({ email });
    expect(data.user?.email_confirmed_at).toMatch(/^\d{4}-\d\d-\d\dT.*(Z|\+00:00)$/);
    const again = await project.client().auth.verifyOtp({ type, token_hash: tokenHash });
    expect(again.error).toMatchObject({ status: 403, code: "otp_expired" });
  });

  test("the code of the letter confirms", async () => {
    const { client, email } = await signUp();
    const { code } = await project.letter("signup", email);
    expect(code).toMatch(/^\d{6}$/);
    const { data, error } = await client.auth.verifyOtp({ type: "email", email: email.toUpperCase(), token: code });
    expect(error).toBeNull();
    expect(data.session?.access_token).toBeTruthy();
  });

  test("a wrong code and an expired one are refused alike", async () => {
    const { client, email } = await signUp();
    const { code } = await project.letter("signup", email);
    const wrong = await client.auth.verifyOtp({ type: "email", email, token: code === "000000" ? "000001" : "000000" });
    expect(wrong.error).toMatchObject({ status: 403, code: "otp_expired" });
    await letTimePass(project, email, 61);
    const late = await client.auth.verifyOtp({ type: "email", email, token: code });
    expect(late.error).toMatchObject({ status: 403, code: "otp_expired" });
  });

  test("a second letter comes after a minute, not before, and replaces the first", async () => {
    const { client, email } = await signUp();
    const first = await project.letter("signup", email);
    const soon = await client.auth.resend({ type: "signup", email });
    expect(soon.error).toMatchObject({ status: 429, code: "over_email_send_rate_limit" });
    await letTimePass(project, email, 2);
    expect((await client.auth.resend({ type: "signup", email })).error).toBeNull();
    const second = await project.letter("signup", email);
    expect(second.tokenHash).not.toBe(first.tokenHash);
    expect((await client.auth.verifyOtp({ type: "email", token_hash: first.tokenHash })).error).toMatchObject({ code: "otp_expired" });
    expect((await client.auth.verifyOtp({ type: "email", token_hash: second.tokenHash })).error).toBeNull();
  });

  test("a known address gets the answer of an unknown one, and nothing happens to its owner", async () => {
    const known = await someone(project);
    const letters = project.mails?.length;
    const { data, error } = await signUp(known.email);
    expect(error).toBeNull();
    expect(data.session).toBeNull();
    expect(data.user).toMatchObject({ email: known.email, identities: [] });
    expect(data.user?.id).not.toBe(known.id);
    expect(project.mails?.length).toBe(letters);
    const [row] = await project.sql`select raw_user_meta_data ->> 'given_name' as name from auth.users where id = ${known.id}`;
    expect(row).toEqual({ name: null });
  });

  test("signing up again before confirming sends one more letter after a minute and keeps the first password", async () => {
    const { email } = await signUp();
    expect((await signUp(email)).error).toMatchObject({ status: 429, code: "over_email_send_rate_limit" });
    await letTimePass(project, email, 2);
    const other = await project.client().auth.signUp({ email, password: `${password}-2` });
    expect(other.error).toBeNull();
    const { tokenHash } = await project.letter("signup", email);
    expect((await project.client().auth.verifyOtp({ type: "email", token_hash: tokenHash })).error).toBeNull();
    if (!project.mails) return;
    expect((await project.client().auth.signInWithPassword({ email, password })).error).toBeNull();
    expect((await project.client().auth.signInWithPassword({ email, password: `${password}-2` })).error).toMatchObject({
      code: "invalid_credentials",
    });
  });

  test("short passwords and passwords over 72 bytes are refused, for known addresses too", async () => {
    const known = await someone(project);
    for (const email of [newAddress(), known.email]) {
      const short = await project.client().auth.signUp({ email, password: "дал" });
      expect(short.error).toMatchObject({ status: 422, code: "weak_password" });
      const long = await project.client().auth.signUp({ email, password: "ә".repeat(37) });
      expect(long.error).toMatchObject({ status: 400, code: "validation_failed" });
    }
  });

  test("an address that is none is refused", async () => {
    const { error } = await signUp("nobody");
    expect(error?.status).toBe(400);
    expect(error?.code).toMatch(/^(validation_failed|email_address_invalid)$/);
  });
});
