import type { Chapter } from "./chapters";
import type { Member } from "./histories";
import type { Random } from "./random";

export type Stay = { member: Member; from: number; to: number };

/** Who belonged to a chapter, or to one below it, at a given time: past events and offices go to people who were members then. */
export class Presence {
  private readonly stays = new Map<Chapter, Stay[]>();

  constructor(members: readonly Member[]) {
    for (const member of members) {
      for (const { chapter, from, to } of member.memberships) {
        for (let at: Chapter | null = chapter; at; at = at.parent) this.staysIn(at).push({ member, from, to: to ?? Number.POSITIVE_INFINITY });
      }
    }
  }

  count(chapter: Chapter, moment: number): number {
    return this.staysIn(chapter).filter(({ from, to }) => from <= moment && moment < to).length;
  }

  /** Up to `limit` different people who belonged to the chapter from `from` until `until`, picked from the whole list. */
  draw(random: Random, chapter: Chapter, limit: number, from: number, until: number): Stay[] {
    const all = this.staysIn(chapter);
    const found = new Map<Member, Stay>();
    const step = stepThrough(all.length, random);
    let at = random.int(0, Math.max(0, all.length - 1));
    for (let n = 0; n < all.length && found.size < limit; n += 1) {
      const stay = all[at];
      if (stay && stay.from <= from && stay.to > until && !found.has(stay.member)) found.set(stay.member, stay);
      at = (at + step) % all.length;
    }
    return [...found.values()];
  }

  private staysIn(chapter: Chapter): Stay[] {
    const known = this.stays.get(chapter);
    if (known) return known;
    const stays: Stay[] = [];
    this.stays.set(chapter, stays);
    return stays;
  }
}

/** A step coprime to `length`: repeated, it visits every index of a ring exactly once. */
function stepThrough(length: number, random: Random): number {
  const greatestDivisor = (a: number, b: number): number => (b === 0 ? a : greatestDivisor(b, a % b));
  let step = Math.max(1, random.int(1, Math.max(1, length - 1)));
  while (length > 1 && greatestDivisor(step, length) !== 1) step += 1;
  return step;
}
