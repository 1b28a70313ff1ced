import type { TransactionSql } from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { waitForLocks, actAs, runAs, freshDatabase, tryAs, type TestDatabase } from "../support/database";
import { brokenInvariants } from "../support/invariants";
import { aigerim, asel, askers, daniyar, kamila, madina, people, ruslan, timur, zhanel, type Person } from "../support/people";
import { chapters, events } from "./fixture";

let database: TestDatabase;

beforeEach(async () => {
  database = await freshDatabase("fixture");
  // Full, with Zhanel waiting.
  await database.sql`update events set capacity = 2 where id = ${events.open}`;
  await database.sql`truncate outbox restart identity`;
});
afterEach(() => database.drop());

const { london } = chapters;
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/London" });
const today = () => dayIn(0);

type Office = { chapter?: string; whom?: Person; office?: string; first?: string; last?: string };
const giving = async (tx: TransactionSql, { chapter = london, whom = aigerim, office = "secretary", first = today(), last = dayIn(300) }: Office = {}) =>
  (await tx`select appoint(${chapter}, ${whom.member}, ${office}, ${first}, ${last}) as holds`)[0]?.holds as boolean;
const appoint = (person: Person | null, office?: Office) => runAs(database.sql, person, (tx) => giving(tx, office));
const ending = async (tx: TransactionSql, mandate: string) => (await tx`select end_mandate(${mandate}) as holds`)[0]?.holds as boolean;
const end = (person: Person | null, mandate: string) => runAs(database.sql, person, (tx) => ending(tx, mandate));
/** The result; or for a refusal its reason, or its SQLSTATE if it is not one of ours. */
const outcome = (act: Promise<unknown>) => act.then((answer) => answer, ({ code, message }: { code: string; message: string }) => (code.startsWith("KA") ? `${code} ${message}` : code));

const nameOf = (member: unknown) => Object.entries(people).find(([, person]) => person.member === member)?.[0];
const mandateOf = async (person: Person, role?: string) =>
  String((await database.sql`select id from mandates where member_id = ${person.member} and (${role ?? null}::text is null or role = ${role ?? null}) order by lower(during) desc limit 1`)[0]?.id);
/** Who holds which office in London: "president daniyar", with "later" if the term has not begun. */
const team = async (chapter = london) =>
  (await database.sql`select role, member_id, lower(during) > clock_timestamp() as later from mandates
    where chapter_id = ${chapter} and upper(during) > clock_timestamp() order by role, lower(during)`)
    .map(({ role, member_id: member, later }) => `${role} ${nameOf(member)}${later ? " later" : ""}`);
const letters = async () =>
  (await database.sql`select kind, recipient_id, payload from outbox order by id`).map(({ kind, recipient_id: reader, payload }) => ({ ...payload, kind, reader: nameOf(reader) }));
const journal = async () =>
  (await database.sql`select actor_id, action, member_id from journal where action like 'mandate:%' order by id`).map(({ actor_id: actor, action, member_id: member }) => `${nameOf(actor)} ${action} ${nameOf(member)}`);
const rightsOf = async (person: Person) =>
  tryAs(database.sql, person, async (tx) => ((await tx`select whoami() ->> 'leads' as leads`)[0]?.leads as string)).then((leads) => (JSON.parse(leads) as { slug: string; permissions: string[] }[]).find(({ slug }) => slug === "london")?.permissions ?? []);

describe("who appoints", () => {
  test("the president of the chapter, and nobody else, not even of the chapter above", async () => {
    const answers = await Promise.all(Object.entries(askers).map(async ([name, person]) => [name, await outcome(tryAs(database.sql, person, (tx) => giving(tx)))] as const));
    expect(answers.filter(([, answer]) => answer === true).map(([name]) => name)).toEqual(["daniyar"]);
    expect(Object.fromEntries(answers)).toMatchObject({ timur: "42501", asel: "42501", madina: "42501", saule: "42501", aigerim: "42501", visitor: "42501" });
  });

  test.each(["vice_president", "secretary", "treasurer", "events_lead"])("a %s does not", async (role) => {
    await database.sql`insert into mandates (member_id, chapter_id, role, during) values (${zhanel.member}, ${london}, ${role}, tstzrange(now() - interval '1 minute', now() + interval '1 year'))`;
    expect(await outcome(appoint(zhanel))).toBe("42501");
    expect(await outcome(end(zhanel, await mandateOf(timur)))).toBe("42501");
  });

  test("only a president sees whom they would appoint, and only the chapter's own", async () => {
    const sees = (person: Person, whom: Person) =>
      outcome(tryAs(database.sql, person, async (tx) => (await tx`select chapter_member(${london}, ${whom.member}) as found`)[0]?.found));
    expect(await sees(daniyar, aigerim)).toMatchObject({ surname: "aigerim", kind: "home", zone: "Europe/London", today: today() });
    expect(await sees(daniyar, madina)).toBeNull();
    expect(await sees(timur, aigerim)).toBe("42501");
    await runAs(database.sql, daniyar, (tx) => tx`select chapter_member(${london}, ${aigerim.member})`);
    expect(await database.sql`select from journal where action = 'member:seen' and member_id = ${aigerim.member} and actor_id = ${daniyar.member}`).toHaveLength(1);
  });
});

describe("an appointment", () => {
  test("gives its rights at once, shows no name, is written down and told of once", async () => {
    expect(await rightsOf(aigerim)).toEqual([]);
    expect(await appoint(daniyar)).toBe(true);
    expect(await rightsOf(aigerim)).toContain("members:decide");
    const [made] = await database.sql`select shown_as, actor_id from mandates where id = ${await mandateOf(aigerim)}`;
    expect(made).toEqual({ shown_as: null, actor_id: daniyar.member });
    expect(await journal()).toEqual(["daniyar mandate:appointed aigerim"]);
    expect(await letters()).toMatchObject([{ kind: "office_appointed", reader: "aigerim", chapter: { kk: "Лондон" }, slug: "london", office: "secretary", zone: "Europe/London" }]);
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("for a later day begins there at midnight, ends with its last day, and gives no right until then", async () => {
    await appoint(daniyar, { first: dayIn(10), last: dayIn(20) });
    expect(await rightsOf(aigerim)).toEqual([]);
    const [term] = await database.sql`select (lower(during) at time zone 'Europe/London')::text as first, (upper(during) at time zone 'Europe/London')::text as last from mandates where id = ${await mandateOf(aigerim)}`;
    expect(term).toEqual({ first: `${dayIn(10)} 00:00:00`, last: `${dayIn(21)} 00:00:00` });
  });

  test("can be of a guest", async () => {
    await database.sql`insert into memberships (member_id, chapter_id, kind, during, start_reason) values (${madina.member}, ${london}, 'guest', tstzrange(now() - interval '1 day', null), 'guest_semester')`;
    expect(await appoint(daniyar, { whom: madina })).toBe(true);
  });

  test("several may hold one office, and one several", async () => {
    await appoint(daniyar, { whom: aigerim, office: "treasurer" });
    await appoint(daniyar, { whom: timur, office: "secretary" });
    await appoint(daniyar, { whom: daniyar, office: "events_lead" });
    expect(await team()).toEqual(["events_lead daniyar", "president daniyar", "secretary timur", "treasurer timur", "treasurer aigerim"]);
  });

  const refusals: [string, () => Office, string][] = [
    ["of somebody in that office already", () => ({ whom: timur, office: "treasurer" }), "KA060 already-in-office"],
    ["of the president to be it twice", () => ({ whom: daniyar, office: "president" }), "KA060 already-in-office"],
    ["of a member of another chapter", () => ({ whom: madina }), "KA062 not-in-chapter"],
    ["of a member of a chapter below", () => ({ whom: zhanel }), "KA062 not-in-chapter"],
    ["that begins yesterday", () => ({ first: dayIn(-1) }), "KA064 first-day"],
    ["that begins in more than a year", () => ({ first: dayIn(367), last: dayIn(400) }), "KA064 first-day"],
    ["that ends before it begins", () => ({ first: dayIn(10), last: dayIn(9) }), "KA065 last-day"],
    ["for more than two years", () => ({ last: dayIn(732) }), "KA065 last-day"],
    ["to an office that does not exist", () => ({ office: "king" }), "23514"],
  ];
  test.each(refusals)("%s is refused", async (_what, office, reason) => {
    expect(await outcome(appoint(daniyar, office()))).toBe(reason);
    expect([await letters(), await journal(), await team()]).toEqual([[], [], ["president daniyar", "treasurer timur"]]);
  });

  test("of somebody suspended, who has left the chapter, the association, or erased their account is refused", async () => {
    await database.sql`update memberships set chapter_id = ${london} where member_id = ${ruslan.member}`;
    expect(await outcome(appoint(daniyar, { whom: ruslan }))).toBe("KA063 appointee-suspended");
    await runAs(database.sql, timur, (tx) => tx`select leave_chapter(${london})`);
    expect(await outcome(appoint(daniyar, { whom: timur }))).toBe("KA062 not-in-chapter");
    await runAs(database.sql, aigerim, (tx) => tx`select leave_association('2026-11', 'kk')`);
    expect(await outcome(appoint(daniyar, { whom: aigerim }))).toBe("KA062 not-in-chapter");
    await runAs(database.sql, kamila, (tx) => tx`select erase_account('2026-11', 'kk')`);
    expect(await outcome(appoint(daniyar, { whom: kamila }))).toBe("KA062 not-in-chapter");
  });

  test("that has not begun goes with who leaves the chapter before", async () => {
    await appoint(daniyar, { first: dayIn(10) });
    await runAs(database.sql, aigerim, (tx) => tx`select leave_chapter(${london})`);
    expect(await team()).toEqual(["president daniyar", "treasurer timur"]);
  });
});

describe("the handover", () => {
  test("at once: one president goes as the other comes, and has no more right", async () => {
    expect(await appoint(daniyar, { office: "president" })).toBe(false);
    expect(await team()).toEqual(["president aigerim", "treasurer timur"]);
    expect([await rightsOf(daniyar), await rightsOf(aigerim)]).toEqual([[], expect.arrayContaining(["team:appoint"])]);
    expect(await journal()).toEqual(["daniyar mandate:handed_over daniyar", "daniyar mandate:appointed aigerim"]);
    const [gap] = await database.sql`select upper(old.during) = lower(new.during) as none from mandates old, mandates new
      where old.member_id = ${daniyar.member} and new.member_id = ${aigerim.member}`;
    expect(gap).toEqual({ none: true });
    expect(await outcome(appoint(daniyar))).toBe("42501");
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("later: the present president leads on until that day, and cannot promise it to another", async () => {
    expect(await appoint(daniyar, { office: "president", first: dayIn(30) })).toBe(true);
    expect(await team()).toEqual(["president daniyar", "president aigerim later", "treasurer timur"]);
    const [old] = await database.sql`select (upper(during) at time zone 'Europe/London')::text as last from mandates where id = ${await mandateOf(daniyar)}`;
    expect(old).toEqual({ last: `${dayIn(30)} 00:00:00` });
    expect(await outcome(appoint(daniyar, { whom: timur, office: "president", first: dayIn(40) }))).toBe("KA061 president-appointed");
    expect(await outcome(appoint(daniyar, { whom: timur, office: "president" }))).toBe("KA061 president-appointed");
    // For the days before, the office is free.
    expect(await appoint(daniyar, { whom: timur, office: "president", last: dayIn(29) })).toBe(false);
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("after the present term changes nothing about it", async () => {
    const [before] = await database.sql`select during from mandates where id = ${await mandateOf(daniyar)}`;
    await database.sql`update mandates set during = tstzrange(lower(during), now() + interval '20 days') where member_id = ${daniyar.member} returning during`;
    const [cut] = await database.sql`select during from mandates where id = ${await mandateOf(daniyar)}`;
    await appoint(daniyar, { office: "president", first: dayIn(30) });
    expect(await database.sql`select during from mandates where id = ${await mandateOf(daniyar)}`).toEqual([cut]);
    expect(cut).not.toEqual(before);
    expect(await journal()).toEqual(["daniyar mandate:appointed aigerim"]);
  });
});

describe("the end of an office", () => {
  test("by the president: at once, with a letter, and the history stays", async () => {
    const mandate = await mandateOf(timur);
    expect(await end(daniyar, mandate)).toBe(true);
    expect([await rightsOf(timur), await team()]).toEqual([[], ["president daniyar"]]);
    expect(await database.sql`select id from mandates where id = ${mandate} and upper(during) <= clock_timestamp()`).toHaveLength(1);
    expect(await journal()).toEqual(["daniyar mandate:ended timur"]);
    expect(await letters()).toEqual([{ kind: "office_ended", reader: "timur", chapter: { kk: "Лондон" }, slug: "london", office: "treasurer", is_withdrawn: false }]);
    expect(await outcome(end(daniyar, mandate))).toBe("KA066 already-ended");
    expect(await letters()).toHaveLength(1);
  });

  test("before it begins: it is withdrawn, and told of", async () => {
    await appoint(daniyar, { first: dayIn(10) });
    const mandate = await mandateOf(aigerim);
    expect(await end(daniyar, mandate)).toBe(true);
    expect(await database.sql`select id from mandates where id = ${mandate}`).toHaveLength(0);
    expect((await letters()).map(({ kind, reader }) => [kind, reader])).toEqual([["office_appointed", "aigerim"], ["office_ended", "aigerim"]]);
    expect((await letters())[1]).toMatchObject({ is_withdrawn: true });
    expect(await outcome(end(daniyar, mandate))).toBe("KA066 already-ended");
  });

  test("everybody lays down their own, without a letter to themselves; the president too, and then nobody presides", async () => {
    expect(await end(timur, await mandateOf(timur))).toBe(false);
    expect(await end(daniyar, await mandateOf(daniyar))).toBe(false);
    expect([await team(), await letters()]).toEqual([[], []]);
    expect(await journal()).toEqual(["timur mandate:laid_down timur", "daniyar mandate:laid_down daniyar"]);
  });

  test("who holds another office stays in the team", async () => {
    await appoint(daniyar, { whom: daniyar, office: "treasurer" });
    expect(await end(daniyar, await mandateOf(daniyar, "president"))).toBe(true);
    expect(await team()).toEqual(["treasurer timur", "treasurer daniyar"]);
  });

  test("somebody else's, or one of another chapter, is not theirs to end", async () => {
    for (const person of [timur, aigerim, madina, asel, null]) expect(await outcome(end(person, await mandateOf(daniyar)))).toBe("42501");
    expect(await outcome(end(daniyar, await mandateOf(madina)))).toBe("42501");
  });
});

describe("two at once, on real PostgreSQL", () => {
  /** The second person acts before the first has finished, and has to wait for them. */
  const meanwhile = async (first: [Person, (tx: TransactionSql) => Promise<unknown>], second: [Person, (tx: TransactionSql) => Promise<unknown>]) => {
    let late: Promise<unknown> | undefined;
    await database.sql.begin(async (tx) => {
      await actAs(tx, first[0]);
      await first[1](tx);
      late = outcome(runAs(database.sql, ...second));
      await Promise.race([late, waitForLocks(database.sql)]);
    });
    return late;
  };

  test("the office given twice is given once: the second is told", async () => {
    expect(await meanwhile([daniyar, (tx) => giving(tx)], [daniyar, (tx) => giving(tx)])).toBe("KA060 already-in-office");
    expect(await team()).toEqual(["president daniyar", "secretary aigerim", "treasurer timur"]);
    expect(await letters()).toHaveLength(1);
  });

  test("two successors at once: one follows, and the other appointment finds the term over", async () => {
    const to = (whom: Person) => (tx: TransactionSql) => giving(tx, { whom, office: "president" });
    expect(await meanwhile([daniyar, to(aigerim)], [daniyar, to(timur)])).toBe("KA017 term-ended");
    expect(await team()).toEqual(["president aigerim", "treasurer timur"]);
    expect(await letters()).toHaveLength(1);
    expect(await brokenInvariants(database.sql)).toEqual([]);
  });

  test("who leaves the chapter meanwhile is not appointed", async () => {
    expect(await meanwhile([aigerim, (tx) => tx`select leave_chapter(${london})`], [daniyar, (tx) => giving(tx)])).toBe("KA062 not-in-chapter");
    expect(await team()).toEqual(["president daniyar", "treasurer timur"]);
  });

  test("a president who leaves the association meanwhile appoints nobody and presides no more", async () => {
    const leaves = (tx: TransactionSql) => tx`select leave_association('2026-11', 'kk')`;
    expect(await meanwhile([daniyar, leaves], [daniyar, (tx) => giving(tx, { office: "president", first: dayIn(30) })])).toMatch(/KA017|KA000/);
    expect(await team()).toEqual(["treasurer timur"]);
  });

  test("ended and laid down at once: it ends once, and the second is told", async () => {
    const mandate = await mandateOf(timur);
    expect(await meanwhile([timur, (tx) => ending(tx, mandate)], [daniyar, (tx) => ending(tx, mandate)])).toBe("KA066 already-ended");
    expect([await letters(), await journal()]).toEqual([[], ["timur mandate:laid_down timur"]]);
  });
});
