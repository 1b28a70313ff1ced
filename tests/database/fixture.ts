import type { Sql } from "postgres";

import { people } from "../support/people";

/** Ids of the rows; through `labels` the access table can use names instead. */
const id = (n: number) => `00000000-0000-4000-8000-0000000005${n}`;

export const chapters = { britain: id(10), london: id(11), kings: id(12), manchester: id(13), czechia: id(14), prague: id(15) };
export const events = { open: id(20), members: id(21), chapter: id(22), draft: id(23), manchester: id(24) };
const rows = {
  request: { aselToLondon: id(30), timurToManchester: id(31) },
  membership: { aigerim: id(40), daniyar: id(41), madina: id(42), timur: id(43), zhanel: id(44), saule: id(45), erlan: id(46), asel: id(47), ruslan: id(48), kamila: id(49) },
  mandate: { daniyar: id(51), madina: id(52), timur: id(53), asel: id(57), ruslan: id(58), kamila: id(59) },
  registration: { aigerim: id(60), madina: id(61), zhanelWaits: id(62) },
};

/** Two countries, chapters on three levels, and one person for every relation that people can have to a row. */
export async function fill(sql: Sql): Promise<void> {
  await sql`insert into countries (iso2, name, region) values
    ('GB', '{"kk": "Ұлыбритания"}', 'Europe'), ('CZ', '{"kk": "Чехия"}', 'Europe')`;
  await sql`insert into cities (id, country_iso2, name, lat, lon, zone) values
    ('gb-london', 'GB', '{"kk": "Лондон"}', 51.5, -0.1, 'Europe/London'),
    ('gb-manchester', 'GB', '{"kk": "Манчестер"}', 53.5, -2.2, 'Europe/London'),
    ('cz-prague', 'CZ', '{"kk": "Прага"}', 50.1, 14.4, 'Europe/Prague')`;
  await sql`insert into universities (id, city_id, name, website) values ('gb-kings', 'gb-london', 'King’s College London', 'https://www.kcl.ac.uk')`;
  await sql`insert into home_regions (id, name) values ('kz-abai', '{"kk": "Абай облысы"}')`;

  const chapter = (row: Record<string, unknown>) => ({ summary: { kk: "Бөлімше" }, zone: "Europe/London", ...row });
  await sql`insert into chapters ${sql([
    chapter({ id: chapters.britain, slug: "united-kingdom", kind: "country", parent_id: null, country_iso2: "GB", city_id: null, university_id: null, name: { kk: "Ұлыбритания" }, join_mode: "open" }),
    chapter({ id: chapters.london, slug: "london", kind: "city", parent_id: chapters.britain, country_iso2: "GB", city_id: "gb-london", university_id: null, name: { kk: "Лондон" }, join_mode: "request" }),
    chapter({ id: chapters.kings, slug: "kings", kind: "university", parent_id: chapters.london, country_iso2: "GB", city_id: "gb-london", university_id: "gb-kings", name: { kk: "King’s College London" }, join_mode: "open" }),
    chapter({ id: chapters.manchester, slug: "manchester", kind: "city", parent_id: chapters.britain, country_iso2: "GB", city_id: "gb-manchester", university_id: null, name: { kk: "Манчестер" }, join_mode: "request" }),
    chapter({ id: chapters.czechia, slug: "czechia", kind: "country", parent_id: null, country_iso2: "CZ", city_id: null, university_id: null, name: { kk: "Чехия" }, join_mode: "open" }),
    chapter({ id: chapters.prague, slug: "prague", kind: "city", parent_id: chapters.czechia, country_iso2: "CZ", city_id: "cz-prague", university_id: null, name: { kk: "Прага" }, join_mode: "open" }),
  ])}`;

  for (const [name, { account, session, member }] of Object.entries(people)) {
    await sql`insert into auth.users (id, email, email_confirmed_at) values (${account}, ${`${name}@demo.kazalliance.example`}, now() - interval '1 day')`;
    await sql`insert into auth.sessions (id, user_id) values (${session}, ${account})`;
    await sql`insert into join_drafts (user_id, draft) values (${account}, '{"city_id": "gb-london"}')`;
    if (!member) continue;
    await sql`insert into members (id, user_id, surname, given_name) values (${member}, ${account}, ${name}, ${name})`;
    await sql`insert into member_details (member_id, home_region_id, funding) values (${member}, 'kz-abai', 'loan')`;
    await sql`insert into member_statuses (id, member_id, status, during)
      values (${member}, ${member}, ${name === "ruslan" ? "suspended" : "student"}, '[2025-09-01,)')`;
    await sql`insert into studies (id, member_id, city_id, university_id, degree, field, started_on, ends_on, during)
      values (${member}, ${member}, 'gb-london', 'gb-kings', 'master', 'ict', '2025-09-01', '2027-09-01', '[2025-09-01,)')`;
    await sql`insert into consents (id, member_id, purpose, version, language, is_given) values (${member}, ${member}, 'processing', '1', 'kk', true)`;
    await sql`insert into journal (actor_id, action, member_id, detail) values (${member}, 'member:became', ${member}, ${sql.json({ label: name })})`;
    await sql`insert into outbox (kind, subject_id, recipient_id) values ('registered', ${member}, ${member})`;
  }

  const homes: Record<keyof typeof rows.membership, string> = {
    aigerim: chapters.london, daniyar: chapters.london, timur: chapters.london, kamila: chapters.london, zhanel: chapters.kings, madina: chapters.manchester,
    asel: chapters.britain, saule: chapters.prague, erlan: chapters.britain, ruslan: chapters.prague,
  };
  for (const [name, home] of Object.entries(homes)) {
    const key = name as keyof typeof rows.membership;
    await sql`insert into memberships (id, member_id, chapter_id, kind, during, start_reason)
      values (${rows.membership[key]}, ${people[key].member}, ${home}, 'home', '[2025-09-10,)', 'joined')`;
  }
  const terms: Record<keyof typeof rows.mandate, [string, string, string, string | null]> = {
    daniyar: [chapters.london, "president", "[now,year)", "Данияр"],
    madina: [chapters.manchester, "president", "[now,year)", null],
    timur: [chapters.london, "treasurer", "[now,year)", null],
    asel: [chapters.britain, "president", "[now,year)", null],
    ruslan: [chapters.prague, "president", "[now,year)", null],
    kamila: [chapters.london, "vice_president", "[past)", "Камила"],
  };
  for (const [name, [home, role, term, shownAs]] of Object.entries(terms)) {
    const key = name as keyof typeof rows.mandate;
    const during = term === "[past)" ? sql`tstzrange(now() - interval '1 year', now() - interval '1 day')` : sql`tstzrange(now() - interval '1 hour', now() + interval '1 year')`;
    await sql`insert into mandates (id, member_id, chapter_id, role, during, shown_as)
      values (${rows.mandate[key]}, ${people[key].member}, ${home}, ${role}, ${during}, ${shownAs})`;
  }
  await sql`insert into coordinators (id, member_id, scope, during) values
    (${people.saule.member}, ${people.saule.member}, 'world', tstzrange(now() - interval '1 hour', now() + interval '1 year')),
    (${people.erlan.member}, ${people.erlan.member}, 'GB', tstzrange(now() - interval '1 hour', now() + interval '1 year'))`;
  await sql`insert into join_requests (id, member_id, chapter_id) values
    (${rows.request.aselToLondon}, ${people.asel.member}, ${chapters.london}), (${rows.request.timurToManchester}, ${people.timur.member}, ${chapters.manchester})`;

  const event = (row: Record<string, unknown>) => ({
    kind: "meetup", zone: "Europe/London", starts_local: "2030-03-01T18:00", ends_local: "2030-03-01T20:00", starts_at: "2030-03-01T18:00Z", ends_at: "2030-03-01T20:00Z",
    format: "on_site", venue: "King’s College London", capacity: 50, visibility: "everyone", state: "published", taken: 0, waiting: 0, title: { kk: "Кездесу" }, ...row,
  });
  await sql`insert into events ${sql([
    event({ id: events.open, slug: "open", chapter_id: chapters.london, taken: 2, waiting: 1 }),
    event({ id: events.members, slug: "members", chapter_id: chapters.london, visibility: "members" }),
    event({ id: events.chapter, slug: "chapter", chapter_id: chapters.london, visibility: "chapter" }),
    event({ id: events.draft, slug: "draft", chapter_id: chapters.london, state: "draft" }),
    event({ id: events.manchester, slug: "manchester", chapter_id: chapters.manchester, visibility: "chapter" }),
  ])}`;
  await sql`insert into event_access (event_id, link) select id, 'https://meet.example/' || slug from events`;
  await sql`insert into registrations (id, event_id, member_id, state, line) values
    (${rows.registration.aigerim}, ${events.open}, ${people.aigerim.member}, 'registered', null),
    (${rows.registration.madina}, ${events.open}, ${people.madina.member}, 'registered', null),
    (${rows.registration.zhanelWaits}, ${events.open}, ${people.zhanel.member}, 'waiting', 1)`;
  await sql`insert into limits (key, used, ends_at) values (${"k".repeat(64)}, 1, now() + interval '1 hour')`;
  await sql`select private.refresh_figures('1 minute')`;
}

/** Row id → its name in the access table. */
export const labels: Record<string, string> = Object.fromEntries([
  ...Object.entries(people).flatMap(([name, { member, account }]) => [[member ?? account, name], [account, name]]),
  ...[chapters, events, rows.request, rows.membership, rows.mandate, rows.registration].flatMap((group) => Object.entries(group).map(([name, key]) => [key, name])),
]);
