import { slugOf, type Chapter } from "./chapters";
import type { Row } from "./copy-into";
import { likelihood, onWeekday, pickDay, timesOf } from "./event-dates";
import type { Member } from "./histories";
import type { Presence, Stay } from "./presence";
import { Random, Weighted } from "./random";
import { RegistrationMaker } from "./registrations";
import { locales, type EventText, type Venues, type LanguageMap } from "./texts";

export type EventRows = { events: Row[]; access: Row[]; registrations: Row[] };

const day = 86_400_000;
const pastYears = 5;
const comingDays = 110;
const comingShare = 0.14;
/** London has events of every kind for people who look around the demo: open, with a waiting list, cancelled, a draft. */
const shownFirst = ["open", "popular", "draft", "cancelled", "open", "full", "open", "popular"] as const;
/** `popular`: more people than places; `full`: exactly as many people as places. */
type Fate = "open" | "popular" | "full" | "draft" | "cancelled";

/** Makes past and future events of the chapters, each at a plausible local hour, with the people who attended, are registered or wait. */
export class EventMaker {
  readonly rows: EventRows = { events: [], access: [], registrations: [] };
  private readonly random = new Random("events");
  private readonly registrationMaker: RegistrationMaker;
  private readonly active: Weighted<Chapter>;
  private readonly london: Chapter | undefined;
  private readonly slugs = new Set<string>();

  constructor(
    chapters: Chapter[],
    private readonly texts: EventText[],
    private readonly venues: Venues,
    private readonly presence: Presence,
    private readonly known: ReadonlySet<Member>,
    private readonly now: number,
  ) {
    const active = chapters.filter(({ state, kind }) => state === "active" && kind !== "interest");
    const sizes = new Map(active.map((chapter) => [chapter, presence.count(chapter, now)]));
    this.active = new Weighted(active, (chapter) => Math.sqrt((sizes.get(chapter) ?? 0) * (chapter.kind === "country" ? 0.3 : 1) + 1));
    this.london = active.find(({ slug }) => slug === "london");
    this.registrationMaker = new RegistrationMaker(this.random, now);
  }

  make(count: number): EventRows {
    const coming = Math.round(count * comingShare);
    for (let n = 0; n < coming; n += 1) this.coming(shownFirst[n]);
    for (let n = coming; n < count; n += 1) this.past();
    return this.rows;
  }

  private coming(shown: Fate | undefined): void {
    const { random, now } = this;
    const chapter = (shown && this.london) || this.active.pick(random);
    const date = pickDay(random, now + day, now + (shown ? 45 : comingDays) * day, 1.2);
    const roll = random.unit();
    this.hold(chapter, this.textFor(chapter, date), date, 1, shown ?? fateOf(roll));
  }

  private past(): void {
    const { random, now } = this;
    const chapter = this.active.pick(random);
    const date = pickDay(random, now - day, now - pastYears * 365 * day, 1.4);
    this.hold(chapter, this.textFor(chapter, date), date, -1, random.chance(0.03) ? "cancelled" : "open");
  }

  private textFor(chapter: Chapter, date: number): EventText {
    return new Weighted(this.texts, (text) => (text.levels.includes(chapter.kind) ? likelihood(text, date) : 0)).pick(this.random);
  }

  private hold(chapter: Chapter, text: EventText, drawn: number, direction: 1 | -1, fate: Fate): void {
    const { random, now } = this;
    const date = onWeekday(text, drawn, direction);
    const times = timesOf(text, date, chapter.zone, random.chance(0.3));
    const createdAt = Math.min(now - 2 * day, times.startsAt - random.int(25, 60) * day);
    const people = this.peopleFor(chapter, text, times.startsAt, fate);
    const room = this.roomFor(text, people.length, fate);
    const id = random.uuid();
    const slug = this.freeSlug(`${slugOf(text.title.en ?? text.kind)}-${chapter.slug}`, times.startsLocal.slice(0, 10));
    const mayWait = direction > 0 && fate !== "cancelled";
    const gathering = { eventId: id, capacity: room, startsAt: times.startsAt, openedAt: createdAt, mayWait };
    const { registrations, taken, waiting } = this.registrationMaker.fill(gathering, people);
    this.rows.events.push({
      id,
      slug,
      chapter_id: chapter.id,
      kind: text.kind,
      ...this.wordsOf(text),
      zone: chapter.zone,
      starts_local: times.startsLocal,
      ends_local: times.endsLocal,
      starts_at: new Date(times.startsAt).toISOString(),
      ends_at: new Date(times.endsAt).toISOString(),
      registration_closes_at: random.chance(0.2) ? new Date(times.startsAt - day).toISOString() : null,
      format: text.format,
      city_id: text.format === "online" ? null : (chapter.city?.id ?? null),
      venue: text.format === "online" ? null : this.venueOf(chapter, text),
      capacity: fate === "full" && taken > 0 ? taken : room,
      taken,
      waiting,
      visibility: random.chance(0.8) ? "everyone" : random.chance(0.6) ? "members" : "chapter",
      state: fate === "draft" || fate === "cancelled" ? fate : "published",
      cancel_reason: fate === "cancelled" ? random.pick(cancelReasons) : null,
      created_at: new Date(createdAt).toISOString(),
    });
    this.rows.access.push({ event_id: id, link: text.format === "on_site" ? null : `https://meet.kazalliance.example/${slug}`, address: null });
    this.rows.registrations.push(...registrations);
  }

  /** How many places are offered at first; null: no limit. */
  private roomFor({ capacity }: EventText, people: number, fate: Fate): number | null {
    if (fate === "full") return null;
    if (fate === "popular" && people > 3) return Math.max(2, Math.floor(people * 0.7));
    return capacity ? this.random.int(...capacity) : null;
  }

  /** People who belonged to the chapter at the time; the known people take part often, so that their pages show something. */
  private peopleFor(chapter: Chapter, text: EventText, startsAt: number, fate: Fate): Stay[] {
    const { random, now } = this;
    if (fate === "draft") return [];
    const moment = Math.min(startsAt, now);
    const most = text.capacity ? random.int(...text.capacity) : random.int(8, 70);
    const share = () => {
      if (fate === "popular") return 1;
      return (startsAt > now ? 0.15 : 0.4) + random.unit() * 0.6;
    };
    const drawn = this.presence.draw(random, chapter, Math.round(most * share()), moment - day, moment);
    if (fate === "popular" || chapter !== this.london) return drawn;
    const everybody = this.presence.draw(random, chapter, Number.POSITIVE_INFINITY, moment - day, moment);
    const keen = everybody.filter(({ member }) => this.known.has(member) && random.chance(0.5));
    return [...keen, ...drawn.filter(({ member }) => !this.known.has(member))];
  }

  private wordsOf(text: EventText) {
    const { random } = this;
    const languages = random.chance(0.62) ? [...locales] : random.pick<string[]>([["kk", "ru"], ["ru"], ["kk"], ["kk", "en"], ["ru", "en"], ["en"]]);
    const only = (words: LanguageMap): LanguageMap => Object.fromEntries(languages.map((language) => [language, words[language] ?? ""]));
    const statusOf = (language: string) => {
      const isTranslation = languages.length > 1 && language !== languages[0];
      return isTranslation && random.chance(0.2) ? random.pick(["machine", "machine", "outdated"]) : "reviewed";
    };
    return {
      title: only(text.title),
      summary: only(text.summary),
      description: only(text.description),
      text_status: Object.fromEntries(languages.map((language) => [language, statusOf(language)])),
      spoken: languages.slice(0, 2),
    };
  }

  private venueOf({ country, university, kind }: Chapter, { place }: EventText): string {
    const language = country.region === "CIS" ? "ru" : country.hostLanguage;
    const names = this.venues[place]?.[language] ?? this.venues[place]?.en;
    if (!names) throw new Error(`no venue for ${place}`);
    const isInside = kind === "university" && university && ["campus", "lecture", "library", "hall", "gym", "pitch"].includes(place);
    return `${isInside ? `${university.name}, ` : ""}${this.random.pick(names)}`.slice(0, 200);
  }

  private freeSlug(name: string, date: string): string {
    const first = `${name.slice(0, 80).replace(/-+$/, "")}-${date}`;
    let slug = first;
    for (let n = 2; this.slugs.has(slug); n += 1) slug = `${first}-${n}`;
    this.slugs.add(slug);
    return slug;
  }
}

/** What becomes of an event to come, by a random number from 0 to 1. */
function fateOf(roll: number): Fate {
  if (roll < 0.06) return "draft";
  if (roll < 0.1) return "cancelled";
  if (roll < 0.24) return "popular";
  return roll < 0.32 ? "full" : "open";
}

const cancelReasons = [
  "The room is closed that evening; we are looking for a new date.",
  "Зал в этот день закрыт, выбираем новую дату.",
  "Спикер ауырып қалды, жаңа күнін кейін хабарлаймыз.",
  "Ауа райының қолайсыздығынан кейінге қалдырамыз.",
  "Записалось слишком мало людей, соберёмся в следующем месяце.",
];
