import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { newAddress, projects, signedIn, someone, type Project } from "./projects";

describe.each(projects)("changing the address on $name", ({ open }) => {
  let project: Project;
  beforeAll(async () => {
    project = await open();
  });
  afterAll(() => project.close());

  const change = async () => {
    const person = await someone(project);
    const wanted = newAddress();
    const client = await signedIn(project, person);
    const answer = await client.auth.updateUser({ email: wanted });
    return { person, wanted, client, ...answer };
  };
  const addressOf = async (id: string) => (await project.sql`select email from auth.users where id = ${id}`)[0]?.email as string;

  test("asking changes nothing yet", async () => {
    const { person, wanted, data, error } = await change();
    expect(error).toBeNull();
    expect(data.user).toMatchObject({ email: person.email, new_email: wanted });
    expect(await addressOf(person.id)).toBe(person.email);
  });

  test("the letters lead to the page that was asked for", async () => {
    if (!project.mails) return;
    const person = await someone(project);
    const emailRedirectTo = "http://127.0.0.1:3000/kk/settings/account";
    await (await signedIn(project, person)).auth.updateUser({ email: newAddress() }, { emailRedirectTo });
    expect(project.mails.at(-1)?.email_data.redirect_to).toBe(emailRedirectTo);
  });

  test.each([
    ["email_change_current", "email_change_new"],
    ["email_change_new", "email_change_current"],
  ] as const)("both mailboxes confirm by link: first %s, then %s", async (first, second) => {
    const { person, wanted, client } = await change();
    const one = await project.letter(first, person.email, wanted);
    const half = await client.auth.verifyOtp({ type: "email_change", token_hash: one.tokenHash });
    expect(half.error).toBeNull();
    expect(half.data.session).toBeNull();
    expect(await addressOf(person.id)).toBe(person.email);
    expect((await client.auth.verifyOtp({ type: "email_change", token_hash: one.tokenHash })).error).toMatchObject({ code: "otp_expired" });
    if (!project.mails) return;
    const two = await project.letter(second, person.email, wanted);
    const whole = await client.auth.verifyOtp({ type: "email_change", token_hash: two.tokenHash });
    expect(whole.error).toBeNull();
    expect(whole.data.user?.email).toBe(wanted);
    expect(await addressOf(person.id)).toBe(wanted);
    const [identity] = await project.sql`select identity_data ->> 'email' as email from auth.identities where user_id = ${person.id}`;
    expect(identity).toEqual({ email: wanted });
  });

  test("both mailboxes confirm by code", async () => {
    if (!project.mails) return;
    const { person, wanted, client } = await change();
    const current = await project.letter("email_change_current", person.email);
    const fresh = await project.letter("email_change_new", person.email);
    expect([current.to, fresh.to]).toEqual([person.email, wanted]);
    expect((await client.auth.verifyOtp({ type: "email_change", email: wanted, token: fresh.code })).error).toBeNull();
    expect(await addressOf(person.id)).toBe(person.email);
    expect((await client.auth.verifyOtp({ type: "email_change", email: person.email, token: current.code })).error).toBeNull();
    expect(await addressOf(person.id)).toBe(wanted);
  });

  test("one mailbox twice is not two", async () => {
    if (!project.mails) return;
    const { person, wanted, client } = await change();
    const { code, tokenHash } = await project.letter("email_change_new", person.email);
    await client.auth.verifyOtp({ type: "email_change", token_hash: tokenHash });
    expect((await client.auth.verifyOtp({ type: "email_change", email: wanted, token: code })).error).toMatchObject({
      code: "otp_expired",
    });
    expect(await addressOf(person.id)).toBe(person.email);
  });

  test("the letter names both addresses", async () => {
    if (!project.mails) return;
    const { person, wanted } = await change();
    const sent = project.mails.filter((mail) => mail.user.email === person.email && mail.email_data.email_action_type === "email_change");
    expect(sent).toHaveLength(1);
    expect(sent[0]?.user).toMatchObject({ email: person.email, new_email: wanted, user_metadata: { locale: "kk" } });
  });

  test("a taken address is refused", async () => {
    const [person, other] = [await someone(project), await someone(project)];
    const client = await signedIn(project, person);
    expect((await client.auth.updateUser({ email: other.email })).error).toMatchObject({ status: 422, code: "email_exists" });
  });

  test("an address taken meanwhile is refused when it would be confirmed", async () => {
    if (!project.mails) return;
    const { person, wanted, client } = await change();
    await project.client(project.secretKey).auth.admin.createUser({ email: wanted, password: person.password, email_confirm: true });
    const current = await project.letter("email_change_current", person.email);
    const fresh = await project.letter("email_change_new", person.email);
    await client.auth.verifyOtp({ type: "email_change", token_hash: current.tokenHash });
    expect((await client.auth.verifyOtp({ type: "email_change", token_hash: fresh.tokenHash })).error).not.toBeNull();
    expect(await addressOf(person.id)).toBe(person.email);
  });
});
