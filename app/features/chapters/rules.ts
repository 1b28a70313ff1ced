import { nextMidnight } from "~/features/events/rules";

/** Codes of `supabase/schemas/30_chapters.sql`. */
export const chapterKinds = ["country", "city", "university", "interest"] as const;
export const joinModes = ["open", "request", "invitation"] as const;
export const chapterStates = ["active", "paused", "closed"] as const;
export const leaderRoles = ["president", "vice_president", "secretary", "treasurer", "events_lead"] as const;
export const membershipKinds = ["home", "guest"] as const;

export type ChapterKind = (typeof chapterKinds)[number];
type JoinMode = (typeof joinModes)[number];
type ChapterState = (typeof chapterStates)[number];
export type LeaderRole = (typeof leaderRoles)[number];
export type MembershipKind = (typeof membershipKinds)[number];

/** Parts of the world as addresses spell them, and as the countries of the database do. */
export const regions = {
  europe: "Europe",
  cis: "CIS",
  turkiye: "Türkiye",
  asia: "Asia",
  "north-america": "North America",
  "middle-east": "Middle East",
  oceania: "Oceania",
} as const;
export type Region = keyof typeof regions;

/** A moment of the last day of a term: one that ends at midnight is over with the day before. */
export const lastDayOf = (end: number): number => end - 1;

/** The same day so many years later ("2026-11-27" → "2027-11-27"); the 29th of February becomes the 28th. */
export const yearsLater = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4).replace("-02-29", "-02-28")}`;

/** Where a member stands with a chapter. `home`: the chapter that is their home now, this one or another. Moments in ms. */
export type Mine = {
  here: MembershipKind | null;
  since: number | null;
  request: { id: string; kind: MembershipKind; at: number } | null;
  /** Their last request, where the leaders lately said no. */
  declined: { at: number; reason: string } | null;
  home: { slug: string; name: Record<string, string> } | null;
};

type Joined = { kind: ChapterKind; joinMode: JoinMode; state: ChapterState };

/** Whether the chapter takes anybody by itself or by its leaders' answer. */
export const takesMembers = ({ joinMode, state }: Pick<Joined, "joinMode" | "state">): boolean => state === "active" && joinMode !== "invitation";

/**
 * What somebody may do about belonging to a chapter. `join`: it becomes their home, they have none; `move`: their home would change;
 * `guest`: their home stays.
 */
export type Step = "join" | "move" | "guest" | "withdraw" | "leave";

export function stepsOf(chapter: Joined, mine: Mine): Step[] {
  const leave: Step[] = mine.here ? ["leave"] : [];
  if (mine.request) return ["withdraw", ...leave];
  if (!takesMembers(chapter) || mine.here === "home") return leave;
  // A group by interest is nobody's home.
  if (chapter.kind === "interest") return mine.here ? leave : ["guest"];
  const home: Step = mine.home ? "move" : "join";
  return mine.here === "guest" ? [home, ...leave] : [home, ...(mine.home ? (["guest"] as const) : [])];
}

/** What was just done to a membership, as the address says it; true only while the rows bear it out. */
export const outcomes = ["joined", "requested", "withdrawn", "left"] as const;
type Outcome = (typeof outcomes)[number];

export function isBorneOut(outcome: Outcome, mine: Mine): boolean {
  switch (outcome) {
    case "joined":
      return mine.here !== null;
    case "requested":
      return mine.request !== null;
    case "withdrawn":
      return mine.request === null;
    case "left":
      return mine.here === null;
  }
}

/** Whether the finder shows countries with their chapters; what is searched for, or asked of one country, is one list. */
export const isByCountry = ({ q, country, kind }: { q?: string; country?: string; kind?: string }): boolean => !q && !country && kind !== "country";

/** When a list of chapters changes by itself: a next event begins, or becomes today's. Null when none has an event. */
export function listChangesAt(next: readonly { at: number; zone: string }[], now: number): number | null {
  const zones = [...new Set(next.map(({ zone }) => zone))];
  const ahead = [...next.map(({ at }) => at), ...zones.map((zone) => nextMidnight(now, zone))].filter((moment) => moment > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** Universities and groups have names of their own; a country's and a city's chapter is called by the place. */
export const ownName = (kind: ChapterKind): boolean => kind === "university" || kind === "interest";

/** When a chapter's page changes by itself: its events do, its team does, or the day is over, by which terms and the last year are counted. */
export function pageChangesAt({ zone, teamChangesAt }: { zone: string; teamChangesAt: number | null }, eventsChangeAt: number | null, now: number): number {
  return Math.min(nextMidnight(now, zone), teamChangesAt ?? Infinity, eventsChangeAt ?? Infinity);
}

/** A chapter that suits where a member studies; `members` null where the number is not published. */
export type SuggestedChapter = {
  id: string;
  slug: string;
  kind: ChapterKind;
  name: Record<string, string>;
  summary: Record<string, string>;
  joinMode: JoinMode;
  members: number | null;
};

/** The suggestions with the chapter somebody came from before them; without their home, and each once. */
export function bestFirst(suggested: readonly SuggestedChapter[], offered: SuggestedChapter | null, home: string | null): SuggestedChapter[] {
  const known = offered && (suggested.find(({ slug }) => slug === offered.slug) ?? offered);
  const first = known && known.joinMode !== "invitation" ? [known] : [];
  return [...first, ...suggested.filter(({ slug }) => slug !== known?.slug)].filter(({ slug }) => slug !== home);
}
