import type { Chapter } from "./chapters";
import type { Name } from "./names";
import { NameMaker } from "./names";
import { apportion, Random, Weighted } from "./random";
import type { City, Reference, Region, University } from "./reference";
import { degrees, StudyCalendar } from "./study-calendar";

type Membership = {
  id: string;
  chapter: Chapter;
  kind: "home" | "guest";
  from: number;
  to: number | null;
  startReason: string;
  endReason: string | null;
  previous: string | null;
};
type Study = { city: City; university: University; degree: string; field: string; startedOn: number; endsOn: number; from: number; to: number | null };
export type Status = { status: string; from: number; to: number | null };
export type Member = {
  id: string;
  name: Name;
  region: Region;
  locale: "kk" | "ru" | "en";
  funding: string;
  createdAt: number;
  memberships: Membership[];
  studies: Study[];
  statuses: Status[];
  isCurrent: boolean;
};

const day = 86_400_000;
const month = 30 * day;
const fields = new Weighted(
  [
    ["engineering", 20], ["business_law", 19], ["ict", 16], ["health", 13], ["social_sciences", 10],
    ["arts_humanities", 7], ["education", 6], ["natural_sciences", 5], ["services", 3], ["agriculture", 1],
  ] as const,
  ([, weight]) => weight,
);
const fundings = ["self_funded", "self_funded", "self_funded", "university_scholarship", "bolashak", "kz_state_grant", "corporate", "loan"];
const endings = new Weighted([["graduated", 50], ["returned_home", 24], ["left", 14], ["resigned", 12]] as const, ([, weight]) => weight);

/** Number of past members per current member. */
const pastShare = 0.6;
const firstYear = 2012;
/** Factor by which the number of people who join grows each year. */
const growth = 1.25;

/** `applicants` do not belong to a chapter yet; they are in `members` too. */
export type Histories = { members: Member[]; applicants: Member[]; byHome: Map<Chapter, Member[]> };

/** The histories of `count` current members and of the past ones, since 2012: always the same for the same `count` and `now` (ms). */
export function makeHistories(reference: Reference, chapters: Chapter[], count: number, now: number): Histories {
  const maker = new HistoryMaker(reference, chapters, now);
  const members: Member[] = [];
  const byCountry = apportion(reference.countries, ({ weight }) => weight, count);
  const pastByCountry = apportion(reference.countries, ({ weight }) => weight, Math.round(count * pastShare));
  for (const country of reference.countries) {
    const cities = reference.cities.filter((city) => city.country === country.iso2);
    for (const [city, here] of apportion(cities, ({ weight }) => weight, byCountry.get(country) ?? 0)) {
      for (let n = 0; n < here; n += 1) members.push(maker.current(city));
    }
    for (const [city, were] of apportion(cities, ({ weight }) => weight, pastByCountry.get(country) ?? 0)) {
      for (let n = 0; n < were; n += 1) members.push(maker.past(city));
    }
  }
  const applicants = chapters
    .filter(({ joinMode, state, city }) => joinMode === "request" && state === "active" && city)
    .flatMap((chapter) => maker.applicants(chapter));
  members.push(...applicants);
  const byHome = new Map<Chapter, Member[]>();
  for (const member of members) {
    const home = member.memberships.find(({ kind, to }) => kind === "home" && to === null)?.chapter;
    if (!home) continue;
    const here = byHome.get(home);
    if (here) here.push(member);
    else byHome.set(home, [member]);
  }
  return { members, applicants, byHome };
}

class HistoryMaker {
  private readonly random = new Random("histories");
  private readonly names: NameMaker;
  private readonly regions: Weighted<Region>;
  private readonly universities = new Map<string, Weighted<University>>();
  private readonly chapterOf = new Map<string, Chapter>();
  private readonly years: Weighted<number>;
  private readonly calendar: StudyCalendar;

  constructor(
    reference: Reference,
    private readonly chapters: Chapter[],
    private readonly now: number,
  ) {
    this.names = new NameMaker(reference);
    this.regions = new Weighted(reference.regions, ({ population }) => population);
    for (const city of reference.cities) {
      const here = reference.universities.filter((university) => university.city === city.id);
      if (here.length > 0) this.universities.set(city.id, new Weighted(here, ({ weight }) => weight));
    }
    for (const chapter of chapters) {
      if (chapter.kind === "university" && chapter.university && chapter.state === "active") this.chapterOf.set(chapter.university.id, chapter);
      if (chapter.kind === "city" && chapter.city) this.chapterOf.set(chapter.city.id, chapter);
      if (chapter.kind === "country") this.chapterOf.set(chapter.country.iso2, chapter);
    }
    const lastYear = new Date(now).getUTCFullYear() - 2;
    // Most of the latest cohorts are still here, so few of them are past members.
    const gone = [0.3, 0.55, 0.85];
    const cohorts = Array.from({ length: lastYear - firstYear + 1 }, (_year, index) => firstYear + index);
    this.years = new Weighted(cohorts, (year) => growth ** (year - firstYear) * (gone[lastYear - year] ?? 1));
    this.calendar = new StudyCalendar(this.random, now);
  }

  current(city: City): Member {
    const { random, now } = this;
    const degree = degrees.pick(random);
    const started = this.calendar.cohortStart(degree.years);
    const ends = this.calendar.studyEnd(started, degree.years);
    const usual = this.calendar.joinAfter(started);
    const joined = usual < now - day ? usual : Math.round(started + random.unit() ** 2 * (now - started - day / 2));
    const member = this.person(true, joined);
    const study = this.study(city, degree.code, started, ends, joined);
    let home = this.homeFor(study);
    const transfers: { at: number; chapter: Chapter }[] = [];
    if (now - joined > 6 * month && random.chance(0.09)) {
      const at = joined + random.unit() * (now - joined - month);
      transfers.push({ at, chapter: home });
      home = this.neighbour(home);
    }
    this.addHomeMemberships(member, home, joined, transfers);
    if (random.chance(0.12)) this.addEarlierDegree(member, study, joined);
    else member.studies.push(study);
    if (random.chance(0.02)) this.addFormerMembership(member);
    if (random.chance(0.03)) this.addGuestSemester(member, joined);
    if (random.chance(0.04)) this.addInterestGroup(member, joined);
    if (ends - now < 90 * day) this.changeStatus(member, "graduating", Math.max(ends - 90 * day, joined + day));
    return member;
  }

  past(city: City): Member {
    const { random, now } = this;
    const degree = degrees.pick(random);
    const started = this.calendar.studyStart(Date.UTC(this.years.pick(random), random.int(8, 10), random.int(1, 28)));
    const joined = this.calendar.joinAfter(started);
    const ends = Date.UTC(new Date(started).getUTCFullYear() + degree.years, 5, 30);
    const [usual] = endings.pick(random);
    const isUnfinished = ends + 60 * day > now;
    const reason = isUnfinished && usual === "graduated" ? "returned_home" : usual;
    const isEarly = isUnfinished || reason === "left" || reason === "resigned";
    const latest = Math.min(ends, now - 5 * day);
    const ended = Math.max(joined + 20 * day, isEarly ? joined + random.unit() * (latest - joined) : ends + random.int(-20, 60) * day);
    const member = this.person(false, joined);
    const study = this.study(city, degree.code, started, Math.max(ends, started + 200 * day), joined);
    member.studies.push(study);
    let home = this.homeFor(study);
    const transfers: { at: number; chapter: Chapter }[] = [];
    if (ended - joined > 8 * month && random.chance(0.1)) {
      transfers.push({ at: joined + random.unit() * (ended - joined - 2 * month) + month / 2, chapter: home });
      home = this.neighbour(home);
    }
    this.addHomeMemberships(member, home, joined, transfers);
    const last = member.memberships.at(-1);
    if (last) Object.assign(last, { to: Math.round(ended), endReason: reason });
    this.changeStatus(member, reason === "graduated" || reason === "returned_home" ? "alumni" : "left", Math.round(ended));
    return member;
  }

  private person(isCurrent: boolean, createdAt: number): Member {
    const { random } = this;
    const locale = random.chance(0.45) ? "kk" : random.chance(0.75) ? "ru" : "en";
    return {
      id: random.uuid(),
      name: this.names.make(random),
      region: this.regions.pick(random),
      locale,
      funding: random.pick(fundings),
      createdAt,
      memberships: [],
      studies: [],
      statuses: [{ status: "student", from: createdAt, to: null }],
      isCurrent,
    };
  }

  private study(city: City, degree: string, startedOn: number, endsOn: number, from: number): Study {
    const university = this.universities.get(city.id)?.pick(this.random);
    if (!university) throw new Error(`no university in ${city.id}`);
    return { city, university, degree, field: fields.pick(this.random)[0], startedOn, endsOn, from, to: null };
  }

  private homeFor({ university, city }: Study): Chapter {
    const atUniversity = this.chapterOf.get(university.id);
    if (atUniversity && this.random.chance(0.5)) return atUniversity;
    const found = this.chapterOf.get(this.random.chance(0.02) ? city.country : city.id);
    if (!found) throw new Error(`no chapter for ${city.id}`);
    return found;
  }

  /** Another chapter for the person to have come from: in the same country, if there is one, so that the country's total does not change. */
  private neighbour(home: Chapter): Chapter {
    const isNear = (chapter: Chapter) => chapter.country === home.country && chapter.kind !== "interest" && chapter.state === "active";
    const near = this.chapters.filter((chapter) => chapter !== home && isNear(chapter));
    return near.length > 0 ? this.random.pick(near) : home;
  }

  /** Adds the home memberships from joining until today: first in `origin`, then, from each transfer's time on, in its chapter. */
  private addHomeMemberships(member: Member, origin: Chapter, joined: number, transfers: { at: number; chapter: Chapter }[]): void {
    let from = joined;
    let chapter = origin;
    let previous: string | null = null;
    for (const { at, chapter: next } of transfers) {
      if (next === chapter) continue;
      const membership: Membership = {
        id: this.random.uuid(), chapter, kind: "home", from, to: Math.round(at),
        startReason: previous ? "transferred" : "joined", endReason: "transferred", previous,
      };
      member.memberships.push(membership);
      previous = membership.id;
      from = Math.round(at);
      chapter = next;
    }
    member.memberships.push({
      id: this.random.uuid(), chapter, kind: "home", from, to: null,
      startReason: previous ? "transferred" : "joined", endReason: null, previous,
    });
  }

  /** An earlier degree in another city, with a home chapter there, which ended with the transfer here. */
  private addEarlierDegree(member: Member, study: Study, joined: number): void {
    const { random } = this;
    const [first] = member.memberships;
    const city = this.chapters.filter((chapter) => chapter.kind === "city" && chapter.city?.id !== study.city.id);
    const before = random.pick(city);
    const began = joined - Math.round((1 + random.unit() * 3) * 365 * day);
    if (!first || !before.city || began < Date.UTC(firstYear, 8, 1)) {
      member.studies.push(study);
      return;
    }
    const membership: Membership = {
      id: random.uuid(), chapter: before, kind: "home", from: began, to: joined,
      startReason: "joined", endReason: "transferred", previous: null,
    };
    member.memberships.unshift(membership);
    Object.assign(first, { startReason: "transferred", previous: membership.id });
    member.studies.push({ ...this.study(before.city, "bachelor", began - 20 * day, joined - day, began), to: joined }, study);
    member.createdAt = began;
    member.statuses = [{ status: "student", from: began, to: null }];
  }

  /** Left once, for half a year to two years, and came back: two home memberships with a gap between them. */
  private addFormerMembership(member: Member): void {
    const { random } = this;
    const [first] = member.memberships;
    const [study] = member.studies;
    if (!first || !study || member.memberships.length > 1) return;
    const to = first.from - Math.round((160 + random.unit() * 500) * day);
    const from = to - Math.round((120 + random.unit() * 600) * day);
    if (from < Date.UTC(firstYear, 8, 1)) return;
    const { city } = study;
    member.memberships.unshift({
      id: random.uuid(), chapter: first.chapter, kind: "home", from, to,
      startReason: "joined", endReason: random.chance(0.5) ? "left" : "returned_home", previous: null,
    });
    member.studies.unshift({ ...this.study(city, "language_course", from - 20 * day, to, from), to: first.from });
    member.statuses = [
      { status: "student", from, to },
      { status: "left", from: to, to: first.from },
      { status: "student", from: first.from, to: null },
    ];
    member.createdAt = from;
  }

  /** A semester as a guest in another country; the home membership continues. */
  private addGuestSemester(member: Member, joined: number): void {
    const { random, now } = this;
    const from = Math.round(joined + random.unit() * (now - joined));
    if (from > now - day) return;
    const home = member.memberships.at(-1)?.chapter;
    const hosts = this.chapters.filter((chapter) => chapter.kind === "city" && chapter.country !== home?.country);
    const to = from + random.int(120, 170) * day;
    const isOver = to < now;
    member.memberships.push({
      id: random.uuid(), chapter: random.pick(hosts), kind: "guest", from, to: isOver ? to : null,
      startReason: "guest_semester", endReason: isOver ? "guest_ended" : null, previous: null,
    });
  }

  /** An interest group is joined in addition to the home chapter. */
  private addInterestGroup(member: Member, joined: number): void {
    const { random, now } = this;
    const groups = this.chapters.filter(({ kind }) => kind === "interest");
    const from = Math.round(joined + random.unit() * (now - joined));
    if (groups.length === 0 || from > now - day) return;
    member.memberships.push({
      id: random.uuid(), chapter: random.pick(groups), kind: "guest", from, to: null,
      startReason: "joined", endReason: null, previous: null,
    });
  }

  /** People who have completed their profile and wait for the answer of a chapter that is joined by request. */
  applicants(chapter: Chapter): Member[] {
    const { random, now } = this;
    return Array.from({ length: chapter.slug === "london" ? 5 : random.int(0, 3) }, () => {
      const createdAt = now - Math.round((0.2 + random.unit() ** 2 * 9) * day);
      const member = this.person(false, createdAt);
      member.statuses = [{ status: "applicant", from: createdAt, to: null }];
      const degree = degrees.pick(random);
      const started = this.calendar.studyStart(now);
      const ends = Date.UTC(new Date(started).getUTCFullYear() + degree.years, 5, 30);
      const study = chapter.city ? this.study(chapter.city, degree.code, started, ends, createdAt) : null;
      if (study) member.studies.push({ ...study, university: chapter.university ?? study.university });
      return member;
    });
  }

  private changeStatus(member: Member, status: string, at: number): void {
    const last = member.statuses.at(-1);
    if (!last || at <= last.from) return;
    last.to = at;
    member.statuses.push({ status, from: at, to: null });
  }
}
