import { afterAll, beforeEach, describe, expect, test } from "vitest";

import { runAs, freshDatabase, tryAs, type TestDatabase } from "../support/database";
import { aigerim, asel, askers, daniyar, kamila, madina, timur, zhanel, type Person } from "../support/people";
import { chapters, events } from "./fixture";

let database: TestDatabase;
beforeEach(async () => {
  await database?.drop();
  database = await freshDatabase("fixture");
});
afterAll(() => database.drop());

type Answer = Record<string, unknown> & { rows: Record<string, unknown>[] };
const london = chapters.london;
/** Calls an API function as that person and rolls it back; a refusal resolves to its SQLSTATE. */
const asks = (person: Person | null, call: string, ...values: (string | null)[]) =>
  tryAs(database.sql, person, async (tx) => (await tx.unsafe(`select public.${call} as answer`, values))[0]?.answer as Answer).catch((error: { code: string }) => error.code);
/** The people who are not refused. */
async function whoMay(call: string, ...values: (string | null)[]) {
  const answers = await Promise.all(Object.entries(askers).map(async ([name, person]) => [name, await asks(person, call, ...values)] as const));
  return answers.filter(([, answer]) => typeof answer !== "string").map(([name]) => name);
}
const names = (answer: Answer | string) => (typeof answer === "string" ? answer : answer.rows.map(({ surname }) => surname));
const isYes = (request: string) => `decide_request($1::text::uuid, true, '')`.replace("$1", `'${request}'`);
const pending = async () => String((await database.sql`select id from join_requests where chapter_id = ${london} and state = 'pending' order by id limit 1`)[0]?.id);
/** Gives somebody an office in London from now on. */
const appoint = (person: Person, role: string) =>
  database.sql`insert into mandates (member_id, chapter_id, role, during) values (${person.member}, ${london}, ${role}, tstzrange(now() - interval '1 minute', now() + interval '1 year'))`;

describe("who may ask what of London's desk", () => {
  test("the overview and the team are for its leaders of today", async () => {
    expect(await whoMay("lead_overview($1::text::uuid)", london)).toEqual(["daniyar", "timur"]);
    expect(await whoMay("chapter_team($1::text::uuid)", london)).toEqual(["daniyar", "timur"]);
  });

  test("members are for those who read them, requests for those who decide", async () => {
    expect(await whoMay("chapter_members($1::text::uuid)", london)).toEqual(["daniyar", "timur"]);
    expect(await whoMay("export_members($1::text::uuid)", london)).toEqual(["daniyar", "timur"]);
    expect(await whoMay("list_requests($1::text::uuid)", london)).toEqual(["daniyar"]);
  });

  test("an events lead sees events and the team's public names, no members and no requests", async () => {
    await appoint(aigerim, "events_lead");
    expect(await asks(aigerim, "chapter_members($1::text::uuid)", london)).toBe("42501");
    expect(await asks(aigerim, "list_requests($1::text::uuid)", london)).toBe("42501");
    const overview = (await asks(aigerim, "lead_overview($1::text::uuid)", london)) as Answer;
    expect(overview).toMatchObject({ requests: null, drafts: { count: 1 }, has_president: true });
    const team = (await asks(aigerim, "chapter_team($1::text::uuid)", london)) as Answer;
    expect(team.rows.map(({ role, name }) => [role, name])).toEqual([
      ["president", "Данияр"],
      ["treasurer", null],
      ["events_lead", "aigerim aigerim"],
    ]);
  });

  test("of the drafts the next to come is named, and none whose day is over", async () => {
    await database.sql`update events set state = 'draft', starts_at = '2001-01-10T18:00Z', ends_at = '2001-01-10T20:00Z' where id = ${events.members}`;
    expect(await asks(daniyar, "lead_overview($1::text::uuid)", london)).toMatchObject({ drafts: { count: 2, first: { id: events.draft } } });
  });

  test("a treasurer sees no requests and no drafts", async () => {
    expect(await asks(timur, "lead_overview($1::text::uuid)", london)).toMatchObject({ requests: null, drafts: null });
  });

  test("a chapter that does not exist is refused like one that is not yours", async () => {
    expect(await whoMay("lead_overview($1::text::uuid)", chapters.britain.replace(/.$/, "f"))).toEqual([]);
  });

  test("rights end at the minute at which the mandate does", async () => {
    expect(names(await asks(daniyar, "chapter_members($1::text::uuid)", london))).toContain("aigerim");
    await database.sql`update mandates set during = tstzrange(lower(during), now()) where member_id = ${daniyar.member}`;
    for (const call of ["lead_overview", "chapter_members", "export_members", "list_requests", "chapter_team"]) expect(await asks(daniyar, `${call}($1::text::uuid)`, london)).toBe("42501");
    expect(await asks(daniyar, isYes(await pending()))).toBe("42501");
  });
});

describe("requests", () => {
  test("show the names of people who ask, although they are not members yet", async () => {
    const { rows } = (await asks(daniyar, "list_requests($1::text::uuid)", london)) as Answer;
    expect(rows).toMatchObject([{ surname: "asel", kind: "home", state: "pending", university: "King’s College London", home: { kk: "Ұлыбритания" } }]);
  });

  test("a withdrawn request and an answer older than 90 days are gone from sight", async () => {
    const request = await pending();
    await database.sql`update join_requests set state = 'withdrawn', decided_at = now() where id = ${request}`;
    const seen = async (view: string) => names(await asks(daniyar, "list_requests($1::text::uuid, $2)", london, view));
    expect(await seen("waiting")).toEqual([]);
    expect(await seen("answered")).toEqual([]);
    await database.sql`update join_requests set state = 'approved', decided_at = now() - interval '89 days' where id = ${request}`;
    expect(await seen("answered")).toEqual(["asel"]);
    await database.sql`update join_requests set decided_at = now() - interval '91 days' where id = ${request}`;
    expect(await seen("answered")).toEqual([]);
  });

  test("that were answered, and lists of who came, show where people studied then, and not where they went afterwards", async () => {
    const request = await pending();
    await runAs(database.sql, daniyar, (tx) => tx`select decide_request(${request}, false, 'Басқа қалада оқисыз')`);
    await database.sql`update events set starts_local = '2026-01-10T18:00', starts_at = '2026-01-10T18:00Z', registration_closes_at = null where id = ${events.open}`;
    const elsewhere = { city_id: "cz-prague", university_other: "Univerzita Karlova", degree: "phd", field: "ict", started_on: "2026-09-01", ends_on: "2030-06-01" };
    for (const person of [asel, madina]) await runAs(database.sql, person, (tx) => tx`select change_study(${tx.json(elsewhere)})`);
    const answered = (await asks(daniyar, "list_requests($1::text::uuid, 'answered')", london)) as Answer;
    expect(answered.rows).toMatchObject([{ surname: "asel", university: "King’s College London", degree: "master" }]);
    const came = (await asks(daniyar, "event_attendees($1::text::uuid, 'madina')", events.open)) as Answer;
    expect(came.rows).toMatchObject([{ surname: "madina", university: "King’s College London" }]);
    const taken = (await asks(daniyar, "export_attendees($1::text::uuid)", events.open)) as unknown as Answer["rows"];
    expect(taken.map(({ university }) => university)).not.toContain("Univerzita Karlova");
  });

  test("two leaders answer at once: one decision, one letter, and the other one learns of it", async () => {
    await appoint(aigerim, "secretary");
    for (let round = 0; round < 3; round += 1) {
      await database.sql`truncate outbox, join_requests`;
      await database.sql`update memberships set during = tstzrange(lower(during), now()), end_reason = 'left' where member_id = ${zhanel.member} and upper_inf(during)`;
      const [request] = await database.sql`insert into join_requests (member_id, chapter_id) values (${zhanel.member}, ${london}) returning id`;
      const decide = (person: Person, isApproved: boolean) =>
        runAs(database.sql, person, (tx) => tx`select public.decide_request(${request?.id}, ${isApproved}, 'Басқа қалада оқисыз')`).then(
          () => "ok",
          (error: { code: string }) => error.code,
        );
      expect((await Promise.all([decide(daniyar, true), decide(aigerim, false)])).sort()).toEqual(["KA014", "ok"]);
      const [decided] = await database.sql`select state from join_requests where id = ${request?.id}`;
      const letters = await database.sql`select kind from outbox where subject_id = ${request?.id}`;
      expect(letters.map(({ kind }) => kind)).toEqual([`request_${decided?.state}`]);
      const homes = await database.sql`select id from memberships where member_id = ${zhanel.member} and chapter_id = ${london} and upper_inf(during)`;
      expect(homes).toHaveLength(decided?.state === "approved" ? 1 : 0);
    }
  });

  test("of somebody who has made the chapter their home meanwhile can be approved all the same", async () => {
    const [request] = await database.sql`insert into join_requests (member_id, chapter_id, kind) values (${kamila.member}, ${london}, 'guest') returning id`;
    await runAs(database.sql, daniyar, (tx) => tx`select public.decide_request(${request?.id}, true, '')`);
    const here = await database.sql`select kind from memberships where member_id = ${kamila.member} and upper_inf(during)`;
    expect(here).toMatchObject([{ kind: "home" }]);
  });

  test("of somebody who has found another home meanwhile are withdrawn, whoever opened it; one for a guest semester stays", async () => {
    const ask = async (chapter: string, kind: string) => (await database.sql`insert into join_requests (member_id, chapter_id, kind) values (${zhanel.member}, ${chapter}, ${kind}) returning id`)[0]?.id;
    const [home, semester] = [await ask(london, "home"), await ask(chapters.manchester, "guest")];
    await runAs(database.sql, zhanel, (tx) => tx`select public.join_chapter(${chapters.prague}, 'home', '')`);
    await expect(runAs(database.sql, daniyar, (tx) => tx`select public.decide_request(${home}, true, '')`)).rejects.toMatchObject({ code: "KA014" });
    expect((await database.sql`select state from join_requests where id = ${semester}`)[0]?.state).toBe("pending");
    expect(await database.sql`select chapter_id from memberships where member_id = ${zhanel.member} and kind = 'home' and upper_inf(during)`).toEqual([{ chapter_id: chapters.prague }]);
    expect(await database.sql`select from journal where action = 'request:withdrawn' and subject_id = ${home}`).toHaveLength(1);
  });

  test("take nobody into a closed chapter, nor anybody who is suspended; both can be declined", async () => {
    const request = await pending();
    const answer = (isApproved: boolean) => tryAs(database.sql, daniyar, (tx) => tx`select public.decide_request(${request}, ${isApproved}, 'Кейінірек')`);
    await database.sql`update chapters set state = 'closed' where id = ${london}`;
    await expect(answer(true)).rejects.toMatchObject({ code: "KA012", message: "chapter-closed" });
    await answer(false);
    await database.sql`update chapters set state = 'active' where id = ${london}`;
    await database.sql`update member_statuses set status = 'suspended' where member_id = ${asel.member}`;
    await expect(answer(true)).rejects.toMatchObject({ code: "KA018", message: "asker-suspended" });
    await answer(false);
  });

  test("nobody answers for another chapter, nor a treasurer for their own", async () => {
    const request = await pending();
    for (const person of [madina, timur, kamila, asel, aigerim]) expect(await asks(person, isYes(request))).toBe("42501");
  });
});

describe("the list of members", () => {
  const list = (options: string, person = daniyar) => asks(person, `chapter_members($1::text::uuid${options})`, london);

  test("holds the members of this chapter alone, and tells nothing of Manchester's", async () => {
    expect(names(await list(""))).toEqual(["aigerim", "daniyar", "kamila", "timur"]);
    expect(await list("")).toMatchObject({ home: 4, guest: 0, total: 4 });
    expect(await list(", q => 'madina'")).toMatchObject({ total: 0, rows: [] });
    expect(await asks(daniyar, "chapter_members($1::text::uuid)", chapters.manchester)).toBe("42501");
    expect(await asks(daniyar, "export_members($1::text::uuid)", chapters.manchester)).toBe("42501");
  });

  test("says of each one what a leader needs, and no address", async () => {
    const { rows } = (await list(", q => 'aigerim'")) as Answer;
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
      "degree", "given_name", "id", "kind", "latin_name", "number", "patronymic", "since", "status", "surname", "university",
    ]);
  });

  test("finds a name in any script, by the beginning of each word", async () => {
    await database.sql`update members set surname = 'Нұрмағамбетова', given_name = 'Жанель' where id = ${aigerim.member}`;
    for (const typed of ["nurmagam", "Нурмагам", "жанель нұр", "ZHANEL"]) expect(names(await list(`, q => '${typed}'`))).toEqual(["Нұрмағамбетова"]);
    expect(names(await list(", q => 'анель'"))).toEqual([]);
  });

  test("sorts by name in the Kazakh alphabet", async () => {
    const surnames: [Person, string][] = [[aigerim, "Құдайберген"], [daniyar, "Козлов"], [kamila, "Әлиева"], [timur, "Бекова"]];
    for (const [person, surname] of surnames) await database.sql`update members set surname = ${surname} where id = ${person.member}`;
    expect(names(await list(""))).toEqual(["Әлиева", "Бекова", "Козлов", "Құдайберген"]);
    expect(names(await list(", sort => '-name'"))).toEqual(["Құдайберген", "Козлов", "Бекова", "Әлиева"]);
  });

  test("filters by membership, degree, university and status", async () => {
    await database.sql`insert into memberships (member_id, chapter_id, kind, during, start_reason) values (${madina.member}, ${london}, 'guest', '[2026-01-01,)', 'guest_semester')`;
    await database.sql`update studies set degree = 'phd', university_id = null, university_other = 'Arkham' where member_id = ${timur.member}`;
    await database.sql`update member_statuses set status = 'alumni' where member_id = ${kamila.member}`;
    expect(names(await list(", kind => 'guest'"))).toEqual(["madina"]);
    expect(names(await list(", degree => 'phd'"))).toEqual(["timur"]);
    expect(names(await list(", university => 'gb-kings', kind => 'home'"))).toEqual(["aigerim", "daniyar", "kamila"]);
    expect(names(await list(", status => 'alumni'"))).toEqual(["kamila"]);
    expect(names(await list(", sort => 'university'"))[0]).toBe("timur");
    expect(names(await list(", sort => '-since'"))[0]).toBe("madina");
  });

  test("leaves out those who have left", async () => {
    await database.sql`update memberships set during = tstzrange(lower(during), now()), end_reason = 'left' where member_id = ${aigerim.member}`;
    expect(names(await list(""))).toEqual(["daniyar", "kamila", "timur"]);
  });

  test("shows fifty a page and counts all", async () => {
    await database.sql`with people as (insert into members (surname, given_name) select 'Я' || lpad(n::text, 3, '0'), 'Ә' from generate_series(1, 100) n returning id)
      insert into memberships (member_id, chapter_id, kind, during, start_reason) select id, ${london}, 'home', '[2026-01-01,)', 'joined' from people`;
    const last = (await list(", page => 3")) as Answer;
    expect(last.total).toBe(104);
    expect(last.rows).toHaveLength(4);
    // The Kazakh collation puts Cyrillic before Latin, in which the names of the test people are written.
    expect(names(last)).toEqual(["aigerim", "daniyar", "kamila", "timur"]);
  });
});

test("taking the list away is written into the journal of each person on it", async () => {
  await runAs(database.sql, timur, (tx) => tx`select public.export_members(${london})`);
  const rows = await database.sql`select member_id, actor_id from journal where action = 'member:exported'`;
  expect(rows.map((row) => row.member_id).sort()).toEqual([aigerim, daniyar, kamila, timur].map(({ member }) => member).sort());
  expect(new Set(rows.map((row) => row.actor_id))).toEqual(new Set([timur.member]));
  const own = await tryAs(database.sql, aigerim, (tx) => tx`select action from journal where action = 'member:exported'`);
  expect(own).toHaveLength(1);
});

describe("the name that strangers see", () => {
  const mandateOf = async (person: Person) => String((await database.sql`select id from mandates where member_id = ${person.member}`)[0]?.id);
  const shown = async () => (await tryAs(database.sql, null, (tx) => tx`select shown_as from public.mandates where role = 'treasurer'`)).map((row) => row.shown_as);

  test("is chosen by the one who holds the mandate, and may be none", async () => {
    const mandate = await mandateOf(timur);
    await runAs(database.sql, timur, (tx) => tx`select public.show_mandate_as(${mandate}, ' Ким Тимур ')`);
    expect(await shown()).toEqual(["Ким Тимур"]);
    await runAs(database.sql, timur, (tx) => tx`select public.show_mandate_as(${mandate}, '  ')`);
    expect(await shown()).toEqual([]);
  });

  test("is changed by nobody else, and by nobody after the term", async () => {
    expect(await asks(daniyar, "show_mandate_as($1::text::uuid, 'x')", await mandateOf(timur))).toBe("KA017");
    expect(await asks(kamila, "show_mandate_as($1::text::uuid, 'x')", await mandateOf(kamila))).toBe("KA017");
  });
});

describe("what the overview knows", () => {
  const overview = async (person = daniyar, chapter = london) => (await asks(person, "lead_overview($1::text::uuid)", chapter)) as Answer;

  test("the chapter's figures with all below it, and what of them is below", async () => {
    expect(await overview()).toMatchObject({ figures: { members: 5, below: { chapters: 1, members: 1 } } });
    expect(await overview(madina, chapters.manchester)).toMatchObject({ figures: { members: 1, below: { chapters: 0, members: 0 } } });
  });

  test("a term that ends within 60 days, unless somebody follows", async () => {
    expect(await overview()).toMatchObject({ ending: [] });
    await database.sql`update mandates set during = tstzrange(lower(during), now() + interval '59 days') where member_id = ${timur.member}`;
    expect(await overview()).toMatchObject({ ending: [{ role: "treasurer", name: "timur timur", is_mine: false }] });
    await database.sql`insert into mandates (member_id, chapter_id, role, during)
      select ${aigerim.member}, chapter_id, role, tstzrange(upper(during), upper(during) + interval '1 year') from mandates where member_id = ${timur.member}`;
    expect(await overview()).toMatchObject({ ending: [] });
  });

  test("a presidency that nobody holds", async () => {
    expect(await overview(timur)).toMatchObject({ has_president: true });
    await database.sql`update mandates set during = tstzrange(lower(during), now()) where member_id = ${daniyar.member}`;
    expect(await overview(timur)).toMatchObject({ has_president: false });
  });
});

describe("whoever was shown to a leader", () => {
  const looks = async (person: Person) => (await database.sql`select actor_id, action, chapter_id, subject_id from journal where member_id = ${person.member} and action like '%:seen'`).map((row) => ({ ...row }));
  const listed = (options: string) => runAs(database.sql, daniyar, (tx) => tx.unsafe(`select chapter_members('${london}'${options})`));
  const attended = () => runAs(database.sql, daniyar, (tx) => tx`select event_attendees(${events.open})`);

  test("reads of it in their journal, once a day; the leader's own row tells nothing", async () => {
    await listed("");
    await listed(", q => 'aigerim'");
    const look = { actor_id: daniyar.member, action: "member:seen", chapter_id: london, subject_id: null };
    expect(await looks(aigerim)).toEqual([look]);
    expect(await looks(daniyar)).toEqual([]);
    await database.sql`alter table journal disable trigger journal_is_append_only`;
    await database.sql`update journal set at = at - interval '1 day' where action = 'member:seen'`;
    await listed("");
    expect(await looks(aigerim)).toEqual([look, look]);
  });

  test("is only who stood on the page that was looked at", async () => {
    await listed(", q => 'aigerim'");
    expect(await looks(timur)).toEqual([]);
  });

  test("with an event reads which one", async () => {
    await attended();
    expect(await looks(madina)).toEqual([{ actor_id: daniyar.member, action: "registration:seen", chapter_id: london, subject_id: events.open }]);
  });

  test("can be read by leaders no other way", async () => {
    for (const table of ["members", "studies", "memberships"]) {
      const own = table === "members" ? "id" : "member_id";
      expect(await tryAs(database.sql, daniyar, (tx) => tx.unsafe(`select distinct ${own} as person from ${table}`))).toEqual([{ person: daniyar.member }]);
    }
  });
});
