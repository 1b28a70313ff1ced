import type { Chapter } from "./chapters";
import type { Histories, Member } from "./histories";
import { Random } from "./random";

export type Mandate = { id: string; member: Member; chapter: Chapter; role: string; from: number; to: number; shownAs: string | null };
export type JoinRequest = { id: string; member: Member; chapter: Chapter; message: string | null; at: number };

const day = 86_400_000;
const roles = [["president", 0.93], ["vice_president", 0.6], ["events_lead", 0.5], ["treasurer", 0.4], ["secretary", 0.35]] as const;

/** Terms from September to August: this year's, and those of the three years before. A few chapters are visibly without a president. */
export function makeMandates({ byHome }: Histories, chapters: Chapter[], now: number): Mandate[] {
  const random = new Random("mandates");
  const today = new Date(now);
  const thisTerm = today.getUTCMonth() >= 8 ? today.getUTCFullYear() : today.getUTCFullYear() - 1;
  const mandates: Mandate[] = [];
  for (const chapter of chapters) {
    const people = [...(byHome.get(chapter) ?? [])].sort((a, b) => a.createdAt - b.createdAt);
    for (let year = thisTerm - 3; year <= thisTerm; year += 1) {
      const from = Date.UTC(year, 8, 1, 9);
      const eligible = people.filter(({ spells }) => spells.some((spell) => spell.chapter === chapter && spell.from < from));
      if (eligible.length < roles.length) continue;
      const chosen = new Set<Member>();
      for (const [role, share] of roles) {
        const member = random.pick(eligible);
        if (chosen.has(member) || !random.chance(share)) continue;
        chosen.add(member);
        const shownAs = random.chance(0.75) ? `${member.name.surname} ${member.name.givenName}` : null;
        mandates.push({ id: random.uuid(), member, chapter, role, from, to: Date.UTC(year + 1, 7, 31, 20), shownAs });
      }
    }
  }
  return mandates;
}

/** People who wait for an answer: in chapters that join by request, most of them for less than a week. */
export function makeRequests({ members }: Histories, chapters: Chapter[], messages: string[], now: number): JoinRequest[] {
  const random = new Random("requests");
  const asked = new Set<Member>();
  const current = members.filter(({ isCurrent }) => isCurrent);
  return chapters
    .filter(({ joinMode, state }) => joinMode === "request" && state === "active")
    .flatMap((chapter) =>
      Array.from({ length: chapter.slug === "london" ? 5 : random.int(0, 4) }, () => {
        const member = random.pick(current);
        if (asked.has(member) || member.spells.some((spell) => spell.chapter === chapter && (spell.to === null || spell.to > now))) return null;
        asked.add(member);
        const message = random.chance(0.6) ? random.pick(messages) : null;
        return { id: random.uuid(), member, chapter, message, at: now - Math.round(random.unit() ** 2 * 9 * day) - 3_600_000 };
      }),
    )
    .filter((request) => request !== null);
}
