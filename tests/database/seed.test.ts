import { createHash } from "node:crypto";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { makeChapters } from "../../supabase/seed/chapters";
import { makeHistories } from "../../supabase/seed/histories";
import { demo, loadDemo, makeDemo } from "../../supabase/seed/load-demo";
import { readReference } from "../../supabase/seed/reference";
import { readChapterTexts, readFacts } from "../../supabase/seed/texts";
import { freshBackend, freshDatabase, type TestBackend } from "../support/database";

const projectDir = process.cwd();
const now = Date.parse("2026-11-24T09:30:00Z");
const reference = readReference(projectDir);
const lives = (members: number, moment = now) => makeHistories(reference, makeChapters(reference, readChapterTexts(projectDir), readFacts(projectDir)), members, moment);
const printOf = (thing: unknown) => createHash("sha256").update(JSON.stringify(thing, (_key, value: unknown) => (value instanceof Map ? [...value] : value))).digest("hex");

describe("the lives that are made up", () => {
  test("are the same every time, and others for another day", () => {
    expect(printOf(lives(400).members)).toBe(printOf(lives(400).members));
    expect(printOf(lives(400).members)).not.toBe(printOf(lives(400, now + 86_400_000).members));
  });

  test("are 30,000 today, in each country exactly as many as its weight says, and thousands before", () => {
    const { members } = lives(30_000);
    const here = new Map<string, number>();
    for (const { memberships } of members) {
      const home = memberships.find(({ kind, to }) => kind === "home" && to === null);
      if (home) here.set(home.chapter.country.iso2, (here.get(home.chapter.country.iso2) ?? 0) + 1);
    }
    expect(Object.fromEntries(here)).toEqual(Object.fromEntries(reference.countries.map(({ iso2, weight }) => [iso2, weight])));
    expect(members.length).toBeGreaterThan(40_000);
  });
});

describe("the demo in memory", () => {
  test("is the same for two moments of one day", () => {
    const print = (moment: string) => printOf(makeDemo(projectDir, 300, 40, Date.parse(moment)).events);
    expect(print("2026-11-24T00:10:00Z")).toBe(print("2026-11-24T23:50:00Z"));
  });

  test("has all its known people from 100 members on", () => {
    for (const members of [100, 500, 1500]) expect(makeDemo(projectDir, members, 30, now).cast.people).toHaveLength(6);
  });

  test("runs no life backwards, whatever the day it is loaded on", () => {
    for (const date of ["2027-01-01", "2027-02-28", "2027-06-30", "2027-08-31", "2027-09-01", "2028-02-29"]) {
      const moment = Date.parse(`${date}T10:00:00Z`);
      const { histories, mandates, requests, events } = makeDemo(projectDir, 800, 60, moment);
      const spans = histories.members.flatMap(({ memberships, studies, statuses }) => [...memberships, ...studies, ...statuses]);
      expect([date, spans.filter(({ from, to }) => from > moment || (to !== null && (to <= from || to > moment))).length]).toEqual([date, 0]);
      const homes = histories.members.filter(({ isCurrent }) => isCurrent).map(({ memberships }) => memberships.filter(({ kind, to }) => kind === "home" && to === null).length);
      expect([date, homes.length, homes.every((count) => count === 1)]).toEqual([date, 800, true]);
      expect(mandates.filter(({ role, from, to }) => role === "president" && from <= moment && to > moment).length).toBeGreaterThan(40);
      expect(requests.every(({ at, member }) => at <= moment && at >= member.createdAt)).toBe(true);
      expect(events.events.filter(({ starts_at: starts }) => Date.parse(String(starts)) > moment).length).toBeGreaterThan(5);
    }
  });
});

let first: TestBackend;
beforeAll(async () => {
  first = await freshBackend();
  await loadDemo({ databaseUrl: first.url, projectDir, members: 1000, events: 300, now, log: () => {} });
}, 120_000);
afterAll(() => first.drop());

/** Expects a query to find no offending rows. */
const none = async (rows: Promise<readonly object[]>) => expect([...(await rows)]).toEqual([]);

describe("the demo in the database", () => {
  test("is the same when loaded twice", { timeout: 90_000 }, async () => {
    const second = await freshDatabase();
    await loadDemo({ databaseUrl: second.url, projectDir, members: 1000, events: 300, now, log: () => {} });
    const tables = ["members", "memberships", "member_statuses", "studies", "chapters", "mandates", "coordinators", "join_requests", "events", "registrations"];
    const print = (database: { sql: TestBackend["sql"] }, table: string) => database.sql.unsafe(
      `select count(*)::int, md5(string_agg(line, '|' order by line)) as print
       from (select (to_jsonb(t) - array['user_id', 'created_at', ${table === "member_statuses" || table === "studies" ? "'id'" : "''"}])::text as line from public.${table} t) lines`,
    );
    for (const table of tables) expect([table, ...(await print(second, table))]).toEqual([table, ...(await print(first, table))]);
    await second.drop();
  });

  test("has chapters in three levels, groups by interest, and leaders in nearly all of them", async () => {
    const [count] = await first.sql`
      select count(*) filter (where kind = 'country')::int as countries, count(*) filter (where kind = 'city')::int as cities,
             count(*) filter (where kind = 'university')::int as universities, count(*) filter (where kind = 'interest')::int as groups
      from public.chapters`;
    expect(count).toMatchObject({ countries: 27, cities: 147 });
    expect(Number(count?.universities)).toBeGreaterThan(100);
    expect(Number(count?.groups)).toBeGreaterThan(5);
  });

  test("names no real address: every mailbox is one of the demo's", async () => {
    await none(first.sql`select email from auth.users where email not like '%@demo.kazalliance.example'`);
    for (const table of ["members", "member_details", "chapters", "events", "event_access", "join_requests", "mandates", "outbox"]) {
      await none(first.sql.unsafe(`select t::text from public.${table} t where t::text like '%@%' and t::text not like '%@demo.kazalliance.example%' limit 3`));
      await none(first.sql.unsafe(`select t::text from public.${table} t where t::text ~ 'https?://' and t::text !~ 'https://[a-z.]*kazalliance\\.example' limit 3`));
    }
  });

  test("keeps every event's instant, wall time and zone together, in working hours of the zone", async () => {
    await none(first.sql`select slug from public.events where starts_local at time zone zone <> starts_at or ends_local at time zone zone <> ends_at`);
    await none(first.sql`select slug, starts_local from public.events where extract(hour from starts_local) not between 8 and 21`);
  });

  test("counts places as they are taken, and lets nobody wait beside a free one", async () => {
    await none(first.sql`
      select event.slug from public.events event left join public.registrations r on r.event_id = event.id group by event.id
      having event.taken <> count(*) filter (where r.state = 'registered') or event.waiting <> count(*) filter (where r.state = 'waiting')
          or (count(*) filter (where r.state = 'waiting') > 0 and event.taken < event.capacity)`);
  });

  test("shows coming events of every sort: open, full, with a line, cancelled, drafts", async () => {
    const [sorts] = await first.sql`
      select bool_or(state = 'draft') as draft, bool_or(state = 'cancelled') as cancelled, bool_or(taken = capacity and waiting = 0) as "full",
             bool_or(waiting > 0) as line, bool_or(taken < capacity and taken > 0) as open, bool_or(format = 'online') as online, bool_or(format = 'hybrid') as hybrid
      from public.events where starts_at > ${new Date(now)}`;
    expect(sorts).toEqual({ draft: true, cancelled: true, full: true, line: true, open: true, online: true, hybrid: true });
  });

  test("registers nobody before they were a member of anything, nor after they had left", async () => {
    await none(first.sql`
      select r.id from public.registrations r join public.events event on event.id = r.event_id
      where not exists (select from public.memberships m where m.member_id = r.member_id and m.during @> least(event.starts_at, ${new Date(now)}))
      limit 5`);
    await none(first.sql`
      select r.id from public.registrations r where not exists (select from public.memberships m where m.member_id = r.member_id and lower(m.during) <= r.created_at) limit 5`);
  });

  test("lets leaders lead chapters they belong to", async () => {
    await none(first.sql`
      select mandate.id from public.mandates mandate
      where mandate.during @> ${new Date(now)}::timestamptz and not exists (
        select from public.memberships m join public.chapter_tree tree on tree.descendant_id = m.chapter_id
        where m.member_id = mandate.member_id and tree.ancestor_id = mandate.chapter_id and m.during @> ${new Date(now)}::timestamptz)
      limit 5`);
  });

  test("links each transfer to the membership it came from", async () => {
    await none(first.sql`
      select m.id from public.memberships m left join public.memberships previous on previous.id = m.previous_id
      where m.start_reason = 'transferred' and m.kind = 'home'
        and (previous.member_id is distinct from m.member_id or upper(previous.during) is distinct from lower(m.during) or previous.end_reason is distinct from 'transferred')
      limit 5`);
  });
});

const ask = (path: string, token: string | null, body?: object) =>
  first.backend.fetch(`${first.backend.url}${path}`, {
    method: body ? "POST" : "GET",
    headers: { apikey: first.backend.publishableKey, "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const signIn = (email: string, password: string) => ask("/auth/v1/token?grant_type=password", null, { email, password });

describe("the known people", () => {
  test("can sign in, each in their role", async () => {
    expect(demo.people.map(({ email }) => email.replace("@demo.kazalliance.example", ""))).toEqual(
      expect.arrayContaining(["aigerim", "daniyar", "timur", "zhanel", "saule", "erlan", "dina"]),
    );
    for (const { email } of demo.people) {
      const answer = await signIn(email, demo.password);
      expect([email, answer.status]).toEqual([email, 200]);
      const { access_token: token } = (await answer.json()) as { access_token: string };
      const mine = await ask("/rest/v1/members?select=surname", token).then((members) => members.json() as Promise<object[]>);
      expect([email, mine.length > 0]).toEqual([email, !email.startsWith("dina@")]);
      expect((await signIn(email, "steppe-sky-2025")).status).toBe(400);
    }
  });

  test("stand where the paper says", async () => {
    const rows = await first.sql`
      select split_part(account.email, '@', 1) as who, member.id is not null as is_member,
             (select array_agg(chapter.slug order by 1) from public.memberships m join public.chapters chapter on chapter.id = m.chapter_id
              where m.member_id = member.id and upper_inf(m.during)) as chapters,
             (select array_agg(mandate.role order by 1) from public.mandates mandate where mandate.member_id = member.id and mandate.during @> ${new Date(now)}::timestamptz) as roles,
             (select array_agg(coordinator.scope order by 1) from public.coordinators coordinator where coordinator.member_id = member.id) as scopes
      from auth.users account left join public.members member on member.user_id = account.id`;
    const people = Object.fromEntries(rows.map(({ who, ...person }) => [String(who), person]));
    expect(people).toMatchObject({
      aigerim: { chapters: ["london"], roles: null, scopes: null },
      daniyar: { chapters: ["london"], roles: ["president"] },
      timur: { chapters: ["london"], roles: ["treasurer"] },
      zhanel: { chapters: ["london"] },
      saule: { scopes: ["world"] },
      erlan: { scopes: ["GB"] },
      dina: { is_member: false },
    });
  });
});
