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

/** Regions: their names in URLs, and in the column `countries.region`. */
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

/** A moment on the last day of a term, to format it: of a term that ends at midnight, the last day is the one before. */
export const lastDayOf = (end: number): number => end - 1;

/** The same day `years` later ("2026-11-27" → "2027-11-27"); the 29th of February becomes the 28th. */
export const yearsLater = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4).replace("-02-29", "-02-28")}`;

/** Where a member stands with a chapter. `home`: the chapter that is their home now, this one or another. Moments in ms. */
export type ChapterStanding = {
  here: MembershipKind | null;
  since: number | null;
  request: { id: string; kind: MembershipKind; at: number } | null;
  /** Their last request, if the leaders declined it in the last 30 days. */
  declined: { at: number; reason: string } | null;
  home: { slug: string; name: Record<string, string> } | null;
};

type Joined = { kind: ChapterKind; joinMode: JoinMode; state: ChapterState };

/** Whether one can join the chapter, at once or by a request to its leaders. */
export const isJoinable = ({ joinMode, state }: Pick<Joined, "joinMode" | "state">): boolean => state === "active" && joinMode !== "invitation";

/**
 * What a member may do about belonging to a chapter. `join`: it becomes their home, as they have none; `move`: their home would change;
 * `guest`: their home stays.
 */
export type MembershipAction = "join" | "move" | "guest" | "withdraw" | "leave";

export function membershipActions(chapter: Joined, mine: ChapterStanding): MembershipAction[] {
  const leave: MembershipAction[] = mine.here ? ["leave"] : [];
  if (mine.request) return ["withdraw", ...leave];
  if (!isJoinable(chapter) || mine.here === "home") return leave;
  // An interest group is nobody's home.
  if (chapter.kind === "interest") return mine.here ? leave : ["guest"];
  const home: MembershipAction = mine.home ? "move" : "join";
  if (mine.here === "guest") return [home, ...leave];
  return mine.home ? [home, "guest"] : [home];
}

/** What was just done about a membership, as `?notice=` says; shown only while the member's data confirm it (`isConfirmed`). */
export const outcomes = ["joined", "requested", "withdrawn", "left"] as const;
type Outcome = (typeof outcomes)[number];

export function isConfirmed(outcome: Outcome, mine: ChapterStanding): boolean {
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

/** Whether the finder groups chapters by country; a search, one country, or the country chapters are one list. */
export const isByCountry = ({ q, country, kind }: { q?: string; country?: string; kind?: string }): boolean => !q && !country && kind !== "country";

/** When a list of chapters next changes by itself: a next event begins, or becomes today's. Null when none has an event. */
export function listChangesAt(next: readonly { at: number; zone: string }[], now: number): number | null {
  const zones = [...new Set(next.map(({ zone }) => zone))];
  const ahead = [...next.map(({ at }) => at), ...zones.map((zone) => nextMidnight(now, zone))].filter((moment) => moment > now);
  return ahead.length === 0 ? null : Math.min(...ahead);
}

/** Whether a chapter has a name of its own, as those of universities and interest groups do; those of countries and cities are named after the place. */
export const hasOwnName = (kind: ChapterKind): boolean => kind === "university" || kind === "interest";

/** When a chapter's page next changes by itself: its events or its team change, or the day ends, by which terms and the last year are counted. */
export function pageChangesAt({ zone, teamChangesAt }: { zone: string; teamChangesAt: number | null }, eventsChangeAt: number | null, now: number): number {
  return Math.min(nextMidnight(now, zone), teamChangesAt ?? Infinity, eventsChangeAt ?? Infinity);
}

/** A chapter that matches where a member studies; `members` null where the number is not published. */
export type SuggestedChapter = {
  id: string;
  slug: string;
  kind: ChapterKind;
  name: Record<string, string>;
  summary: Record<string, string>;
  joinMode: JoinMode;
  members: number | null;
};

/** The suggestions, preceded by the chapter the reader came from (`offered`) unless it is by invitation; each once, and without their home. */
export function orderSuggestions(suggested: readonly SuggestedChapter[], offered: SuggestedChapter | null, home: string | null): SuggestedChapter[] {
  const known = offered && (suggested.find(({ slug }) => slug === offered.slug) ?? offered);
  const first = known && known.joinMode !== "invitation" ? [known] : [];
  return [...first, ...suggested.filter(({ slug }) => slug !== known?.slug)].filter(({ slug }) => slug !== home);
}
