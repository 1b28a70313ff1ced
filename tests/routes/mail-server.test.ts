import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

import { sendLetters } from "~/core/outbox/send.server";
import { adminClient } from "~/core/supabase/admin.server";
import { connectBackend } from "~/core/supabase/backend.server";
import { memberLetters } from "~/features/members/letters.server";
import { messageLetters } from "~/features/messages/letters.server";

import { freshBackend, type TestBackend } from "../support/database";
import { startMailServer, type MailServer } from "../support/mail-server";
import { aigerim, daniyar } from "../support/people";
import { allowConsoleErrors } from "../support/quiet-console";

// Hoisted, so that it is set before the settings are read.
const port = await vi.hoisted(async () => {
  const { freePort } = await import("../../server/embedded/settings");
  const free = await freePort();
  process.env.SMTP_URL = `smtp://127.0.0.1:${free}`;
  return free;
});

let backend: TestBackend;
let mailServer: MailServer | null = null;

beforeAll(async () => {
  backend = await freshBackend("fixture");
});
beforeEach(async () => {
  connectBackend(backend.backend);
  await backend.sql`truncate outbox restart identity`;
  await mailServer?.stop();
  mailServer = await startMailServer(port);
});
afterAll(async () => {
  await mailServer?.stop();
  await backend.drop();
});

const post = (person = aigerim) => backend.sql`insert into outbox (kind, subject_id, recipient_id) values ('member_left', gen_random_uuid(), ${person.member})`;
const rows = () => backend.sql`
  select attempts, sent_at is not null as is_sent, failed_at is not null as is_given_up, last_error, extract(epoch from not_before - now())::int as waits
  from outbox order by id`;
/** One run of the job, as if the waiting times were over. */
async function send(): Promise<number> {
  await backend.sql`update outbox set not_before = now() where sent_at is null`;
  const admin = adminClient();
  if (!admin) throw new Error("The embedded backend has a secret key.");
  return sendLetters(admin, { ...memberLetters, ...messageLetters });
}

describe("a letter is tried again", () => {
  test("for two days while the mail server is away, at last once an hour, and goes out once when it is back", async () => {
    allowConsoleErrors();
    await mailServer?.stop();
    await post();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 40; attempt += 1) {
      expect(await send()).toBe(1);
      waits.push(Number((await rows())[0]?.waits));
    }
    expect(waits.every((wait, index) => wait >= (waits[index - 1] ?? 0) - 1)).toBe(true);
    expect([waits[0], waits.at(-1)]).toEqual([expect.closeTo(10, -1), expect.closeTo(3600, -1)]);
    await backend.sql`update outbox set created_at = now() - interval '2 days'`;
    await send();
    expect(await rows()).toMatchObject([{ is_sent: false, is_given_up: false, last_error: expect.stringContaining("ECONNREFUSED") }]);
    mailServer = await startMailServer(port);
    expect(await send()).toBe(1);
    expect(await send()).toBe(0);
    expect(mailServer.taken).toEqual(["<outbox-1@127.0.0.1>"]);
    expect(await rows()).toMatchObject([{ is_sent: true, is_given_up: false }]);
  });

  test("until it is three days old, then it is given up and stays visible", async () => {
    allowConsoleErrors();
    await mailServer?.stop();
    await post();
    for (let attempt = 0; attempt < 10; attempt += 1) await send();
    await backend.sql`update outbox set created_at = now() - interval '73 hours'`;
    expect(await send()).toBe(1);
    expect(await rows()).toMatchObject([{ is_sent: false, is_given_up: true, last_error: expect.stringContaining("ECONNREFUSED") }]);
    expect(await send()).toBe(0);
  });

  test("however long it lay before anybody could send it", async () => {
    allowConsoleErrors();
    await mailServer?.stop();
    await post();
    await backend.sql`update outbox set created_at = now() - interval '30 days'`;
    await send();
    expect(await rows()).toMatchObject([{ attempts: 1, is_given_up: false }]);
  });

  test.each([
    ["the mail server has no time", { "RCPT TO": "450 4.2.1 Come back later" }],
    ["its reader's mailbox is full for now", { "RCPT TO": "452 4.2.2 Mailbox full" }],
    ["it is the sender whom the server does not want", { "MAIL FROM": "550 5.7.1 Sender unknown" }],
    ["the server is closed", { EHLO: "554 5.3.2 Closed", HELO: "554 5.3.2 Closed" }],
  ])("when %s", async (_what, answers) => {
    allowConsoleErrors();
    mailServer?.behave({ answers });
    await post();
    for (let attempt = 0; attempt < 12; attempt += 1) await send();
    expect(await rows()).toMatchObject([{ attempts: 12, is_sent: false, is_given_up: false }]);
    mailServer?.behave({});
    await send();
    expect(await rows()).toMatchObject([{ is_sent: true }]);
  });
});

test.each([
  ["its reader has no mailbox there", { "RCPT TO:<AIGERIM": "550 5.1.1 No such mailbox" }],
  ["the letter is not wanted", { DATA: "554 5.6.0 Not that one" }],
])("a letter is given up at once when %s, and holds nobody else's", async (_what, answers) => {
  allowConsoleErrors();
  mailServer?.behave({ answers });
  await post(aigerim);
  expect(await send()).toBe(1);
  expect(await rows()).toMatchObject([{ attempts: 1, is_sent: false, is_given_up: true, last_error: expect.stringMatching(/55\d 5\./) }]);
  mailServer?.behave({});
  await post(daniyar);
  expect(await send()).toBe(1);
  expect(mailServer?.taken).toEqual(["<outbox-2@127.0.0.1>"]);
});

/** The headers of a letter, unfolded, by lower-case name; each name can have several values. */
function headersOf(letter: string): Record<string, string[]> {
  const [head = ""] = letter.split("\n\n");
  const headers: Record<string, string[]> = {};
  for (const line of head.replace(/\n[ \t]+/g, " ").split("\n")) (headers[line.slice(0, line.indexOf(":")).toLowerCase()] ??= []).push(line.slice(line.indexOf(":") + 2));
  return headers;
}

describe("an answer to a message goes to who wrote it", () => {
  const decoded = (words: string) =>
    words.replace(/\?=\s+=\?/g, "?==?").replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_all, base64: string) => Buffer.from(base64, "base64").toString("utf8"))
      .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_all, coded: string) => decodeURIComponent(coded.replaceAll("_", " ").replaceAll("=", "%")));
  const write = (written: { name: string | null; email: string }) => {
    const payload = { chapter: null, event: null, is_passed_on: false, written: { text: "Сәлем.\r\n.\r\nRCPT TO:<eve@evil.example>", home: null, ...written } };
    return backend.sql`insert into outbox (kind, subject_id, recipient_id, sender_id, payload) values ('message', gen_random_uuid(), ${daniyar.member}, ${aigerim.account}, ${backend.sql.json(payload)})`;
  };

  test.each([
    ["Нұрмағамбетова Жанель", "zhanel@demo.kazalliance.example"],
    ["Sadvakasov, Ali", "ali@demo.kazalliance.example"],
    ["Ә\r\nBcc: eve@evil.example", "a@demo.kazalliance.example"],
    ['"Eve" <eve@evil.example>, ', "a@demo.kazalliance.example"],
    [null, "dina@demo.kazalliance.example"],
  ])("%j <%s>, and to nobody else", async (name, email) => {
    await write({ name, email });
    expect(await send()).toBe(1);
    const headers = headersOf(mailServer?.letters[0] ?? "");
    expect(Object.keys(headers).filter((header) => /^(bcc|cc|reply-to|to)$/.test(header)).sort()).toEqual(["reply-to", "to"]);
    expect([headers.to, headers["reply-to"]?.length]).toEqual([["daniyar@demo.kazalliance.example"], 1]);
    const shown = decoded(headers["reply-to"]?.[0] ?? "");
    // Apart from the name, which is quoted or encoded, there is just one address.
    expect((headers["reply-to"]?.[0] ?? "").replace(/"(\\.|[^"\\])*"|=\?[^ ]*\?=/g, "").trim()).toBe(name ? `<${email}>` : email);
    if (name) expect(shown).toContain(name.replace(/[\r\n]+/g, " ").trim().split('"')[0]);
    expect(mailServer?.letters).toHaveLength(1);
  });

  test("of no other letter it says whom an answer reaches", async () => {
    await post();
    await send();
    expect(headersOf(mailServer?.letters[0] ?? "")).not.toHaveProperty("reply-to");
  });
});

// RFC 3834: otherwise the mail program of somebody who is away would reply to each of our letters, and we would only be writing to that program.
test("a letter says that no person wrote it, so that no mail program answers; a message of somebody's is theirs", async () => {
  await post();
  await backend.sql`insert into outbox (kind, subject_id, recipient_id, sender_id, payload) values ('message', gen_random_uuid(), ${daniyar.member}, ${aigerim.account},
    ${backend.sql.json({ chapter: null, event: null, is_passed_on: false, written: { text: "Сәлем", home: null, name: null, email: "dina@demo.kazalliance.example" } })})`;
  await send();
  const letters = (mailServer?.letters ?? []).map(headersOf);
  const [own, theirs] = [false, true].map((hasReplyTo) => letters.find((headers) => "reply-to" in headers === hasReplyTo));
  expect([own?.["auto-submitted"], theirs?.["auto-submitted"]]).toEqual([["auto-generated"], undefined]);
  expect(letters).toHaveLength(2);
});
