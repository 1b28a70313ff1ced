import { hash } from "bcryptjs";

import { Browser } from "./browser";
import type { TestBackend } from "./database";
import type { Person } from "./people";

import { action as signIn } from "~/routes/_site.sign-in";

let made = 0;
/** An address that nobody else uses in this run. */
export const newEmail = () => `aru-${process.pid}-${(made += 1)}@student.example`;
export const password = "дала мен аспан 2026";

/** Creates an account that was confirmed a day ago. Its password is stored with the cheapest possible hash: comparing a normal one takes 60 ms each time. */
export async function makeAccount(backend: TestBackend, secret: string | null = password): Promise<{ id: string; email: string }> {
  const { url, secretKey, fetch } = backend.backend;
  const email = newEmail();
  const answer = await fetch(`${url}/auth/v1/admin/users`, {
    method: "POST",
    headers: { apikey: secretKey ?? "", authorization: `Bearer ${secretKey}`, "content-type": "application/json" },
    body: JSON.stringify({ email, email_confirm: true, user_metadata: { locale: "kk" } }),
  });
  if (!answer.ok) throw new Error(`No account was made: ${answer.status} ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  const password = secret ? await hash(secret, 4) : "";
  await backend.sql`update auth.users set email_confirmed_at = now() - interval '1 day', encrypted_password = ${password} where id = ${id}`;
  return { id, email };
}

export const submitSignIn = (browser: Browser, email: string, secret = password, to = "") =>
  browser.post(signIn, "/kk/sign-in", { email, password: secret, to });

/** A browser signed in with a new account and its password; the account of the given person of the fixture, if any. */
export async function signedIn(backend: TestBackend, person?: Person): Promise<{ browser: Browser; email: string }> {
  const { id, email } = await makeAccount(backend);
  if (person) await backend.sql`update members set user_id = ${id} where id = ${person.member}`;
  const browser = new Browser();
  await submitSignIn(browser, email);
  return { browser, email };
}

/** The newest letter of the auth service to that address; for a change of address it holds both codes. */
export function letterTo({ mails }: TestBackend, email: string) {
  const mail = mails.filter(({ user }) => user.email === email).at(-1);
  if (!mail) throw new Error(`No letter was sent to ${email}.`);
  return mail;
}
