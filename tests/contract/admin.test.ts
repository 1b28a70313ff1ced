import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { newAddress, password, projects, signedIn, someone, type Project } from "./projects";

describe.each(projects)("the admin API on $name", ({ open }) => {
  let project: Project;
  beforeAll(async () => {
    project = await open();
  });
  afterAll(() => project.close());

  const admin = () => project.client(project.secretKey).auth.admin;

  test("an account is made, found, changed and deleted", async () => {
    const email = newAddress();
    const made = await admin().createUser({
      email,
      password,
      email_confirm: true,
      user_metadata: { locale: "ru" },
      app_metadata: { source: "import" },
    });
    expect(made.error).toBeNull();
    const id = made.data.user?.id ?? "";
    expect(made.data.user).toMatchObject({ email, app_metadata: { provider: "email", source: "import" }, user_metadata: { locale: "ru" } });
    expect((await admin().getUserById(id)).data.user).toMatchObject({ id, email });
    const changed = await admin().updateUserById(id, { user_metadata: { locale: "en" } });
    expect(changed.data.user?.user_metadata).toMatchObject({ locale: "en" });
    expect((await admin().deleteUser(id)).error).toBeNull();
    expect((await admin().getUserById(id)).error).toMatchObject({ status: 404, code: "user_not_found" });
    expect(await project.sql`select from auth.identities where user_id = ${id}`).toHaveLength(0);
  });

  test("accounts are listed by page", async () => {
    const people = [await someone(project), await someone(project), await someone(project)];
    const { data, error } = await admin().listUsers({ page: 1, perPage: 2 });
    expect(error).toBeNull();
    expect(data.users).toHaveLength(2);
    expect(data).toMatchObject({ nextPage: 2 });
    const all = (await admin().listUsers({ page: 1, perPage: 1000 })).data.users.map((user) => user.id);
    expect(all).toEqual(expect.arrayContaining(people.map((person) => person.id)));
  });

  test("one address has one account", async () => {
    const { email } = await someone(project);
    expect((await admin().createUser({ email, password })).error).toMatchObject({ status: 422, code: "email_exists" });
  });

  test("the owner of the database may delete an account, as erasing does: its sessions end with it, and its address is free", async () => {
    const person = await someone(project);
    const client = await signedIn(project, person);
    await project.sql`delete from auth.users where id = ${person.id}`;
    expect((await client.auth.getUser()).error?.status).toBeGreaterThanOrEqual(401);
    expect((await client.auth.refreshSession()).error).toMatchObject({ code: "refresh_token_not_found" });
    for (const table of ["auth.identities", "auth.sessions"]) expect(await project.sql.unsafe(`select from ${table} where user_id = '${person.id}'`)).toHaveLength(0);
    expect((await admin().createUser({ email: person.email, password, email_confirm: true })).error).toBeNull();
  });

  test("a banned person neither signs in nor stays, until the ban is lifted", async () => {
    const person = await someone(project);
    const client = await signedIn(project, person);
    expect((await admin().updateUserById(person.id, { ban_duration: "24h" })).error).toBeNull();
    const again = await project.client().auth.signInWithPassword({ email: person.email, password });
    expect(again.error).toMatchObject({ status: 400, code: "user_banned" });
    const refresh_token = (await client.auth.getSession()).data.session?.refresh_token ?? "";
    expect((await client.auth.refreshSession({ refresh_token })).error).toMatchObject({ status: 400, code: "user_banned" });
    expect((await admin().updateUserById(person.id, { ban_duration: "none" })).error).toBeNull();
    expect((await project.client().auth.signInWithPassword({ email: person.email, password })).error).toBeNull();
  });

  test("a banned person does not come in by a code either", async () => {
    if (!project.mails) return;
    const person = await someone(project);
    await project.client().auth.signInWithOtp({ email: person.email });
    const { code } = await project.letter("magiclink", person.email);
    await admin().updateUserById(person.id, { ban_duration: "24h" });
    const { data, error } = await project.client().auth.verifyOtp({ type: "email", email: person.email, token: code });
    expect(error).toMatchObject({ code: "user_banned" });
    expect(data.session).toBeNull();
    expect(await project.sql`select from auth.sessions where user_id = ${person.id}`).toHaveLength(0);
  });

  test("a password set for somebody ends their sessions", async () => {
    const person = await someone(project);
    const client = await signedIn(project, person);
    expect((await admin().updateUserById(person.id, { password: "жаңа-құпия-сөз" })).error).toBeNull();
    expect((await client.auth.refreshSession()).error).toMatchObject({ code: "refresh_token_not_found" });
  });

  test("an admin signs somebody out by their token", async () => {
    const person = await someone(project);
    const client = await signedIn(project, person);
    const token = (await client.auth.getSession()).data.session?.access_token ?? "";
    expect((await admin().signOut(token, "global")).error).toBeNull();
    expect(await project.sql`select from auth.sessions where user_id = ${person.id}`).toHaveLength(0);
  });

  test("a link is made without a letter", async () => {
    const { email, id } = await someone(project);
    const { data, error } = await admin().generateLink({ type: "recovery", email });
    expect(error).toBeNull();
    expect(data.user?.id).toBe(id);
    expect(data.properties).toMatchObject({ verification_type: "recovery", email_otp: expect.stringMatching(/^\d{6}$/) });
    const { error: refused } = await project.client().auth.verifyOtp({ type: "recovery", token_hash: data.properties?.hashed_token ?? "" });
    expect(refused).toBeNull();
    const unknown = await admin().generateLink({ type: "recovery", email: newAddress() });
    expect(unknown.error).toMatchObject({ status: 404, code: "user_not_found" });
  });

  test("only the secret key opens it", async () => {
    const client = await signedIn(project, await someone(project));
    const token = (await client.auth.getSession()).data.session?.access_token ?? "";
    const ask = (apikey: string, bearer: string) =>
      project.fetch(`${project.url}/auth/v1/admin/users`, { headers: { apikey, authorization: `Bearer ${bearer}` } });
    for (const [apikey, bearer] of [
      [project.publishableKey, project.publishableKey],
      [project.publishableKey, token],
      ["sb_secret_guessed", "sb_secret_guessed"],
    ]) {
      const { status } = await ask(apikey ?? "", bearer ?? "");
      expect([401, 403]).toContain(status);
    }
    expect((await ask(project.secretKey, project.secretKey)).status).toBe(200);
  });
});
