import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { letTimePass, newAddress, password, projects, signedIn, someone, type Project } from "./projects";

describe.each(projects)("signing in on $name", ({ open }) => {
  let project: Project;
  beforeAll(async () => {
    project = await open();
  });
  afterAll(() => project.close());

  test("the right password opens a session, in any spelling of the address", async () => {
    const { id, email } = await someone(project);
    const { data, error } = await project.client().auth.signInWithPassword({ email: email.toUpperCase(), password });
    expect(error).toBeNull();
    expect(data.user).toMatchObject({ id, email, user_metadata: { locale: "kk" } });
    expect(data.session).toMatchObject({ token_type: "bearer", expires_in: 3600 });
    expect(data.session?.expires_at).toBeGreaterThan(Date.now() / 1000 + 3500);
  });

  test("a wrong password and an unknown address get one answer", async () => {
    const { email } = await someone(project);
    const wrong = await project.client().auth.signInWithPassword({ email, password: "дала-дала-дала" });
    const unknown = await project.client().auth.signInWithPassword({ email: newAddress(), password });
    expect(wrong.error).toMatchObject({ status: 400, code: "invalid_credentials", message: "Invalid login credentials" });
    expect(unknown.error).toMatchObject({ status: 400, code: "invalid_credentials", message: "Invalid login credentials" });
  });

  test("who does not know the password does not learn that an account waits for its confirmation", async () => {
    const email = newAddress();
    await project.client().auth.signUp({ email, password });
    const wrong = await project.client().auth.signInWithPassword({ email, password: "дала-дала-дала" });
    expect(wrong.error).toMatchObject({ status: 400, code: "invalid_credentials" });
    const right = await project.client().auth.signInWithPassword({ email, password });
    expect(right.error).toMatchObject({ status: 400, code: "email_not_confirmed" });
  });

  test("a letter leads to the page that was asked for, if it is ours", async () => {
    if (!project.mails) return;
    const { email } = await someone(project);
    const asked = async (redirectTo: string) => {
      await project.client().auth.resetPasswordForEmail(email, { redirectTo });
      await letTimePass(project, email, 2);
      return project.mails?.at(-1)?.email_data.redirect_to;
    };
    expect(await asked("http://127.0.0.1:3000/kk/new-password")).toBe("http://127.0.0.1:3000/kk/new-password");
    for (const foreign of ["https://evil.example/kk", "//evil.example", "http://127.0.0.1:3000.evil.example/", "javascript:alert(1)"]) {
      expect(await asked(foreign)).toBe("http://127.0.0.1:3000");
    }
  });

  test("letters that are asked for at once lead each to its own page", async () => {
    if (!project.mails) return;
    const people = await Promise.all(Array.from({ length: 5 }, () => someone(project)));
    const pageOf = (at: number) => `http://127.0.0.1:3000/kk/page-${at}`;
    await Promise.all(people.map(({ email }, at) => project.client().auth.resetPasswordForEmail(email, { redirectTo: pageOf(at) })));
    const pages = people.map(({ email }) => project.mails?.findLast(({ user }) => user.email === email)?.email_data.redirect_to);
    expect(pages).toEqual(people.map((_person, at) => pageOf(at)));
  });

  test("a code signs in, once", async () => {
    const { id, email } = await someone(project);
    const client = project.client();
    expect((await client.auth.signInWithOtp({ email, options: { shouldCreateUser: false } })).error).toBeNull();
    const { code } = await project.letter("magiclink", email);
    const { data, error } = await client.auth.verifyOtp({ type: "email", email, token: code });
    expect(error).toBeNull();
    expect(data.user?.id).toBe(id);
    expect((await client.auth.verifyOtp({ type: "email", email, token: code })).error).toMatchObject({ status: 403, code: "otp_expired" });
  });

  test("a code is asked for once a minute", async () => {
    const { email } = await someone(project);
    const { auth } = project.client();
    expect((await auth.signInWithOtp({ email })).error).toBeNull();
    expect((await auth.signInWithOtp({ email })).error).toMatchObject({ status: 429, code: "over_email_send_rate_limit" });
    await letTimePass(project, email, 2);
    expect((await auth.signInWithOtp({ email })).error).toBeNull();
  });

  test("a code for an unknown address is refused when no account may be made", async () => {
    const { error } = await project.client().auth.signInWithOtp({ email: newAddress(), options: { shouldCreateUser: false } });
    expect(error).toMatchObject({ status: 422, code: "otp_disabled" });
  });

  test("a code for an unknown address makes an account with its metadata, confirmed by the code", async () => {
    const email = newAddress();
    const client = project.client();
    expect((await client.auth.signInWithOtp({ email, options: { data: { locale: "ru" } } })).error).toBeNull();
    const [row] =
      await project.sql`select email_confirmed_at, raw_user_meta_data ->> 'locale' as locale from auth.users where email = ${email}`;
    expect(row).toEqual({ email_confirmed_at: null, locale: "ru" });
    if (!project.mails) return;
    const { code } = await project.letter("signup", email);
    const { data, error } = await client.auth.verifyOtp({ type: "email", email, token: code });
    expect(error).toBeNull();
    expect(data.user?.email_confirmed_at).toBeTruthy();
  });

  test("a forgotten password is replaced by way of the letter", async () => {
    const { email } = await someone(project);
    const client = project.client();
    expect((await client.auth.resetPasswordForEmail(email)).error).toBeNull();
    const { tokenHash } = await project.letter("recovery", email);
    expect((await client.auth.verifyOtp({ type: "recovery", token_hash: tokenHash })).error).toBeNull();
    expect((await client.auth.updateUser({ password: "жаңа-құпия-сөз" })).error).toBeNull();
    expect((await project.client().auth.signInWithPassword({ email, password })).error).toMatchObject({ code: "invalid_credentials" });
    expect((await project.client().auth.signInWithPassword({ email, password: "жаңа-құпия-сөз" })).error).toBeNull();
    expect((await client.auth.verifyOtp({ type: "recovery", token_hash: tokenHash })).error).toMatchObject({ code: "otp_expired" });
  });

  test("asking to reset answers the same for a known and an unknown address", async () => {
    const { email } = await someone(project);
    const known = await project.client().auth.resetPasswordForEmail(email);
    const unknown = await project.client().auth.resetPasswordForEmail(newAddress());
    expect([known.error, unknown.error]).toEqual([null, null]);
    expect(known.data).toEqual(unknown.data);
  });

  test("the old password is no new one", async () => {
    const person = await someone(project);
    const client = await signedIn(project, person);
    expect((await client.auth.updateUser({ password })).error).toMatchObject({ status: 422, code: "same_password" });
    expect((await client.auth.updateUser({ password: "ә".repeat(37) })).error).toMatchObject({ status: 400, code: "validation_failed" });
  });

  test("a changed password ends every other session", async () => {
    const person = await someone(project);
    const [here, elsewhere] = [await signedIn(project, person), await signedIn(project, person)];
    expect((await here.auth.updateUser({ password: "жаңа-құпия-сөз" })).error).toBeNull();
    expect((await here.auth.refreshSession()).error).toBeNull();
    expect((await elsewhere.auth.refreshSession()).error).toMatchObject({ code: "refresh_token_not_found" });
  });

  test("letters tell whom they are for and in which language to write", async () => {
    if (!project.mails) return;
    const { email } = await someone(project);
    await project.client().auth.resetPasswordForEmail(email);
    const mail = project.mails.at(-1);
    expect(mail?.user).toMatchObject({ email, user_metadata: { locale: "kk" } });
    expect(mail?.email_data).toMatchObject({
      email_action_type: "recovery",
      token: expect.stringMatching(/^\d{6}$/),
      token_hash: expect.stringMatching(/^[0-9a-f]{56,64}$/),
    });
  });
});
