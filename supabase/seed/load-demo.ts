import { readFileSync } from "node:fs";
import { join } from "node:path";

import postgres, { type Sql } from "postgres";

import { makeChapters, type Chapter } from "./chapters";
import { copyInto, type Row } from "./copy";
import { makeEvents } from "./events";
import { makeHistories, type Member } from "./histories";
import { makeMandates, makeRequests } from "./offices";
import { castKnownPeople, makeAccounts } from "./people";
import { readReference, type Reference } from "./reference";
import { readChapterTexts, readEventTexts } from "./texts";

export { demo } from "./people";

export type LoadOptions = { databaseUrl: string; projectDir: string; members?: number; events?: number; now?: number; log: (message: string) => void };

const time = (ms: number) => new Date(ms).toISOString();
const day = (ms: number) => time(ms).slice(0, 10);
const range = (from: number, to: number | null) => `[${time(from)},${to === null ? "" : time(to)})`;
/** Triggers that tell pages of a change; nobody has seen a page yet. */
const busyTables = ["chapters", "mandates", "memberships", "events"] as const;

/** Loads the demo into an empty database as its owner, in one transaction: synthetic people only, the same for the same number and day. */
export async function loadDemo({ databaseUrl, projectDir, members = 30_000, events = 3000, now = Date.now(), log }: LoadOptions): Promise<void> {
  const begun = Date.now();
  const say = (message: string) => log(`${message} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
  log(`Loading the demo: ${members} members …`);
  const reference = readReference(projectDir);
  const chapters = makeChapters(reference, readChapterTexts(projectDir));
  const histories = makeHistories(reference, chapters, members, now);
  const terms = makeMandates(histories, chapters, now);
  const cast = castKnownPeople(histories, chapters, terms, now);
  // A known person takes the office of whoever the generator had put there.
  const replaced = new Set(cast.mandates.map(({ chapter, role }) => `${chapter.id} ${role}`));
  const mandates = [...terms.filter(({ chapter, role, to }) => to < now - 90 * 86_400_000 || !replaced.has(`${chapter.id} ${role}`)), ...cast.mandates];
  const messages = JSON.parse(readFileSync(join(projectDir, "supabase/seed/texts/messages.json"), "utf8")) as string[];
  const requests = makeRequests(histories, chapters, messages, now);
  const eventRows = makeEvents(histories, chapters, readEventTexts(projectDir), events, now);
  say("  made");

  const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });
  try {
    await sql.begin(async (tx) => {
      const db = tx as unknown as Sql;
      for (const table of busyTables) await tx.unsafe(`alter table public.${table} disable trigger user`);
      await tx.unsafe("alter table public.chapters enable trigger chapters_grow_the_tree");
      await copyPlaces(db, reference);
      await copyInto(db, "chapters", chapters.map(({ row }) => row));
      const accounts = await makeAccounts(db, cast);
      await copyMembers(db, histories.members, accounts);
      say("  members");
      await copyInto(db, "mandates", mandates.map(({ id, member, chapter, role, from, to, shownAs }) => ({ id, member_id: member.id, chapter_id: chapter.id, role, during: range(from, to), shown_as: shownAs })));
      await copyInto(db, "coordinators", cast.coordinators.map(({ id, member, scope }) => ({ id, member_id: member.id, scope, during: range(now - 30 * 86_400_000, now + 335 * 86_400_000) })));
      await copyInto(db, "join_requests", requests.map(({ id, member, chapter, message, at }) => ({ id, member_id: member.id, chapter_id: chapter.id, kind: "home", message, created_at: time(at) })));
      await copyInto(db, "events", eventRows.events);
      await copyInto(db, "event_access", eventRows.access);
      await copyInto(db, "registrations", eventRows.registrations);
      await tx`select setval('public.waiting_line_seq', greatest(1, (select coalesce(max(line), 1) from public.registrations)))`;
      for (const table of busyTables) await tx.unsafe(`alter table public.${table} enable trigger user`);
      say("  events");
    });
    await sql`analyze`;
    await sql`select private.refresh_figures()`;
    await sql`select private.touch_page('chapters'), private.touch_page('events'), private.touch_page('memberships')`;
    await sql`analyze public.figures`;
    say("  figures");
  } finally {
    await sql.end();
  }
}

async function copyPlaces(sql: Sql, { countries, cities, universities, regions }: Reference): Promise<void> {
  await copyInto(sql, "countries", countries.map(({ iso2, name, region, hostLanguage }) => ({ iso2, name, region, host_language: hostLanguage })));
  await copyInto(sql, "cities", cities.map(({ id, country, name, nameLocal, lat, lon, zone }) => ({ id, country_iso2: country, name, name_local: nameLocal || null, lat, lon, zone })));
  await copyInto(sql, "universities", universities.map(({ id, city, name, nameNative, website }) => ({ id, city_id: city, name, name_native: nameNative || null, website: website || null })));
  await copyInto(sql, "home_regions", regions.map(({ id, name }) => ({ id, name })));
}

async function copyMembers(sql: Sql, members: Member[], accounts: Map<Member, string>): Promise<void> {
  await copyInto(sql, "members", members.map((member) => personRow(member, accounts.get(member) ?? null)));
  await copyInto(sql, "member_details", members.map(({ id, region, funding }) => ({ member_id: id, contact_email: null, home_region_id: region.id, funding })));
  await copyInto(sql, "member_statuses", members.flatMap(({ id, statuses }) => statuses.map(({ status, from, to }) => ({ member_id: id, status, during: range(from, to) }))));
  await copyInto(sql, "studies", members.flatMap(({ id, studies }) => studies.map((study) => ({
    member_id: id, city_id: study.city.id, university_id: study.university.id, degree: study.degree, field: study.field,
    started_on: day(study.startedOn), ends_on: day(study.endsOn), during: range(study.from, study.to),
  }))));
  await copyInto(sql, "memberships", members.flatMap(({ id, spells }) => spells.map((spell) => ({
    id: spell.id, member_id: id, chapter_id: (spell.chapter satisfies Chapter).id, kind: spell.kind, during: range(spell.from, spell.to),
    start_reason: spell.startReason, end_reason: spell.endReason, previous_id: spell.previous,
  }))));
  await copyInto(sql, "consents", members.filter(({ isCurrent }) => isCurrent).flatMap(({ id, locale, createdAt }) =>
    ["processing", "cross_border"].map((purpose) => ({ member_id: id, purpose, version: "2026-11", language: locale, is_given: true, at: time(createdAt) }))));
}

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
