import { createHmac } from "node:crypto";
import { rm } from "node:fs/promises";

import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

const secret = vi.hoisted(() => {
  process.env.SEND_EMAIL_HOOK_SECRET = `v1,whsec_${Buffer.from("a key of more than sixteen bytes").toString("base64")}`;
  return process.env.SEND_EMAIL_HOOK_SECRET;
});

import { env } from "~/core/env.server";
import { listMailbox } from "~/core/mail/mailbox.server";
import { connectBackend } from "~/core/supabase/backend.server";
import { action, loader } from "~/routes/api.hooks.auth-mail";

import { freshBackend, type TestBackend } from "../support/database";
import { expectConsoleErrors } from "../support/quiet-console";

let backend: TestBackend;
beforeAll(async () => {
  backend = await freshBackend();
  connectBackend(backend.backend);
});
beforeEach(() => rm(`${process.env.DATA_DIR}/mailbox`, { recursive: true, force: true }));
afterAll(() => backend.drop());

const letter = {
  user: { id: "any", email: "aru@student.example", user_metadata: { locale: "ru" } },
  email_data: { token: "482915", token_hash: "hash-of-the-token", redirect_to: "http://127.0.0.1:3000/ru", email_action_type: "signup", site_url: "x", token_new: "", token_hash_new: "" },
};
type Sent = { body?: string; id?: string; age?: number; signature?: string };
let calls = 0;

async function call({ body = JSON.stringify(letter), id = `msg_${(calls += 1)}`, age = 0, signature }: Sent = {}): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1000) - age);
  const key = Buffer.from(secret.replace("v1,whsec_", ""), "base64");
  const right = `v1,${createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64")}`;
  const headers = { "webhook-id": id, "webhook-timestamp": timestamp, "webhook-signature": signature ?? right, "content-type": "application/json" };
  const request = new Request("http://127.0.0.1:3000/api/hooks/auth-mail", { method: "POST", headers, body });
  const answered = await Promise.resolve(action({ request, params: {}, context: {} as Parameters<typeof action>[0]["context"] })).catch((thrown: unknown) => thrown);
  if (!(answered instanceof Response)) throw answered;
  return answered;
}

test("a signed call sends the letter in its reader's language", async () => {
  expect((await call()).status).toBe(200);
  expect(await listMailbox()).toMatchObject([{ to: "aru@student.example", letter: { locale: "ru", code: "482915" } }]);
});

test.each([
  ["a wrong signature", { signature: "v1,bm90IG91cnM=" }],
  ["no signature", { signature: "" }],
  ["a call of ten minutes ago", { age: 600 }],
])("%s is answered 401 and sends nothing", async (_what, sent) => {
  expect((await call(sent)).status).toBe(401);
  expect(await listMailbox()).toEqual([]);
});

test("a call that is played again sends no second letter", async () => {
  expect((await call({ id: "msg_once" })).status).toBe(200);
  expect((await call({ id: "msg_once" })).status).toBe(200);
  expect(await listMailbox()).toHaveLength(1);
});

test("a letter that could not be sent asks to be tried again, and then goes out", async () => {
  expectConsoleErrors(1);
  connectBackend({ ...backend.backend, embedded: false });
  const failed = await call({ id: "msg_again" });
  expect([failed.status, failed.headers.has("retry-after")]).toEqual([503, true]);
  connectBackend(backend.backend);
  expect((await call({ id: "msg_again" })).status).toBe(200);
  expect(await listMailbox()).toHaveLength(1);
});

test("what is signed but no letter is refused, and so is what is too large", async () => {
  expect((await call({ body: "{}" })).status).toBe(400);
  expect((await call({ body: "no json" })).status).toBe(400);
  expect((await call({ body: "x".repeat(70_000) })).status).toBe(413);
});

test("without a secret it says what is missing", async () => {
  const settings = env();
  settings.SEND_EMAIL_HOOK_SECRET = null;
  const answer = await call();
  settings.SEND_EMAIL_HOOK_SECRET = secret;
  expect(answer.status).toBe(503);
  expect(JSON.stringify(await answer.json())).toContain("SEND_EMAIL_HOOK_SECRET");
});

test("it cannot be looked at", () => {
  expect(loader().status).toBe(405);
});
