import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";

import { createClient, type SupabaseClient } from "@supabase/supabase-js";
import postgres, { type Sql } from "postgres";
import WebSocket from "ws";

import type { AuthMail } from "../../server/embedded/types";
import { freshBackend } from "../support/database";

// supabase-js does not start on Node 20 without a WebSocket, although nothing here uses realtime.
globalThis.WebSocket ??= WebSocket as never;

export type Letter = { to: string; code: string; tokenHash: string };
export type Letters = "signup" | "magiclink" | "recovery" | "email_change_current" | "email_change_new";
export type Person = { id: string; email: string; password: string };

/** A Supabase project under test; the same tests run against the embedded one and, if its keys are given, a hosted one. */
export type Project = {
  url: string;
  publishableKey: string;
  secretKey: string;
  fetch: typeof fetch;
  /** A connection to its database as the owner. */
  sql: Sql;
  /** Null on a hosted project, which sends letters by mail. */
  mails: AuthMail[] | null;
  /** A new client with a session of its own; with the secret key it is the service role. `ask` can be given to observe its requests. */
  client(key?: string, ask?: typeof fetch): SupabaseClient;
  /** The contents of the last letter of this kind. On a hosted project the admin API generates a new code instead. */
  letter(kind: Letters, email: string, newEmail?: string): Promise<Letter>;
  close(): Promise<void>;
};

type Opened = Omit<Project, "client" | "close"> & { close(): Promise<void> };

const withClients = (opened: Opened): Project => ({
  ...opened,
  client: (key = opened.publishableKey, ask = opened.fetch) =>
    createClient(opened.url, key, {
      auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
      global: { fetch: ask },
    }),
  close: async () => {
    await opened.sql`delete from auth.users where email like ${`${prefix}%`}`;
    await opened.close();
  },
});

async function openEmbedded(): Promise<Project> {
  const { backend, sql, mails, drop } = await freshBackend("empty");
  try {
    await sql.unsafe(readFileSync("tests/contract/fixture.sql", "utf8"));
    await schemaIsKnown(backend.url, backend.publishableKey, backend.fetch);
  } catch (error) {
    await drop();
    throw error;
  }
  return withClients({
    ...backend,
    secretKey: backend.secretKey ?? "",
    sql,
    mails,
    letter: async (kind, email) => letterIn(mails, kind, email),
    close: drop,
  });
}

function letterIn(mails: AuthMail[], kind: Letters, email: string): Letter {
  const [action, address] = kind.startsWith("email_change_") ? ["email_change", kind.slice("email_change_".length)] : [kind, "current"];
  const mail = mails.findLast((sent) => sent.email_data.email_action_type === action && sent.user.email === email);
  if (!mail) throw new Error(`no letter "${kind}" went to ${email}`);
  const { token, token_hash, token_new = "", token_hash_new = "" } = mail.email_data;
  // Hosted Supabase gives the current address `token` with `token_hash_new`, and the new one `token_new` with `token_hash`.
  if (action !== "email_change") return { to: email, code: token, tokenHash: token_hash };
  if (address === "current") return { to: email, code: token, tokenHash: token_hash_new };
  return { to: mail.user.new_email ?? "", code: token_new, tokenHash: token_hash };
}

const hosted = {
  url: process.env.SUPABASE_CONTRACT_URL,
  publishableKey: process.env.SUPABASE_CONTRACT_PUBLISHABLE_KEY,
  secretKey: process.env.SUPABASE_CONTRACT_SECRET_KEY,
  databaseUrl: process.env.SUPABASE_CONTRACT_DATABASE_URL,
};

async function openHosted(): Promise<Project> {
  const { url = "", publishableKey = "", secretKey = "", databaseUrl = "" } = hosted;
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  await sql.unsafe(readFileSync("tests/contract/fixture.sql", "utf8"));
  await schemaIsKnown(url, publishableKey, fetch);
  const admin = createClient(url, secretKey, { auth: { persistSession: false, autoRefreshToken: false } });
  return withClients({
    url,
    publishableKey,
    secretKey,
    fetch,
    sql,
    mails: null,
    letter: async (kind, email, newEmail = "") => {
      const asked = kind === "signup" ? { type: kind, email, password } : { type: kind, email, newEmail };
      const { data, error } = await admin.auth.admin.generateLink(asked as Parameters<typeof admin.auth.admin.generateLink>[0]);
      if (error) throw error;
      return {
        to: kind === "email_change_new" ? newEmail : email,
        code: data.properties.email_otp,
        tokenHash: data.properties.hashed_token,
      };
    },
    close: () => sql.end(),
  });
}

/** Waits until PostgREST has reloaded the schema, which takes a moment. */
async function schemaIsKnown(url: string, key: string, ask: typeof fetch): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await ask(`${url}/rest/v1/contract_books?select=id`, { headers: { apikey: key } });
    await answer.text();
    if (answer.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error("the tables of the contract are not served");
}

const isHostedGiven = Object.values(hosted).every(Boolean);
/** Settings that a project needs: e-mail sign-up with confirmation, both addresses confirmed on change, codes of 6 digits, one letter a minute. */
export const projects = [{ name: "embedded", open: openEmbedded }, ...(isHostedGiven ? [{ name: "hosted", open: openHosted }] : [])];

const prefix = "contract-";
/** Long enough, and in Cyrillic. */
export const password = "дала-көк-аспан";
export const newAddress = () => `${prefix}${randomBytes(8).toString("hex")}@demo.kazalliance.example`;

/** Somebody with a confirmed address and the usual password. */
export async function someone(project: Project): Promise<Person> {
  const email = newAddress();
  const admin = project.client(project.secretKey).auth.admin;
  const { data, error } = await admin.createUser({ email, password, email_confirm: true, user_metadata: { locale: "kk" } });
  if (error) throw error;
  return { id: data.user.id, email, password };
}

/** A client with that person's session. */
export async function signedIn(project: Project, person: Person): Promise<SupabaseClient> {
  const client = project.client();
  const { error } = await client.auth.signInWithPassword({ email: person.email, password: person.password });
  if (error) throw error;
  return client;
}

/** Backdates the codes of an account, instead of waiting. */
export async function letTimePass(project: Project, email: string, minutes: number): Promise<void> {
  await project.sql`update auth.users set
    confirmation_sent_at = confirmation_sent_at - make_interval(mins => ${minutes}),
    recovery_sent_at = recovery_sent_at - make_interval(mins => ${minutes}),
    email_change_sent_at = email_change_sent_at - make_interval(mins => ${minutes}),
    reauthentication_sent_at = reauthentication_sent_at - make_interval(mins => ${minutes})
    where email = ${email}`;
}
