import { rm } from "node:fs/promises";

import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";

import { listMailbox } from "~/core/mail/mailbox.server";
import { connectBackend } from "~/core/supabase/backend.server";
import { jobs } from "~/jobs.server";

import { freshBackend, type TestBackend } from "../support/database";
import { aigerim } from "../support/people";

let backend: TestBackend;

beforeAll(async () => {
  backend = await freshBackend("fixture");
});
beforeEach(async () => {
  connectBackend(backend.backend);
  await backend.sql`truncate outbox restart identity`;
  await rm(`${process.env.DATA_DIR}/mailbox`, { recursive: true, force: true });
});
afterAll(() => backend.drop());

const post = (count: number) =>
  backend.sql`insert into outbox (kind, subject_id, recipient_id) select 'member_left', gen_random_uuid(), ${aigerim.member} from generate_series(1, ${count}::int)`;
const untouched = async () => (await backend.sql`select from outbox where attempts = 0 and sent_at is null and failed_at is null`).length;

function job(name: string) {
  const found = jobs.find((each) => each.name === name);
  if (!found) throw new Error(`No job is called ${name}.`);
  return found;
}

test("the outbox is emptied in one turn", async () => {
  await post(25);
  await job("outbox").run(new AbortController().signal);
  expect(await untouched()).toBe(0);
  expect(await listMailbox()).toHaveLength(25);
});

test("a turn that is stopped ends after the letters in hand; the others wait for the next server", async () => {
  await post(35);
  const stopping = new AbortController();
  const turn = job("outbox").run(stopping.signal);
  await vi.waitUntil(async () => (await untouched()) < 35, { interval: 1 });
  stopping.abort();
  await turn;
  expect([15, 25]).toContain(await untouched());
  expect((await backend.sql`select from outbox where sent_at is null and claimed_until is not null`).length).toBe(0);
  await job("outbox").run(new AbortController().signal);
  const names = (await listMailbox()).map(({ messageId }) => messageId);
  expect([names.length, new Set(names).size]).toEqual([35, 35]);
});

test("a hosted site without a mail server keeps its letters in the outbox, untried, and says so once", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  connectBackend({ ...backend.backend, embedded: false });
  await post(3);
  for (let turn = 0; turn < 3; turn += 1) await job("outbox").run(new AbortController().signal);
  expect(await untouched()).toBe(3);
  expect(warn.mock.calls).toEqual([[expect.stringContaining("SMTP_URL")]]);
  warn.mockRestore();
  connectBackend(backend.backend);
  await job("outbox").run(new AbortController().signal);
  expect(await listMailbox()).toHaveLength(3);
});

test("the figures job counts a long history to its end, call by call, and leaves the rest to the next server when it is stopped", async () => {
  // Makes each call count only one month.
  await backend.sql`create or replace function public.refresh_figures() returns boolean language sql set search_path = '' as $$ select private.refresh_figures('0 seconds') $$`;
  await backend.sql`truncate figure_months cascade`;
  const months = async () => (await backend.sql`select from figure_months`).length;
  const stopping = new AbortController();
  const turn = job("figures").run(stopping.signal);
  await vi.waitUntil(async () => (await months()) > 0, { interval: 1 });
  stopping.abort();
  await turn;
  const [wanted] = await backend.sql`select count(*)::int as months from generate_series(date '2025-09-01', now(), interval '1 month')`;
  expect(await months()).toBeLessThan(Number(wanted?.months));
  await job("figures").run(new AbortController().signal);
  expect(await months()).toBe(wanted?.months);
  expect((await backend.sql`select from figure_months where not is_closed`).length).toBe(1);
});
