import type { Chapter } from "./chapters";
import { slugOf } from "./chapters";
import type { Row } from "./copy";
import type { Histories, Member } from "./histories";
import { Random, Weighted } from "./random";
import type { EventText } from "./texts";

export type EventRows = { events: Row[]; access: Row[]; registrations: Row[] };

const day = 86_400_000;
const rooms = ["Student Centre", "Main Library, seminar room", "Students’ Union, hall", "International House", "Sports Hall", "Lecture Theatre B", "Campus Café"];
const pastYears = 5;
const comingDays = 110;
const comingShare = 0.14;

/** Minutes by which a zone is ahead of UTC at a moment. */
function offsetOf(zone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone: zone, year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", hourCycle: "h23" })
    .formatToParts(moment)
    .reduce<Record<string, number>>((all, part) => ({ ...all, [part.type]: Number(part.value) }), {});
  const wall = Date.UTC(parts.year ?? 0, (parts.month ?? 1) - 1, parts.day ?? 1, parts.hour ?? 0, parts.minute ?? 0);
  return Math.round((wall - Math.floor(moment / 60_000) * 60_000) / 60_000);
}

/** Past and coming events of the chapters, each at a plausible hour of its own zone, with the people who came, come or wait. */
export function makeEvents(histories: Histories, chapters: Chapter[], texts: EventText[], count: number, now: number): EventRows {
  const random = new Random("events");
  const rows: EventRows = { events: [], access: [], registrations: [] };
  const active = chapters.filter(({ state, kind }) => state === "active" && kind !== "interest");
  const byWeight = new Weighted(active, (chapter) => Math.sqrt((histories.byHome.get(chapter)?.length ?? 0) + (chapter.kind === "country" ? 30 : 1)));
  const slugs = new Set<string>();
  let line = 0;
  const london = active.find(({ slug }) => slug === "london");
  for (let n = 0; n < count; n += 1) {
    const isComing = n < count * comingShare;
    const chapter = isComing && n < 8 && london ? london : byWeight.pick(random);
    const date = isComing ? now + random.unit() ** 1.3 * comingDays * day + day / 2 : now - random.unit() * pastYears * 365 * day - day;
    const month = new Date(date).getUTCMonth() + 1;
    const text = random.pick(texts.filter(({ months }) => !months || months.includes(month)));
    const event = makeEvent({ random, chapter, text, date, isComing, slugs });
    const people = peopleFor(random, histories, chapter, event, isComing);
    const capacity = event.capacity === null ? Number.POSITIVE_INFINITY : Number(event.capacity);
    const registered = event.state === "draft" ? [] : people.slice(0, capacity);
    const waiting = event.state === "published" && isComing ? people.slice(capacity, capacity + 12) : [];
    rows.events.push({ ...event, taken: registered.length, waiting: waiting.length });
    rows.access.push({ event_id: String(event.id), link: event.format === "on_site" ? null : `https://meet.kazalliance.example/${String(event.slug)}`, address: null });
    const begun = Math.min(now, Date.parse(String(event.starts_at)));
    for (const member of registered) rows.registrations.push(registration(random, event, member, null, begun));
    for (const member of waiting) rows.registrations.push(registration(random, event, member, (line += 1), begun));
  }
  return rows;
}

function registration(random: Random, event: Row, member: Member, line: number | null, before: number): Row {
  const at = new Date(before - random.unit() * 20 * day).toISOString();
  return { id: random.uuid(), event_id: event.id ?? null, member_id: member.id, state: line === null ? "registered" : "waiting", line, created_at: at };
}

function peopleFor(random: Random, { byHome }: Histories, chapter: Chapter, event: Row, isComing: boolean): Member[] {
  const home = byHome.get(chapter) ?? [];
  const wanted = event.capacity === null ? random.int(8, 60) : Math.round(Number(event.capacity) * (isComing ? random.unit() * 1.25 : 0.4 + random.unit() * 0.6));
  const from = random.int(0, Math.max(0, home.length - 1));
  return [...home.slice(from), ...home.slice(0, from)].slice(0, Math.min(wanted, Math.floor(home.length * 0.7)));
}

type Making = { random: Random; chapter: Chapter; text: EventText; date: number; isComing: boolean; slugs: Set<string> };

function makeEvent({ random, chapter, text, date, isComing, slugs }: Making): Row {
  const { zone } = chapter;
  const midnight = Math.floor(date / day) * day;
  const startsWall = midnight + text.hour * 3_600_000 + (random.chance(0.3) ? 1_800_000 : 0);
  const endsWall = startsWall + text.hours * 3_600_000;
  const starts = startsWall - offsetOf(zone, startsWall) * 60_000;
  const ends = endsWall - offsetOf(zone, endsWall) * 60_000;
  const name = `${slugOf(text.title.en ?? text.kind)}-${chapter.slug}`.slice(0, 80).replace(/-+$/, "");
  let slug = `${name}-${new Date(startsWall).toISOString().slice(0, 10)}`;
  for (let n = 2; slugs.has(slug); n += 1) slug = `${name}-${new Date(startsWall).toISOString().slice(0, 10)}-${n}`;
  slugs.add(slug);
  const languages = random.chance(0.62) ? ["kk", "ru", "en"] : random.pick([["kk", "ru"], ["ru"], ["kk"], ["kk", "en"], ["ru", "en"], ["en"]]);
  const only = (words: Record<string, string>) => Object.fromEntries(languages.filter((language) => words[language]).map((language) => [language, words[language] ?? ""]));
  const roll = random.unit();
  const state = isComing && roll < 0.06 ? "draft" : roll < (isComing ? 0.09 : 0.03) ? "cancelled" : "published";
  const place = chapter.university ?? null;
  return {
    id: random.uuid(),
    slug,
    chapter_id: chapter.id,
    kind: text.kind,
    title: only(text.title),
    summary: only(text.summary),
    description: only(text.description),
    text_status: Object.fromEntries(languages.map((language) => [language, language === "en" && random.chance(0.25) ? "machine" : "reviewed"])),
    spoken: languages.slice(0, 2),
    zone,
    starts_local: new Date(startsWall).toISOString().slice(0, 19),
    ends_local: new Date(endsWall).toISOString().slice(0, 19),
    starts_at: new Date(starts).toISOString(),
    ends_at: new Date(ends).toISOString(),
    format: text.format,
    city_id: text.format === "online" ? null : (chapter.city?.id ?? null),
    venue: text.format === "online" ? null : `${place ? `${place.name}, ` : ""}${random.pick(rooms)}`.slice(0, 200),
    capacity: text.capacity ? random.int(...text.capacity) : null,
    visibility: random.chance(0.8) ? "everyone" : random.chance(0.6) ? "members" : "chapter",
    state,
    cancel_reason: state === "cancelled" ? random.pick(["The room is closed that evening.", "Зал в этот день закрыт, выбираем новую дату.", "Спикер ауырып қалды, жаңа күнін хабарлаймыз."]) : null,
  };
}
