import { randomUUID } from "node:crypto";

import type { TransactionSql } from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { runAs, freshDatabase, tryAs, type TestDatabase } from "../support/database";
import { brokenInvariants } from "../support/invariants";
import { aigerim, aigerimSignedOut, asel, daniyar, dina, erlan, kamila, people, ruslan, saule, timur, zhanel, type Person } from "../support/people";
import { chapters, events } from "./fixture";

let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase("fixture");
  // Full, with Zhanel waiting.
  await database.sql`update events set capacity = 2 where id = ${events.open}`;
  await database.sql`truncate outbox restart identity`;
});
afterEach(() => database.drop());

type Message = { chapter?: string | null; event?: string | null; text?: string; form?: string };
const send = async (tx: TransactionSql, { chapter = chapters.london, event = null, text = "Сәлеметсіз бе!", form = randomUUID() }: Message = {}) =>
  (await tx`select write_message(${form}, ${chapter}, ${event}, ${text}) as id`)[0]?.id as string | null;
const write = (person: Person | null, message?: Message) => runAs(database.sql, person, (tx) => send(tx, message));

const nameOf = (member: unknown) => Object.entries(people).find(([, person]) => person.member === member)?.[0];
const letters = () => database.sql`select id, recipient_id, payload, sender_id, sent_at, failed_at from outbox where kind = 'message' order by id`;
const readers = async () => (await letters()).map(({ recipient_id: reader }) => nameOf(reader)).sort();
const passedOn = async () => [...new Set((await letters()).map(({ payload }) => payload.is_passed_on as boolean))];
const written = async () => (await letters()).map(({ payload }) => (payload.written as { text: string } | undefined)?.text ?? null);
const appoint = (person: Person, chapter: string, role: string) =>
  database.sql`insert into mandates (member_id, chapter_id, role, during) values (${person.member}, ${chapter}, ${role}, tstzrange(now() - interval '1 hour', now() + interval '1 year'))`;

describe("what is written is read", () => {
  const cases: [string, Person, Message, string[], boolean][] = [
    ["to a chapter: by those who decide there, and not by its treasurer or who led it until yesterday", aigerim, {}, ["daniyar"], false],
    ["to a chapter without leaders: by those of the chapter above", aigerim, { chapter: chapters.kings }, ["daniyar"], true],
    ["to a chapter whose only leader is suspended, with none above: by the coordinators of the world", aigerim, { chapter: chapters.prague }, ["saule"], true],
    ["to a chapter by its only leader: by those of the chapter above", daniyar, {}, ["asel"], true],
    ["to a country's chapter by its only leader: by the country's coordinators", asel, { chapter: chapters.britain }, ["erlan"], true],
    ["to the association: by the coordinators of the world", aigerim, { chapter: null }, ["saule"], false],
    ["by an account that is no member", dina, {}, ["daniyar"], false],
    ["to the association by who is suspended", ruslan, { chapter: null }, ["saule"], false],
  ];
  test.each(cases)("%s", async (_what, writer, message, expected, isPassedOn) => {
    expect(await write(writer, message)).toMatch(/^[0-9a-f-]{36}$/);
    expect([await readers(), await passedOn()]).toEqual([expected, [isPassedOn]]);
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("about an event: by those who edit events, too", async () => {
    await appoint(kamila, chapters.london, "events_lead");
    await write(aigerim);
    expect(await readers()).toEqual(["daniyar"]);
    await write(zhanel, { event: events.open });
    expect(await readers()).toEqual(["daniyar", "daniyar", "kamila"]);
  });

  test("once by who holds two offices", async () => {
    await appoint(daniyar, chapters.london, "secretary");
    await write(aigerim);
    expect(await readers()).toEqual(["daniyar"]);
  });

  test("not by a leader to whom nobody can write: it goes to the next", async () => {
    await database.sql`update members set user_id = null where id = ${daniyar.member}`;
    await write(aigerim);
    expect(await readers()).toEqual(["asel"]);
    await database.sql`update member_details set contact_email = 'daniyar@example.org' where member_id = ${daniyar.member}`;
    await write(zhanel);
    expect(await readers()).toEqual(["asel", "daniyar"]);
  });

  test("by the coordinators of the world where the country has none", async () => {
    await database.sql`delete from coordinators where member_id = ${erlan.member}`;
    await write(asel, { chapter: chapters.britain });
    expect(await readers()).toEqual(["saule"]);
  });

  test("with who wrote it, their home and their address; of an account that is no member there is the address alone", async () => {
    await write(aigerim, { event: events.open, text: "Келе алмаймын" });
    await write(dina, { chapter: null });
    expect((await letters()).map(({ payload }) => payload)).toEqual([
      {
        chapter: { kk: "Лондон" }, event: { kk: "Кездесу" }, is_passed_on: false,
        written: { text: "Келе алмаймын", name: "aigerim aigerim", email: "aigerim@demo.kazalliance.example", home: { kk: "Лондон" } },
      },
      { chapter: null, event: null, is_passed_on: false, written: { text: "Сәлеметсіз бе!", name: null, email: "dina@demo.kazalliance.example", home: null } },
    ]);
  });

  test("an event that the writer may not see, or of another chapter, is not named", async () => {
    await write(aigerim, { chapter: chapters.manchester, event: events.manchester });
    await write(aigerim, { event: events.draft });
    await write(aigerim, { chapter: chapters.manchester, event: events.open });
    expect((await letters()).map(({ payload }) => payload.event)).toEqual([null, null, null]);
  });
});

describe("it is refused", () => {
  const refusals: [string, Person | null, Message, string, string | undefined][] = [
    ["to a visitor", null, {}, "42501", undefined],
    ["to who has signed out", aigerimSignedOut, {}, "KA031", "no-account"],
    ["to who is suspended and writes to a chapter", ruslan, {}, "KA041", "suspended"],
    ["where nobody would read it", saule, { chapter: null }, "KA044", "nobody-reads"],
    ["without a word", aigerim, { text: " \n " }, "23514", undefined],
    ["when it is too long", aigerim, { text: "ү".repeat(2001) }, "23514", undefined],
  ];
  test.each(refusals)("%s", async (_who, person, message, code, reason) => {
    const entries = await database.sql`select count(*) as n from journal`;
    await expect(write(person, message)).rejects.toMatchObject({ code, ...(reason ? { message: reason } : {}) });
    expect(await letters()).toEqual([]);
    expect(await database.sql`select count(*) as n from journal`).toEqual(entries);
  });

  test("to who has not proven their mailbox", async () => {
    await database.sql`update auth.users set email_confirmed_at = null where id = ${dina.account}`;
    await expect(write(dina)).rejects.toMatchObject({ code: "KA040", message: "not-confirmed" });
    expect(await letters()).toEqual([]);
  });

  test("a chapter that does not exist is none", async () => {
    expect(await write(aigerim, { chapter: randomUUID() })).toBeNull();
    expect(await letters()).toEqual([]);
  });

  test("two thousand letters are none too many", async () => {
    await write(aigerim, { text: "ү".repeat(2000) });
    expect(await letters()).toHaveLength(1);
  });

  test("to outsiders, who the readers are", async () => {
    await expect(tryAs(database.sql, aigerim, (tx) => tx`select * from private.readers_of(${chapters.london}, 'members:decide', null)`)).rejects.toMatchObject({ code: "42501" });
  });
});

describe("twice", () => {
  test("the same text of the same form is one message, also when it is sent ten times at once, or after it has gone out", async () => {
    const message = { form: randomUUID() };
    const ids = await Promise.all(Array.from({ length: 10 }, () => write(aigerim, message)));
    expect([new Set(ids).size, (await letters()).length]).toEqual([1, 1]);
    await database.sql`select private.settle_outbox(id, null, false) from outbox`;
    expect(await write(aigerim, message)).toBe(ids[0]);
    expect(await letters()).toHaveLength(1);
    expect(await database.sql`select from journal where action = 'message:sent'`).toHaveLength(1);
  });

  test("another text of the same form is another message, and so is the same one of somebody else, or to another chapter", async () => {
    const form = randomUUID();
    const ids = [await write(aigerim, { form }), await write(aigerim, { form, text: "Тағы бір сөз" }), await write(zhanel, { form }), await write(aigerim, { form, chapter: null })];
    expect([new Set(ids).size, (await letters()).length]).toEqual([4, 4]);
  });

  test("only who has sent it is told that it was sent", async () => {
    const id = await write(aigerim);
    const told = async (person: Person, message: string | null) => (await tryAs(database.sql, person, (tx) => tx`select has_sent(${message}) as told`))[0]?.told as boolean;
    expect([await told(aigerim, id), await told(zhanel, id), await told(daniyar, id), await told(aigerim, randomUUID())]).toEqual([true, false, false, false]);
  });
});

describe("floods", () => {
  const age = (span: string) => database.sql`update outbox set created_at = created_at - ${span}::interval`;
  const five = async (person: Person) => {
    for (let n = 0; n < 5; n += 1) await write(person, { chapter: chapters.manchester });
  };

  test("five messages an hour are taken, whoever reads them; what was taken is still answered, and nobody else waits", async () => {
    await appoint(kamila, chapters.london, "secretary");
    const first = { form: randomUUID() };
    const id = await write(aigerim, first);
    for (let n = 0; n < 4; n += 1) await write(aigerim, { chapter: n % 2 ? null : chapters.london });
    await expect(write(aigerim)).rejects.toMatchObject({ code: "KA042", message: "too-many-this-hour" });
    expect(await write(aigerim, first)).toBe(id);
    await write(zhanel);
    await age("61 minutes");
    await write(aigerim);
  });

  test("twenty a day", async () => {
    for (let round = 0; round < 4; round += 1) {
      await five(aigerim);
      await age("61 minutes");
    }
    await expect(write(aigerim)).rejects.toMatchObject({ code: "KA043", message: "too-many-today" });
    await write(zhanel);
    await age("21 hours");
    await write(aigerim);
  });

});

describe("at the same moment", () => {
  /** The result of what the same person begins in another window before the first action has finished. */
  async function meanwhile(first: (tx: TransactionSql) => Promise<unknown>, second: Message) {
    let begun: Promise<unknown> | undefined;
    await runAs(database.sql, aigerim, async (tx) => {
      await first(tx);
      begun = write(aigerim, second).catch((error: unknown) => error);
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    return begun;
  }

  test("a sixth message is counted with the fifth", async () => {
    for (let n = 0; n < 4; n += 1) await write(aigerim);
    expect(await meanwhile((tx) => send(tx), {})).toMatchObject({ code: "KA042" });
  });

  test("a second press sends nothing more, and is told that it is sent", async () => {
    const message = { form: randomUUID() };
    let id: string | null = null;
    expect(await meanwhile(async (tx) => (id = await send(tx, message)), message)).toBe(id);
    expect(await letters()).toHaveLength(1);
  });

  test("nobody writes who has just erased their account", async () => {
    expect(await meanwhile((tx) => tx`select erase_account('2026-11', 'kk')`, {})).toMatchObject({ code: "KA031" });
    expect(await letters()).toEqual([]);
  });
});

describe("the text", () => {
  const settle = (problem: string | null, isFinal: boolean) => database.sql`select private.settle_outbox(id, ${problem}, ${isFinal}) from outbox`;

  test("goes once the letter is sent; until then it waits", async () => {
    await write(aigerim, { text: "Құпия сөз" });
    await database.sql`select private.claim_outbox(10)`;
    await settle("later", false);
    expect(await written()).toEqual(["Құпия сөз"]);
    await settle(null, false);
    expect((await letters()).map(({ payload }) => payload)).toEqual([{ chapter: { kk: "Лондон" }, event: null, is_passed_on: false }]);
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("goes when the letter is refused for good, or has been tried for three days", async () => {
    await write(aigerim);
    await settle("No such mailbox", true);
    expect(await written()).toEqual([null]);
    await write(zhanel);
    await database.sql`update outbox set attempts = 8, created_at = now() - interval '73 hours' where failed_at is null`;
    await settle("later", false);
    expect(await written()).toEqual([null, null]);
  });

  test("goes when its reader has lost their address meanwhile", async () => {
    await write(aigerim);
    await database.sql`update members set user_id = null where id = ${daniyar.member}`;
    await database.sql`select private.claim_outbox(10)`;
    expect([await written(), (await letters())[0]?.failed_at === null]).toEqual([[null], false]);
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("is told to who wrote it with all else that is kept about them, and to nobody else", async () => {
    await write(aigerim, { text: "Құпия сөз", event: events.open });
    const copy = async (person: Person) => (await tryAs(database.sql, person, (tx) => tx`select my_data() as data`))[0]?.data as { messages: unknown[]; letters: unknown[] };
    const row = { chapter: { kk: "Лондон" }, event: { kk: "Кездесу" }, written_at: expect.any(String) };
    expect((await copy(aigerim)).messages).toEqual([{ ...row, text: "Құпия сөз", sent_at: null }]);
    for (const other of [daniyar, zhanel]) expect(JSON.stringify(await copy(other))).not.toMatch(/Құпия|aigerim/);
    await settle(null, false);
    expect((await copy(aigerim)).messages).toEqual([{ ...row, text: null, sent_at: expect.any(String) }]);
  });

  test("is one row of that copy, however many read it", async () => {
    await appoint(timur, chapters.london, "secretary");
    await write(aigerim);
    const [own] = await tryAs(database.sql, aigerim, (tx) => tx`select jsonb_array_length(my_data() -> 'messages') as messages`);
    expect([(await letters()).length, own?.messages]).toEqual([2, 1]);
  });
});

test("an account that is erased takes what it wrote along, sent or not; what others wrote stays", async () => {
  for (const writer of [aigerim, dina, zhanel]) await write(writer);
  await database.sql`select private.settle_outbox(min(id), null, false) from outbox`;
  await write(aigerim, { chapter: null });
  await runAs(database.sql, aigerim, (tx) => tx`select erase_account('2026-11', 'kk')`);
  await runAs(database.sql, dina, (tx) => tx`select erase_account('2026-11', 'kk')`);
  expect((await letters()).map(({ sender_id: sender }) => sender)).toEqual([zhanel.account]);
  expect(await database.sql`select from journal where action = 'message:sent' and member_id = ${aigerim.member}`).toEqual([]);
});

test("who wrote can read in their journal that they did, and to which chapter", async () => {
  await write(aigerim);
  const [own] = await tryAs(database.sql, aigerim, (tx) => tx`select my_journal() -> 'rows' -> 0 as row`);
  expect(own?.row).toMatchObject({ action: "message:sent", is_mine: true, chapter: { kk: "Лондон" } });
});
