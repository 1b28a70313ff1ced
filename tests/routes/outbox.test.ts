import { rm } from "node:fs/promises";

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { listMailbox } from "~/core/mail/mailbox.server";
import { sendLetters } from "~/core/outbox/send.server";
import { adminClient } from "~/core/supabase/admin.server";
import { connectBackend } from "~/core/supabase/backend.server";
import { chapterLetters } from "~/features/chapters/letters.server";
import { eventLetters } from "~/features/events/letters.server";

import { events } from "../database/fixture";
import { runAs, freshBackend, type TestBackend } from "../support/database";
import { aigerim, daniyar } from "../support/people";
import { expectConsoleErrors } from "../support/quiet-console";

const letters = { ...eventLetters, ...chapterLetters };
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

const chapter = {
  chapter: { kk: "Лондон", en: "London" },
  slug: "london",
  reason: "Қала басқа",
  office: "treasurer",
  zone: "Europe/London",
  from: "2030-03-22T00:00:00+00:00",
  to: "2031-03-22T00:00:00+00:00",
  is_withdrawn: false,
};
const event = {
  slug: "nauryz-2030",
  title: { kk: "Наурыз кеші", en: "Nauryz evening" },
  starts_at: "2030-03-22T18:30:00+00:00",
  clock: "UTC",
  venue: "Bush House",
  position: 3,
  reason: "Залда жөндеу жүріп жатыр",
};
const post = (kind: string, payload: unknown, subject = crypto.randomUUID()) =>
  backend.sql`insert into outbox (kind, subject_id, recipient_id, payload) values (${kind}, ${subject}, ${aigerim.member}, ${backend.sql.json(payload as never)}) returning id`;

const admin = () => {
  const client = adminClient();
  if (!client) throw new Error("The embedded backend has a secret key.");
  return client;
};
const rows = () => backend.sql`select kind, attempts, sent_at is not null as is_sent, failed_at is not null as is_given_up, last_error from outbox order by id`;

test.each(["kk", "ru", "en"])("every kind of letter is written whole in %s", async (locale) => {
  await backend.sql`update members set locale = ${locale} where id = ${aigerim.member}`;
  for (const kind of Object.keys(eventLetters)) await post(kind, event);
  for (const kind of Object.keys(chapterLetters)) await post(kind, chapter);
  while ((await sendLetters(admin(), letters)) > 0);
  const sent = await listMailbox();
  expect(sent).toHaveLength(Object.keys(letters).length);
  for (const letter of sent) {
    expect(letter.to).toBe("aigerim@demo.kazalliance.example");
    expect(letter.letter.locale).toBe(locale);
    expect(letter.letter.button?.url).toContain(`/${locale}/`);
    expect(letter.text).toContain("aigerim");
    const written = `${letter.subject}\n${letter.text}`;
    expect(written).not.toMatch(/\{\{|undefined|null|events:|chapters:|common:|mail\./);
    // No case ending is attached to a value: punctuation, a space or the end follows it.
    expect(written).not.toMatch(/(Лондон|London|Bush House|Наурыз кеші|Nauryz evening)[-’']?[а-яәіңғүұқөһa-z]/iu);
  }
});

test("a letter goes out once, under a name that stays the same", async () => {
  const [row] = await post("registered", event);
  expect(await sendLetters(admin(), letters)).toBe(1);
  expect(await sendLetters(admin(), letters)).toBe(0);
  expect(await listMailbox()).toMatchObject([{ messageId: `<outbox-${row?.id}@127.0.0.1>` }]);
  expect(await rows()).toMatchObject([{ is_sent: true, last_error: null }]);
});

test("two senders at once send nothing twice", async () => {
  for (let n = 0; n < 15; n += 1) await post("registered", event);
  await Promise.all([sendLetters(admin(), letters), sendLetters(admin(), letters), sendLetters(admin(), letters)]);
  const names = (await listMailbox()).map(({ messageId }) => messageId);
  expect([names.length, new Set(names).size]).toEqual([15, 15]);
});

test("a letter whose sender died comes back under the same name", async () => {
  const [row] = await post("registered", event);
  await admin().rpc("claim_outbox", { batch: 10 }).throwOnError();
  expect(await sendLetters(admin(), letters)).toBe(0);
  await backend.sql`update outbox set claimed_until = now() - interval '1 second'`;
  expect(await sendLetters(admin(), letters)).toBe(1);
  expect(await listMailbox()).toMatchObject([{ messageId: `<outbox-${row?.id}@127.0.0.1>` }]);
});

test("what cannot be written or sent keeps its reason, is tried later, and stops nobody else's letter", async () => {
  expectConsoleErrors(2);
  await post("a_kind_of_tomorrow", {});
  await post("registered", { slug: "without the rest" });
  await post("registered", event);
  expect(await sendLetters(admin(), letters)).toBe(3);
  const [unknown, broken, fine] = await rows();
  expect(unknown).toMatchObject({ is_sent: false, attempts: 1, last_error: expect.stringContaining("a_kind_of_tomorrow") });
  expect(broken).toMatchObject({ is_sent: false, last_error: expect.stringContaining("starts_at") });
  expect(fine).toMatchObject({ is_sent: true });
  expect(await sendLetters(admin(), letters)).toBe(0);
});

test("a letter that can never be written fails visibly and is given up after three days", async () => {
  expectConsoleErrors(9);
  await post("a_kind_of_tomorrow", {});
  for (let attempt = 0; attempt < 9; attempt += 1) {
    if (attempt === 8) await backend.sql`update outbox set created_at = now() - interval '73 hours'`;
    await backend.sql`update outbox set not_before = now()`;
    expect(await sendLetters(admin(), letters)).toBe(1);
  }
  await backend.sql`update outbox set not_before = now()`;
  expect(await sendLetters(admin(), letters)).toBe(0);
  expect(await rows()).toMatchObject([{ is_given_up: true, is_sent: false, attempts: 9, last_error: expect.stringContaining("a_kind_of_tomorrow") }]);
});

test.each(Object.keys(eventLetters))("a letter %s that was held up until its event is over is not sent any more, visibly", async (kind) => {
  expectConsoleErrors(1);
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
  await post(kind, { ...event, starts_at: hoursAgo(30) });
  await post(kind, { ...event, starts_at: hoursAgo(2) });
  expect(await sendLetters(admin(), letters)).toBe(2);
  expect(await rows()).toMatchObject([{ is_given_up: true, is_sent: false, attempts: 1 }, { is_sent: true }]);
});

test("an event of several days that is called off on its last one is told of", async () => {
  await backend.sql`update events set starts_at = now() - interval '50 hours', ends_at = now() + interval '2 hours' where id = ${events.open}`;
  await runAs(backend.sql, daniyar, (tx) => tx`select cancel_event(${events.open}, 'Зал жабық')`);
  while ((await sendLetters(admin(), letters)) > 0);
  expect(await rows()).toEqual(Array(3).fill(expect.objectContaining({ kind: "event_cancelled", is_sent: true, is_given_up: false })));
});

test("a letter to a member without an address is given up at once, visibly, and holds nobody else's", async () => {
  await backend.sql`insert into members (id, surname, given_name) values ('00000000-0000-4000-8000-000000000777', 'Сапаров', 'Нұрлан') on conflict do nothing`;
  await backend.sql`insert into outbox (kind, subject_id, recipient_id, payload)
    values ('registered', gen_random_uuid(), '00000000-0000-4000-8000-000000000777', ${backend.sql.json(event)})`;
  await post("registered", event);
  expect(await sendLetters(admin(), letters)).toBe(1);
  expect(await rows()).toMatchObject([{ is_given_up: true, is_sent: false, attempts: 0, last_error: "The member has no address." }, { is_sent: true }]);
});
