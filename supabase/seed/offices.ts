import type { Chapter } from "./chapters";
import type { Histories, Member } from "./histories";
import type { Presence } from "./presence";
import { Random } from "./random";

export type Mandate = { id: string; member: Member; chapter: Chapter; role: string; from: number; to: number; shownAs: string | null };
export type JoinRequest = { id: string; member: Member; chapter: Chapter; kind: "home" | "guest"; message: string | null; at: number };

const day = 86_400_000;
const roles = [["president", 0.97], ["vice_president", 0.6], ["events_lead", 0.5], ["treasurer", 0.4], ["secretary", 0.35]] as const;
const firstTerm = 2016;
/** A chapter with fewer members than this elects nobody. */
const quorum = 5;

/** Terms from September to September, including the current one. A few chapters are visibly without a president. */
export function makeMandates(presence: Presence, chapters: Chapter[], now: number): Mandate[] {
  const random = new Random("mandates");
  const today = new Date(now);
  const thisTerm = today.getUTCMonth() >= 8 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
  const mandates: Mandate[] = [];
  for (const chapter of chapters) {
    for (let year = firstTerm; year <= thisTerm; year += 1) {
      const from = Date.UTC(year, 8, 1, 9);
      const to = Date.UTC(year + 1, 8, 1, 9);
      const people = presence.draw(random, chapter, 12, Math.min(from, now), Math.min(to, now));
      if (people.length < quorum) continue;
      const chosen = new Set<Member>();
      for (const [role, share] of roles) {
        const { member } = random.pick(people);
        if (chosen.has(member) || !random.chance(share)) continue;
        chosen.add(member);
        const shownAs = random.chance(0.75) ? `${member.name.surname} ${member.name.givenName}` : null;
        mandates.push({ id: random.uuid(), member, chapter, role, from, to, shownAs });
      }
    }
  }
  return mandates;
}

/** Requests waiting for an answer: newcomers who ask for a first home chapter, and members who want to move in or visit for a semester. */
export function makeRequests({ members, applicants }: Histories, chapters: Chapter[], messages: string[], now: number): JoinRequest[] {
  const random = new Random("requests");
  const requesters = new Set<Member>();
  const current = members.filter(({ isCurrent }) => isCurrent);
  const newcomers = [...applicants];
  const message = () => (random.chance(0.6) ? random.pick(messages) : null);
  return chapters
    .filter(({ joinMode, state }) => joinMode === "request" && state === "active")
    .flatMap((chapter) => {
      const isTheirs = ({ studies: [study] }: Member) => study?.city === chapter.city && (chapter.university === null || study?.university === chapter.university);
      const firsts = newcomers.filter((member) => isTheirs(member) && !requesters.has(member)).slice(0, 5);
      const isMember = ({ memberships }: Member) =>
        memberships.some((membership) => membership.chapter === chapter && (membership.to === null || membership.to > now));
      const drawn = Array.from({ length: random.int(0, 2) }, () => random.pick(current));
      const movers = drawn.filter((member) => !requesters.has(member) && !isMember(member));
      for (const member of [...firsts, ...movers]) requesters.add(member);
      return [
        ...firsts.map((member) => ({ id: random.uuid(), member, chapter, kind: "home" as const, message: message(), at: member.createdAt + 600_000 })),
        ...[...new Set(movers)].map((member) => {
          const at = Math.max(member.createdAt + day, now - Math.round(random.unit() ** 2 * 9 * day) - 3_600_000);
          return {
            id: random.uuid(),
            member,
            chapter,
            kind: random.chance(0.3) ? ("guest" as const) : ("home" as const),
            message: message(),
            at: Math.min(at, now - 60_000),
          };
        }),
      ];
    });
}
