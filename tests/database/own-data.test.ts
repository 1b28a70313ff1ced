import type { TransactionSql } from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { runAs, freshDatabase, tryAs, type TestDatabase } from "../support/database";
import { aigerim, asel, daniyar, dina, erlan, timur, zhanel, type Person } from "../support/people";
import { chapters, events } from "./fixture";

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase("fixture");
});
afterAll(() => database.drop());

const study = { city_id: "gb-london", university_id: "gb-kings", degree: "master", field: "ict", started_on: "2025-09-01", ends_on: "2027-09-01" };
const changeStudy = (person: Person, told: Record<string, unknown>) => runAs(database.sql, person, (tx) => tx`select change_study(${tx.json(told as never)})`);
const leave = (person: Person) => runAs(database.sql, person, (tx) => tx`select leave_association('2026-11', 'kk')`);
const statusOf = async ({ member }: Person) =>
  (await database.sql`select status from member_statuses where member_id = ${member} and upper_inf(during)`).map(({ status }) => String(status));

describe("what is written past our forms", () => {
  const blanks = " ".repeat(100_000);
  const person = { surname: "Әлі", given_name: "Асан", locale: "kk" };
  test.each<[string, (tx: TransactionSql) => Promise<unknown>]>([
    ["a name behind many blanks", (tx) => tx`select change_profile(${tx.json({ ...person, surname: `${blanks}Әлі` })})`],
    ["a Latin name before many blanks", (tx) => tx`select change_profile(${tx.json({ ...person, latin_name: `Ali${blanks}` })})`],
    ["a long code of a grant", (tx) => tx`select change_profile(${tx.json({ ...person, funding: "f".repeat(1000) })})`],
    ["a university among many blanks", (tx) => tx`select change_study(${tx.json({ ...study, university_id: null, university_other: `Ұлттық${blanks}` })})`],
    ["a study without an end", (tx) => tx`select change_study(${tx.json({ ...study, ends_on: "infinity" })})`],
    ["a long version of a consent", (tx) => tx`insert into consents (member_id, purpose, version, language, is_given) values (${aigerim.member}, 'mailing', ${"v".repeat(1000)}, 'kk', true)`],
  ])("%s is refused", async (_what, write) => {
    await expect(tryAs(database.sql, aigerim, write)).rejects.toMatchObject({ code: "23514" });
  });
});

describe("telling anew what one studies", () => {
  test("ends the old row at the instant at which the new one begins, and says so in the journal", async () => {
    await changeStudy(aigerim, { ...study, degree: "phd", ends_on: "2029-09-01" });
    const rows = await database.sql`
      select degree, lower(during) as since, upper(during) as until from studies where member_id = ${aigerim.member} order by during`;
    expect(rows.map(({ degree }) => degree)).toEqual(["master", "phd"]);
    expect(rows[0]?.until).toEqual(rows[1]?.since);
    expect(rows[1]?.until).toBeNull();
    expect(await database.sql`select from journal where action = 'study:changed' and member_id = ${aigerim.member} and actor_id = ${aigerim.member}`).toHaveLength(1);
  });

  test("the same answer again changes nothing", async () => {
    await changeStudy(daniyar, study);
    expect(await database.sql`select from studies where member_id = ${daniyar.member}`).toHaveLength(1);
    expect(await database.sql`select from journal where action = 'study:changed' and member_id = ${daniyar.member}`).toHaveLength(0);
  });

  test("twenty different answers at once leave one that holds, and no gap", async () => {
    await Promise.all(Array.from({ length: 20 }, (_answer, year) => changeStudy(timur, { ...study, ends_on: `${2030 + year}-06-01` })));
    const [told] = await database.sql`
      select count(*)::int as rows, count(*) filter (where upper_inf(during))::int as open from studies where member_id = ${timur.member}`;
    expect(told).toEqual({ rows: 21, open: 1 });
    const [pieces] = await database.sql`select count(*)::int as pieces from (select unnest(range_agg(during)) from studies where member_id = ${timur.member}) each`;
    expect(pieces?.pieces).toBe(1);
  });

  test("cannot be done for somebody else, whatever the answer claims", async () => {
    await changeStudy(zhanel, { ...study, field: "health", member_id: daniyar.member, id: daniyar.member, during: "[2020-01-01,)" });
    expect(await database.sql`select from studies where member_id = ${daniyar.member}`).toHaveLength(1);
    expect((await database.sql`select field from studies where member_id = ${zhanel.member} and upper_inf(during)`)[0]?.field).toBe("health");
  });

  test("makes an alumna who begins a new degree a student, and one who mends a date an alumna still", async () => {
    await database.sql.begin(async (tx) => {
      await tx`update member_statuses set status = 'alumni' where member_id = ${zhanel.member}`;
      await tx`update studies set ends_on = '2026-06-01' where member_id = ${zhanel.member}`;
    });
    await changeStudy(zhanel, { ...study, ends_on: "2026-07-01" });
    expect(await statusOf(zhanel)).toEqual(["alumni"]);
    await changeStudy(zhanel, { ...study, degree: "phd", ends_on: "2099-07-01" });
    expect(await statusOf(zhanel)).toEqual(["student"]);
  });

  test("is seen in the figures as a change, not as somebody who left and another who joined", async () => {
    await database.sql`select private.refresh_figures()`;
    const rows = await database.sql`
      select value, joins, leaves, changed from figures
      where scope_kind = 'world' and dimension = 'degree' and month = date_trunc('month', now() at time zone 'UTC')::date and changed <> 0 order by value`;
    expect(rows).toEqual([
      { value: "master", joins: 0, leaves: 0, changed: -2 },
      { value: "phd", joins: 0, leaves: 0, changed: 2 },
    ]);
  });

  test("is for members", async () => {
    await expect(changeStudy(dina, study)).rejects.toMatchObject({ code: "KA000" });
  });
});

describe("the profile", () => {
  test("changes both halves of one's own row and no other's", async () => {
    const person = { surname: "Ахметова", given_name: "Айгерім", latin_name: "Akhmetova Aigerim", locale: "en", funding: "daad" };
    await runAs(database.sql, aigerim, (tx) => tx`select change_profile(${tx.json(person)})`);
    const rows = await database.sql`select m.id, locale, funding from members m join member_details d on d.member_id = m.id where locale = 'en' or funding = 'daad'`;
    expect(rows).toEqual([{ id: aigerim.member, locale: "en", funding: "daad" }]);
  });

  test("is not saved by half", async () => {
    const person = { surname: "Басқа", given_name: "Аты", locale: "ru", home_region_id: "no-such-region" };
    await expect(runAs(database.sql, aigerim, (tx) => tx`select change_profile(${tx.json(person)})`)).rejects.toMatchObject({ code: "23503" });
    expect((await database.sql`select surname from members where id = ${aigerim.member}`)[0]?.surname).toBe("Ахметова");
  });
});

describe("consents", () => {
  test("are only ever added to", async () => {
    const ask = (statement: string) => tryAs(database.sql, aigerim, (tx) => tx.unsafe(statement));
    await expect(ask("update consents set is_given = false")).rejects.toMatchObject({ code: "42501" });
    await expect(ask("delete from consents")).rejects.toMatchObject({ code: "42501" });
  });

  test("nobody gives one for another, nor at another time", async () => {
    const give = (columns: string, values: string) => tryAs(database.sql, aigerim, (tx) => tx.unsafe(`insert into consents (${columns}) values (${values})`));
    await expect(give("member_id, purpose, version, language, is_given", `'${daniyar.member}', 'mailing', '1', 'kk', true`)).rejects.toMatchObject({ code: "42501" });
    await expect(give("member_id, purpose, version, language, is_given, at", `'${aigerim.member}', 'mailing', '1', 'kk', true, '2020-01-01'`)).rejects.toMatchObject({ code: "42501" });
  });
});

describe("leaving the association", () => {
  test("ends membership, offices and requests, withdraws every consent, gives the place to who waits; the history stays", async () => {
    await database.sql`update events set capacity = 2 where id = ${events.open}`;
    await database.sql`insert into consents (member_id, purpose, version, language, is_given, at) values
      (${aigerim.member}, 'mailing', '1', 'kk', true, now()), (${aigerim.member}, 'publication', '1', 'kk', false, now())`;
    await leave(aigerim);
    expect(await statusOf(aigerim)).toEqual(["left"]);
    expect(await database.sql`select end_reason, upper_inf(during) as open from memberships where member_id = ${aigerim.member}`).toEqual([{ end_reason: "resigned", open: false }]);
    expect((await database.sql`select state from registrations where member_id = ${aigerim.member}`)[0]?.state).toBe("cancelled");
    expect((await database.sql`select state from registrations where member_id = ${zhanel.member}`)[0]?.state).toBe("registered");
    const said = await database.sql`select purpose, is_given from consents where member_id = ${aigerim.member} order by at, purpose`;
    expect(said.filter(({ is_given: isGiven }) => !isGiven).map(({ purpose }) => purpose)).toEqual(["publication", "mailing", "processing"]);
    expect(await database.sql`select from studies where member_id = ${aigerim.member}`).toHaveLength(2);
    expect(await database.sql`select from outbox where kind = 'member_left' and recipient_id = ${aigerim.member}`).toHaveLength(1);
  });

  test("twice is refused, and ends nothing twice", async () => {
    await expect(leave(aigerim)).rejects.toMatchObject({ code: "KA034", message: "already-left" });
    expect(await database.sql`select from journal where action = 'member:left' and member_id = ${aigerim.member}`).toHaveLength(1);
  });

  test("a president's rights end in the same moment, and the request of another chapter's president is withdrawn", async () => {
    const leads = (person: Person) => tryAs(database.sql, person, (tx) => tx`select jsonb_array_length(whoami() -> 'leads') as leads`);
    expect((await leads(asel))[0]?.leads).toBe(1);
    await leave(asel);
    expect((await leads(asel))[0]?.leads).toBe(0);
    expect((await database.sql`select state from join_requests where member_id = ${asel.member}`)[0]?.state).toBe("withdrawn");
    expect(await database.sql`select from mandates where member_id = ${asel.member}`).toHaveLength(1);
  });

  test("whoever has left sees what strangers see, and registers for nothing", async () => {
    const ask = (call: string) => tryAs(database.sql, aigerim, (tx) => tx.unsafe(call));
    expect(await ask("select slug from events where visibility <> 'everyone'")).toEqual([]);
    await expect(ask("select register_for_event('open')")).rejects.toMatchObject({ code: "KA006", message: "has-left" });
  });

  test("whoever comes back agrees anew, joins a chapter and is a student again", async () => {
    const back = () => runAs(database.sql, aigerim, (tx) => tx`select join_chapter(${chapters.prague}, 'home', '')`);
    await expect(back()).rejects.toMatchObject({ code: "KA006", message: "has-left" });
    await runAs(database.sql, aigerim, (tx) => tx`
      insert into consents (member_id, purpose, version, language, is_given) values
      (${aigerim.member}, 'processing', '1', 'kk', true), (${aigerim.member}, 'cross_border', '1', 'kk', true)`);
    await runAs(database.sql, aigerim, (tx) => tx`select join_chapter(${chapters.prague}, 'home', '')`);
    expect(await statusOf(aigerim)).toEqual(["student"]);
    expect(await database.sql`select from memberships where member_id = ${aigerim.member}`).toHaveLength(2);
  });

  test("whoever comes back after their study is over is a graduate", async () => {
    await leave(aigerim);
    await database.sql`update studies set started_on = '2020-09-01', ends_on = '2024-06-01' where member_id = ${aigerim.member} and upper_inf(during)`;
    await runAs(database.sql, aigerim, async (tx) => {
      await tx`select say_consents('{processing,cross_border}', '{processing,cross_border}', '1', 'kk')`;
      await tx`select join_chapter(${chapters.prague}, 'home', '')`;
    });
    expect(await statusOf(aigerim)).toEqual(["alumni"]);
  });

  test("withdraws what another window agreed to while it stood in line", async () => {
    await runAs(database.sql, erlan, async (leaving) => {
      await runAs(database.sql, erlan, (agreeing) => agreeing`select say_consents('{mailing}', '{mailing}', '1', 'kk')`);
      await leaving`select leave_association('2026-11', 'kk')`;
    });
    expect(await database.sql`select private.agreed_to(${erlan.member})`).toEqual([]);
  });

  test("ten clicks at once leave once", async () => {
    const answers = await Promise.allSettled(Array.from({ length: 10 }, () => leave(timur)));
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database.sql`select from memberships where member_id = ${timur.member}`).toHaveLength(1);
  });
});

describe("what a member takes along, and who looked", () => {
  const own = (person: Person, call: string) => tryAs(database.sql, person, async (tx) => (await tx.unsafe(`select ${call} as answer`))[0]?.answer as Record<string, never>);

  test("holds nothing of another member", async () => {
    const others = (await database.sql`select id, user_id, surname from members where id <> ${daniyar.member}`).flatMap(({ id, user_id: user }) => [String(id), String(user)]);
    for (const call of ["my_data()", "my_page()", "my_events()", "my_journal()"]) {
      const text = JSON.stringify(await own(daniyar, call));
      expect(others.filter((id) => text.includes(id))).toEqual([]);
    }
    const data = await own(daniyar, "my_data()");
    expect(data).toMatchObject({ member: { surname: "daniyar" }, account: { email: "daniyar@demo.kazalliance.example" }, details: { funding: "loan" } });
  });

  test("names the leader who downloaded the list, in the office held then, and nobody who holds none", async () => {
    await runAs(database.sql, daniyar, (tx) => tx`select export_attendees(${events.open})`);
    await database.sql`insert into journal (actor_id, action, member_id) values (${zhanel.member}, 'member:viewed', ${aigerim.member})`;
    const { total, rows } = (await own(aigerim, "my_journal(true)")) as unknown as { total: number; rows: Record<string, unknown>[] };
    expect(total).toBe(rows.length);
    expect(rows.every(({ is_mine: isMine }) => isMine === false)).toBe(true);
    expect(rows.find(({ action }) => action === "member:viewed")).toMatchObject({ name: null, role: null });
    const seen = (await own(zhanel, "my_journal(true)")) as unknown as { rows: Record<string, unknown>[] };
    expect(seen.rows.find(({ action }) => action === "registration:exported")).toMatchObject({ name: "Данияр", role: "president", event: { kk: "Кездесу" } });
  });

  test("an account that is no member takes along what is kept about it, and nothing of anybody else", async () => {
    await runAs(database.sql, dina, (tx) => tx`select keep_join_draft('{"city": "gb-london"}')`);
    const data = await own(dina, "my_data()");
    expect(data).toMatchObject({ account: { email: "dina@demo.kazalliance.example" }, draft: { city: "gb-london" }, messages: [] });
    expect(Object.keys(data).sort()).toEqual(["account", "draft", "exported_at", "messages"]);
    expect(await own({ ...dina, session: aigerim.session }, "my_data()")).toBeNull();
  });

  test("nothing else is there for who is no member", async () => {
    expect(await own(dina, "my_journal()")).toEqual({ total: 0, rows: [] });
  });
});
