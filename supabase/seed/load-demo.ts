import postgres from "postgres";

import { makeChapters, type Chapter } from "./chapters";
import { copyInto, type Row, type Connection } from "./copy-into";
import { EventMaker, type EventRows } from "./events";
import { makeHistories, type Histories, type Member } from "./histories";
import { castKnownPeople, makeAccounts, withKnownMandates, type Cast } from "./known-people";
import { copyPlaces } from "./load-places";
import { makeMandates, makeRequests, type JoinRequest, type Mandate } from "./offices";
import { Presence } from "./presence";
import { readReference, type Reference } from "./reference";
import { readChapterTexts, readEventTexts, readFacts, readMessages, readVenues } from "./texts";

export { loadPlaces } from "./load-places";
export { demo } from "./known-people";

type LoadOptions = { databaseUrl: string; projectDir: string; members?: number; events?: number; now?: number; log: (message: string) => void };

const time = (ms: number) => new Date(ms).toISOString();
const day = (ms: number) => time(ms).slice(0, 10);
const range = (from: number, to: number | null) => `[${time(from)},${to === null ? "" : time(to)})`;
/** Tables whose triggers mark pages as changed: disabled while loading, as nobody has seen a page yet. */
const busyTables = ["chapters", "mandates", "memberships", "events"] as const;

type Demo = {
  reference: Reference;
  chapters: Chapter[];
  histories: Histories;
  cast: Cast;
  mandates: Mandate[];
  requests: JoinRequest[];
  events: EventRows;
};

/** Builds all rows in memory: always the same for the same numbers and the same day (UTC). */
export function makeDemo(projectDir: string, members: number, events: number, moment: number): Demo {
  const today = Math.floor(moment / 86_400_000) * 86_400_000;
  const reference = readReference(projectDir);
  const chapters = makeChapters(reference, readChapterTexts(projectDir), readFacts(projectDir));
  const histories = makeHistories(reference, chapters, members, today);
  const presence = new Presence(histories.members);
  const terms = makeMandates(presence, chapters, today);
  const cast = castKnownPeople(histories, chapters, terms, today);
  const known = new Set(cast.people.map(({ member }) => member));
  const maker = new EventMaker(chapters, readEventTexts(projectDir), readVenues(projectDir), presence, known, today);
  return {
    reference,
    chapters,
    histories,
    cast,
    mandates: withKnownMandates(terms, cast),
    requests: makeRequests(histories, chapters, readMessages(projectDir), today),
    events: maker.make(events),
  };
}

/** Loads the demo into an empty database as its owner, in one transaction: synthetic people only. */
export async function loadDemo({ databaseUrl, projectDir, members = 30_000, events = 3000, now = Date.now(), log }: LoadOptions): Promise<void> {
  const startedAt = Date.now();
  const logWithTime = (message: string) => log(`${message} (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  log(`Loading the demo: ${members} members …`);
  const demo = makeDemo(projectDir, members, events, now);
  logWithTime("  made");

  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      for (const table of busyTables) await tx.unsafe(`alter table public.${table} disable trigger user`);
      await tx.unsafe("alter table public.chapters enable trigger chapters_grow_the_tree");
      await copyPlaces(tx, demo.reference);
      await copyInto(tx, "chapters", demo.chapters.map(({ row }) => row));
      const accounts = await makeAccounts(tx, demo.cast);
      await copyMembers(tx, demo.histories.members, accounts);
      logWithTime("  members");
      await copyOffices(tx, demo, now);
      await copyInto(tx, "events", demo.events.events);
      // PostgreSQL's time zone data decides: Node's may be older.
      await tx`update public.events set starts_at = starts_local at time zone zone, ends_at = ends_local at time zone zone
               where starts_at <> starts_local at time zone zone or ends_at <> ends_local at time zone zone`;
      await copyInto(tx, "event_access", demo.events.access);
      await copyInto(tx, "registrations", demo.events.registrations);
      await tx`select setval('public.waiting_line_seq', greatest(1, (select coalesce(max(line), 1) from public.registrations)))`;
      for (const table of busyTables) await tx.unsafe(`alter table public.${table} enable trigger user`);
      logWithTime("  events");
    });
    await sql`analyze`;
    await sql`select private.refresh_figures('1 day')`;
    await sql`select private.touch_page('chapters'), private.touch_page('events'), private.touch_page('memberships')`;
    await sql`analyze public.figures`;
    logWithTime("  figures");
  } finally {
    await sql.end();
  }
}

async function copyOffices(sql: Connection, { mandates, cast, requests }: Demo, now: number): Promise<void> {
  const year = range(now - 30 * 86_400_000, now + 335 * 86_400_000);
  await copyInto(sql, "mandates", mandates.map(({ id, member, chapter, role, from, to, shownAs }) => ({
    id, member_id: member.id, chapter_id: chapter.id, role, during: range(from, to), shown_as: shownAs,
  })));
  await copyInto(sql, "coordinators", cast.coordinators.map(({ id, member, scope }) => ({ id, member_id: member.id, scope, during: year })));
  await copyInto(sql, "join_requests", requests.map(({ id, member, chapter, kind, message, at }) => ({
    id, member_id: member.id, chapter_id: chapter.id, kind, message, created_at: time(at),
  })));
}

async function copyMembers(sql: Connection, members: Member[], accounts: Map<Member, string>): Promise<void> {
  // Members are numbered in the order in which they joined.
  const inOrder = members.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
  await copyInto(sql, "members", inOrder.map((member) => personRow(member, accounts.get(member) ?? null)));
  await copyInto(sql, "member_details", members.map(({ id, region, funding }) => ({ member_id: id, contact_email: null, home_region_id: region.id, funding })));
  await copyInto(sql, "member_statuses", members.flatMap(({ id, statuses }) => statuses.map(({ status, from, to }) => ({
    member_id: id, status, during: range(from, to),
  }))));
  await copyInto(sql, "studies", members.flatMap(({ id, studies }) => studies.map((study) => ({
    member_id: id, city_id: study.city.id, university_id: study.university.id, degree: study.degree, field: study.field,
    started_on: day(study.startedOn), ends_on: day(study.endsOn), during: range(study.from, study.to),
  }))));
  await copyInto(sql, "memberships", members.flatMap(({ id, memberships }) => memberships.map((membership) => ({
    id: membership.id, member_id: id, chapter_id: membership.chapter.id, kind: membership.kind, during: range(membership.from, membership.to),
    start_reason: membership.startReason, end_reason: membership.endReason, previous_id: membership.previous,
  }))));
  await copyInto(sql, "consents", members.filter(isHere).flatMap(({ id, locale, createdAt }) =>
    ["processing", "cross_border"].map((purpose) => ({ member_id: id, purpose, version: "2026-11", language: locale, is_given: true, at: time(createdAt) }))));
}

/** Current members and those who have just applied; of those who left long ago only the name is kept. */
const isHere = ({ isCurrent, memberships }: Member) => isCurrent || memberships.length === 0;

const personRow = ({ id, name, locale, createdAt }: Member, account: string | null): Row => ({
  id,
  user_id: account,
  surname: name.surname,
  given_name: name.givenName,
  patronymic: name.patronymic,
  latin_name: name.latin,
  locale,
  created_at: time(createdAt),
});
