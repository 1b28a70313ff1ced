import type { TransactionSql } from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { waitForLocks, actAs, runAs, freshDatabase, tryAs, type TestDatabase } from "../support/database";
import { brokenInvariants } from "../support/invariants";
import { aigerim, aigerimSignedOut, asel, daniyar, dina, erlan, kamila, madina, ruslan, saule, timur, zhanel, type Person } from "../support/people";
import { chapters, events } from "./fixture";

let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase("fixture");
  // Full, with Zhanel waiting.
  await database.sql`update events set capacity = 2 where id = ${events.open}`;
});
afterEach(() => database.drop());

const erase = (person: Person | null) => runAs(database.sql, person, (tx) => tx`select erase_account('2026-11', 'ru')`);
const leave = (person: Person) => runAs(database.sql, person, (tx) => tx`select leave_association('2026-11', 'kk')`);
const count = async (table: string, condition = "true") => Number((await database.sql.unsafe(`select count(*) as n from ${table} where ${condition}`))[0]?.n);

/** Our tables and the auth service's in which a text appears anywhere. */
async function tracesOf(text: string): Promise<string[]> {
  const tables = await database.sql`select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, 'auth'::regnamespace) order by 1`;
  const found = await Promise.all(tables.map(async ({ name }) => [String(name), await count(`${name} as row`, `row::text ilike '%${text}%'`)] as const));
  return found.filter(([, rows]) => rows > 0).map(([name]) => name);
}

/** Gives a member some data of every kind that can identify them. */
async function fillLifeOf({ member }: Person): Promise<void> {
  const { sql } = database;
  await sql`update members set surname = 'Зейнолла', given_name = 'Перизат', patronymic = 'Қайратқызы', latin_name = 'Zeinolla Perizat', locale = 'en' where id = ${member}`;
  await sql`update member_details set contact_email = 'perizat@example.org' where member_id = ${member}`;
  await sql`update studies set university_id = null, university_other = 'Birkbeck Zeinolla' where member_id = ${member}`;
  await sql`insert into join_requests (member_id, chapter_id, kind, message) values (${member}, ${chapters.manchester}, 'guest', 'Мен Зейнолла')`;
  await sql`insert into join_requests (member_id, chapter_id, message, state, reason, decided_by, decided_at)
    values (${member}, ${chapters.prague}, 'Зейнолла тағы', 'declined', 'Зейнолла Прагада емес', ${daniyar.member}, now())`;
  await sql`insert into journal (actor_id, action, member_id, chapter_id) values (${daniyar.member}, 'member:exported', ${member}, ${chapters.london})`;
}

describe("what is gone", () => {
  test("everything that says who it was, in every table; the address once its last letter is sent", async () => {
    await fillLifeOf(aigerim);
    const [before] = await database.sql`select number from members where id = ${aigerim.member}`;
    expect(await tracesOf("Зейнолла")).toEqual(["join_requests", "members"]);
    await erase(aigerim);
    for (const trace of ["Зейнолла", "Перизат", "Zeinolla", "perizat@example.org", "gb-kings%aigerim"]) expect(await tracesOf(trace), trace).toEqual([]);
    expect(await tracesOf("aigerim@demo")).toEqual(["outbox"]);
    expect(await database.sql`select surname, given_name, patronymic, latin_name, user_id, locale, search, number = ${before?.number} as is_numbered from members where id = ${aigerim.member}`)
      .toEqual([{ surname: null, given_name: null, patronymic: null, latin_name: null, user_id: null, locale: "kk", search: "", is_numbered: false }]);
    expect(await count("journal", `member_id = '${aigerim.member}' or actor_id = '${aigerim.member}'`)).toBe(0);
    expect(await count("join_drafts", `user_id = '${aigerim.account}'`)).toBe(0);

    const [letter] = await database.sql`select * from private.claim_outbox(100) where kind = 'account_erased'`;
    expect(letter).toMatchObject({ address: "aigerim@demo.kazalliance.example", locale: "en" });
    await database.sql`select private.settle_outbox(${letter?.id}, 'later', false)`;
    expect(await tracesOf("aigerim@demo")).toEqual(["outbox"]);
    await database.sql`select private.settle_outbox(${letter?.id}, null, false)`;
    expect(await tracesOf("aigerim@demo")).toEqual([]);
    expect(await tracesOf(aigerim.account)).toEqual([]);
  });

  test("an address to which nobody can ever write is forgotten too", async () => {
    await erase(aigerim);
    const [letter] = await database.sql`select * from private.claim_outbox(100) where kind = 'account_erased'`;
    await database.sql`select private.settle_outbox(${letter?.id}, 'No such mailbox: aigerim@demo.kazalliance.example', true)`;
    expect(await tracesOf("aigerim@demo")).toEqual([]);
  });

  test("the session, in the same moment: the token that was handed out opens nothing", async () => {
    await erase(aigerim);
    const [answer] = await tryAs(database.sql, aigerim, (tx) => tx`select whoami() ->> 'account' as account, whoami() -> 'member' as member`);
    expect(answer).toMatchObject({ account: null });
    expect(await count("auth.sessions", `user_id = '${aigerim.account}'`)).toBe(0);
    await expect(erase(aigerim)).rejects.toMatchObject({ code: "KA031", message: "no-account" });
  });

  test("an account without a member, with what was filled in so far; its letter comes in the language of the page", async () => {
    await erase(dina);
    expect(await tracesOf(",dina@")).toEqual(["outbox"]);
    expect(await database.sql`select address, locale from private.claim_outbox(100) where kind = 'account_erased'`).toEqual([{ address: "dina@demo.kazalliance.example", locale: "ru" }]);
  });

  test("who has left the association before", async () => {
    await leave(zhanel);
    await erase(zhanel);
    expect(await tracesOf("zhanel@")).toEqual(["outbox"]);
    expect(await count("journal", `action = 'member:left' and subject_id = '${zhanel.member}'`)).toBe(1);
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });
});

describe("what stays", () => {
  test("the row on which figures stand: memberships, degree, field, region, the ledger of consents; nobody can read whose they are", async () => {
    await erase(aigerim);
    expect(await database.sql`select kind, end_reason, upper_inf(during) as open from memberships where member_id = ${aigerim.member}`).toEqual([{ kind: "home", end_reason: "resigned", open: false }]);
    expect(await database.sql`select degree, field, city_id, university_id, university_other, started_on, ends_on from studies where member_id = ${aigerim.member}`)
      .toEqual([{ degree: "master", field: "ict", city_id: null, university_id: null, university_other: null, started_on: null, ends_on: null }]);
    expect(await database.sql`select home_region_id, funding, contact_email from member_details where member_id = ${aigerim.member}`).toEqual([{ home_region_id: "kz-abai", funding: null, contact_email: null }]);
    expect(await database.sql`select purpose, is_given from consents where member_id = ${aigerim.member} order by at, is_given desc`)
      .toEqual([{ purpose: "processing", is_given: true }, { purpose: "processing", is_given: false }]);
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("every figure of the months before, also when all of them are counted anew; this month has one member less", async () => {
    const { sql } = database;
    const past = () => sql`select * from figures where month < date_trunc('month', now() at time zone 'UTC') order by month, scope_kind, scope_id, dimension, value`;
    const now = async () =>
      (await sql`select at_start, leaves, at_end from figures where month = date_trunc('month', now() at time zone 'UTC')::date and scope_kind = 'world' and dimension = 'region'`).map((row) => ({ ...row }));
    const before = await past();
    expect(before.length).toBeGreaterThan(100);
    expect(await now()).toEqual([{ at_start: 10, leaves: 0, at_end: 10 }]);
    await erase(aigerim);
    await sql`delete from figure_months`;
    await sql`select private.refresh_figures('1 minute')`;
    expect(await past()).toEqual(before);
    expect(await now()).toEqual([{ at_start: 10, leaves: 1, at_end: 9 }]);
  });

  test("everybody and everything else", async () => {
    const people = () => database.sql`select id, user_id, surname, number from members where id <> ${aigerim.member} order by id`;
    const tables = ["members", "auth.users", "auth.sessions", "memberships", "studies", "consents", "join_drafts"];
    const sizes = () => Promise.all(tables.map((table) => count(table)));
    const [named, counted] = [await people(), await sizes()];
    await erase(aigerim);
    expect(await people()).toEqual(named);
    // Withdrawing her one consent adds a row.
    expect(await sizes()).toEqual(counted.map((size, at) => size + ([0, -1, -1, 0, 0, 1, -1][at] ?? 0)));
  });

  test("the office in which somebody acted, without their name; the name they showed is on no page", async () => {
    await database.sql`insert into journal (at, actor_id, action, member_id, chapter_id) values (now() - interval '2 days', ${kamila.member}, 'member:exported', ${zhanel.member}, ${chapters.london})`;
    await erase(kamila);
    expect(await database.sql`select role, shown_as from mandates where member_id = ${kamila.member}`).toEqual([{ role: "vice_president", shown_as: null }]);
    const [seen] = await tryAs(database.sql, zhanel, (tx) => tx`select my_journal(true) -> 'rows' -> 0 as row`);
    expect(seen?.row).toMatchObject({ action: "member:exported", role: "vice_president", name: null, is_mine: false });
  });

  test("the number of people at an event that has begun; on its list they have no name, no look at them is written down, and no search finds them", async () => {
    await database.sql`update events set starts_at = now() - interval '1 hour' where id = ${events.open}`;
    await erase(aigerim);
    expect(await database.sql`select taken from events where id = ${events.open}`).toEqual([{ taken: 2 }]);
    const list = async (q: string | null) => (await runAs(database.sql, daniyar, (tx) => tx`select event_attendees(${events.open}, ${q}) as list`))[0]?.list as { registered: number; rows: { surname: string | null }[] };
    const { registered, rows } = await list(null);
    expect([registered, rows.map(({ surname }) => surname)]).toEqual([2, expect.arrayContaining([null, "madina"])]);
    expect((await list("a")).rows.map(({ surname }) => surname)).not.toContain(null);
    await runAs(database.sql, daniyar, (tx) => tx`select export_attendees(${events.open})`);
    expect(await count("journal", `member_id = '${aigerim.member}'`)).toBe(0);
    expect(await count("journal", `member_id = '${madina.member}' and action in ('registration:seen', 'registration:exported')`)).toBe(2);
  });

  test("no stored page: those of the event, of the memberships and of the chapter whose leader showed a name are made anew", async () => {
    const version = async (tag: string) => (await database.sql`select version::int as version from page_versions where tag = ${tag}`)[0]?.version as number;
    const tags = [`event:${events.open}`, "memberships", `chapter:${chapters.london}`];
    const before = await Promise.all(tags.map(version));
    await erase(aigerim);
    await erase(kamila);
    const after = await Promise.all(tags.map(version));
    expect(after.map((now, at) => now > (before[at] ?? 0))).toEqual([true, true, true]);
  });
});

describe("a place at an event to come", () => {
  test("goes to the first in line, with one letter", async () => {
    await erase(aigerim);
    expect(await database.sql`select member_id, state from registrations where event_id = ${events.open} order by member_id`).toEqual([
      { member_id: madina.member, state: "registered" },
      { member_id: zhanel.member, state: "registered" },
    ]);
    expect(await database.sql`select recipient_id from outbox where kind = 'promoted'`).toEqual([{ recipient_id: zhanel.member }]);
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("is not given to who waits and is gone", async () => {
    await erase(zhanel);
    await runAs(database.sql, aigerim, (tx) => tx`select cancel_registration('open')`);
    expect(await database.sql`select taken, waiting from events where id = ${events.open}`).toEqual([{ taken: 1, waiting: 0 }]);
    expect(await count("outbox", "kind = 'promoted'")).toBe(0);
  });
});

test("who waited until an event began did not come: nothing of them stays in its line", async () => {
  await database.sql`update events set starts_at = now() - interval '1 hour' where id = ${events.open}`;
  await leave(zhanel);
  await erase(zhanel);
  expect(await count("registrations", `member_id = '${zhanel.member}'`)).toBe(0);
  expect(await database.sql`select taken, waiting from events where id = ${events.open}`).toEqual([{ taken: 2, waiting: 0 }]);
  expect(await brokenInvariants(database.sql)).toEqual([]);
});

describe("it is refused", () => {
  const refusals: [string, Person | null, string][] = [
    ["to who leads a chapter", daniyar, "KA035"],
    ["to who reads a chapter's members", timur, "KA035"],
    ["to who coordinates", saule, "KA035"],
    ["to who is suspended", ruslan, "KA037"],
    ["to who has signed out", aigerimSignedOut, "KA031"],
    ["to a visitor", null, "42501"],
  ];
  test.each(refusals)("%s", async (_who, person, code) => {
    const before = await Promise.all([count("auth.users"), count("outbox"), count("journal")]);
    await expect(erase(person)).rejects.toMatchObject({ code });
    expect(await Promise.all([count("auth.users"), count("outbox"), count("journal")])).toEqual(before);
  });

  test("on a session that was opened longer ago: it may have been found", async () => {
    await database.sql`update auth.sessions set created_at = now() - interval '16 minutes'`;
    await expect(erase(aigerim)).rejects.toMatchObject({ code: "KA036", message: "not-proven" });
    expect(await count("members", "erased_at is not null")).toBe(0);
  });

  test("to leaders no longer once they have left, or their term is over", async () => {
    await leave(asel);
    await erase(asel);
    await database.sql`update mandates set during = tstzrange(lower(during), now() - interval '1 second') where member_id = ${timur.member}`;
    await erase(timur);
    expect(await count("members", "erased_at is not null")).toBe(2);
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("for anybody's account but one's own: there is nothing to name it by", async () => {
    for (const call of ["private.become_nobody()", "private.has_just_signed_in()"]) {
      await expect(tryAs(database.sql, zhanel, (tx) => tx.unsafe(`select ${call}`)), call).rejects.toMatchObject({ code: "42501" });
    }
    await expect(tryAs(database.sql, zhanel, (tx) => tx`delete from auth.users where id = ${aigerim.account}`)).rejects.toMatchObject({ code: "42501" });
  });
});

describe("at the same moment", () => {
  /** What happens to an action that somebody else, or the same person in another window, begins before the erasing has finished. */
  async function meanwhile(person: Person, other: Person, act: (tx: TransactionSql) => Promise<unknown>) {
    let begun: Promise<unknown> | undefined;
    await database.sql.begin(async (tx) => {
      await actAs(tx, person);
      await tx`select erase_account('2026-11', 'kk')`;
      begun = runAs(database.sql, other, act).catch((error: unknown) => error);
      await Promise.race([begun, waitForLocks(database.sql)]);
    });
    return begun;
  }

  test("four presses erase once, with one letter", async () => {
    const answers = await Promise.allSettled(Array.from({ length: 4 }, () => erase(aigerim)));
    expect(answers.map((answer) => (answer.status === "fulfilled" ? "erased" : (answer.reason as { code: string }).code)).sort()).toEqual(["KA031", "KA031", "KA031", "erased"]);
    expect(await count("outbox", "kind = 'account_erased'")).toBe(1);
    expect(await meanwhile(zhanel, zhanel, (tx) => tx`select erase_account('2026-11', 'kk')`)).toMatchObject({ code: "KA031" });
  });

  test("registering, telling a name or a study, asking a chapter and agreeing come too late: nothing is written about nobody", async () => {
    await database.sql`update chapters set join_mode = 'request' where id = ${chapters.prague}`;
    await database.sql`delete from coordinators where member_id = ${erlan.member}`;
    await database.sql`delete from mandates where member_id = ${timur.member}`;
    const acts: [Person, string, string][] = [
      [aigerim, "select register_for_event('members')", "KA006"],
      [zhanel, `select change_study('{"city_id": "gb-london", "university_id": "gb-kings", "degree": "phd", "field": "ict", "started_on": "2025-09-01", "ends_on": "2029-09-01"}')`, "KA000"],
      [timur, `select change_profile('{"surname": "Тимур", "given_name": "Тимур", "locale": "kk"}')`, "KA000"],
      [kamila, `select join_chapter('${chapters.prague}', 'home', '')`, "KA006"],
      [erlan, "select say_consents('{mailing}', '{mailing}', '1', 'kk')", "KA000"],
      [dina, `select become_member('{"surname": "Дина", "given_name": "Дина"}', '{"city_id": "gb-london", "university_id": "gb-kings", "degree": "phd", "field": "ict", "started_on": "2025-09-01", "ends_on": "2029-09-01"}', '{processing,cross_border}', '1')`, "23503"],
    ];
    for (const [person, act, code] of acts) expect(await meanwhile(person, person, (tx) => tx.unsafe(act)), act).toMatchObject({ code });
    expect(await count("members", "surname = 'Дина'")).toBe(0);
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("a leader's answer to their request is told that it is too late", async () => {
    await database.sql`insert into join_requests (id, member_id, chapter_id) values ('00000000-0000-4000-8000-000000000777', ${zhanel.member}, ${chapters.london})`;
    const answer = await meanwhile(zhanel, daniyar, (tx) => tx`select decide_request('00000000-0000-4000-8000-000000000777', true, '')`);
    expect(answer).toMatchObject({ code: "KA014" });
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("a place that they took in another window a moment before is given back", async () => {
    let erased: Promise<unknown> | undefined;
    await database.sql.begin(async (tx) => {
      await actAs(tx, aigerim);
      await tx`select register_for_event('members')`;
      erased = erase(aigerim);
      await Promise.race([erased, waitForLocks(database.sql)]);
    });
    await erased;
    expect(await database.sql`select taken from events where id = ${events.members}`).toEqual([{ taken: 0 }]);
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("who came back in another window a moment before is in no chapter again", async () => {
    await leave(zhanel);
    await database.sql`insert into consents (member_id, purpose, version, language, is_given) select ${zhanel.member}, purpose, '1', 'kk', true from unnest(array['processing', 'cross_border']) purpose`;
    let erased: Promise<unknown> | undefined;
    await database.sql.begin(async (tx) => {
      await actAs(tx, zhanel);
      await tx`select join_chapter(${chapters.prague}, 'home', '')`;
      erased = erase(zhanel);
      await Promise.race([erased, waitForLocks(database.sql)]);
    });
    await erased;
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("becoming a member first is erased with the account", async () => {
    const study = { city_id: "gb-london", university_id: "gb-kings", degree: "phd", field: "ict", started_on: "2025-09-01", ends_on: "2029-09-01" };
    let erased: Promise<unknown> | undefined;
    await database.sql.begin(async (tx) => {
      await actAs(tx, dina);
      await tx`select become_member('{"surname": "Нұрланқызы", "given_name": "Дина"}', ${tx.json(study)}, '{processing,cross_border}', '1')`;
      erased = erase(dina);
      await Promise.race([erased, waitForLocks(database.sql)]);
    });
    await erased;
    expect(await tracesOf("Нұрланқызы")).toEqual([]);
  });

  test("somebody gives a place back while two who wait go for good: it goes to who is still there", async () => {
    for (const person of [asel, kamila]) await runAs(database.sql, person, (tx) => tx`select register_for_event('open')`);
    await Promise.all([erase(zhanel), runAs(database.sql, aigerim, (tx) => tx`select cancel_registration('open')`), erase(kamila)]);
    expect(await database.sql`select member_id, state from registrations where event_id = ${events.open} and state <> 'cancelled' order by member_id`).toEqual([
      { member_id: madina.member, state: "registered" },
      { member_id: asel.member, state: "registered" },
    ]);
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });
});
