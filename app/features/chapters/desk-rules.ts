import type { LeaderRole } from "./rules";

/** Page sizes, which `list_requests` and `chapter_members` have built in. */
export const requestsPerPage = 20;
export const membersPerPage = 50;
/** What a list of members can be sorted by; "-" means descending. */
export const memberSorts = ["name", "-name", "since", "-since", "university", "-university"] as const;
/** The statuses that somebody in a chapter can have. */
export const memberStatuses = ["student", "graduating", "alumni", "friend", "honorary", "suspended"] as const;

/** How an office ends before its term is over: its holder steps down (`own`), or the president ends it, or withdraws one that has not begun (`coming`). */
export function mandateEndKind({ isMine, from }: { isMine: boolean; from: number }, now: number): "own" | "coming" | "running" {
  if (isMine) return "own";
  return from > now ? "coming" : "running";
}

/** Path, without the language, to redirect to after a change to the team: the team or, when the reader no longer holds an office there, the chapter's page. */
export const pathAfterTeamChange = (slug: string, isInTeam: boolean, notice: "appointed" | "ended"): string =>
  isInTeam ? `/lead/${slug}/team?notice=${notice}` : `/chapters/${slug}?notice=office-ended`;

const day = 86_400_000;

/** Whole days from one moment to a later one (milliseconds since 1970), never negative. */
export const wholeDays = (from: number, to: number): number => Math.max(0, Math.floor((to - from) / day));

type Event = {
  id: string;
  slug: string;
  title: Record<string, string>;
  startsAt: number;
  clock: string;
  capacity: number | null;
  taken: number;
  waiting: number;
};
/** What the desk knows; a part is null where the mandate gives no right to it. Moments are milliseconds since 1970. */
export type DeskFacts = {
  permissions: readonly string[];
  requests: { count: number; oldest: number | null } | null;
  drafts: { count: number; first: { id: string; title: Record<string, string>; startsAt: number; clock: string } | null } | null;
  nextEvent: Event | null;
  hasPresident: boolean;
  ending: readonly { role: LeaderRole; to: number; isMine: boolean; name: string }[];
};

export type DeskStep =
  | { kind: "requests"; count: number; days: number }
  | { kind: "event"; event: Event; days: number }
  | { kind: "vacancy" }
  | { kind: "term"; role: LeaderRole; to: number; isMine: boolean; name: string }
  | { kind: "draft"; count: number; draft: NonNullable<NonNullable<DeskFacts["drafts"]>["first"]> }
  | { kind: "plan" };

/** What to do next, the most urgent first: people who wait, an event within a week, gaps in the team, drafts, an event to plan where none is coming. */
export function nextSteps(facts: DeskFacts, now: number): DeskStep[] {
  const { requests, nextEvent, drafts, ending, hasPresident, permissions } = facts;
  const may = (permission: string) => permissions.includes(permission);
  const steps: DeskStep[] = [];
  if (requests && requests.count > 0 && requests.oldest !== null) {
    steps.push({ kind: "requests", count: requests.count, days: wholeDays(requests.oldest, now) });
  }
  if (nextEvent && may("attendees:read") && nextEvent.startsAt - now < 7 * day) {
    steps.push({ kind: "event", event: nextEvent, days: wholeDays(now, nextEvent.startsAt) });
  }
  if (!hasPresident) steps.push({ kind: "vacancy" });
  steps.push(...ending.map((term): DeskStep => ({ kind: "term", ...term })));
  if (drafts?.first) steps.push({ kind: "draft", count: drafts.count, draft: drafts.first });
  if (!nextEvent && drafts?.count === 0) steps.push({ kind: "plan" });
  return steps;
}
