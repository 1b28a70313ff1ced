import type { Row } from "./copy-into";
import type { Stay } from "./presence";
import type { Random } from "./random";

const day = 86_400_000;
const withdrawnShare = 0.06;

type Attendance = { registrations: Row[]; taken: number; waiting: number };

type Gathering = { eventId: string; capacity: number | null; startsAt: number; openedAt: number; mayWait: boolean };

/** Makes registrations in order of arrival: the first people get the places, the others go on the waiting list; a few have cancelled. */
export class RegistrationMaker {
  private line = 0;

  constructor(
    private readonly random: Random,
    private readonly now: number,
  ) {}

  fill({ eventId, capacity, startsAt, openedAt, mayWait }: Gathering, people: Stay[]): Attendance {
    const { random } = this;
    const until = Math.min(this.now, startsAt) - 60_000;
    const arrivals = people
      .map((stay) => {
        const from = Math.min(until, Math.max(openedAt, stay.from));
        return { stay, at: Math.round(from + random.unit() * (until - from)) };
      })
      .sort((a, b) => a.at - b.at);
    const attendance: Attendance = { registrations: [], taken: 0, waiting: 0 };
    for (const { stay, at } of arrivals) {
      const isFull = capacity !== null && attendance.taken >= capacity;
      if (isFull && !mayWait) break;
      const isWithdrawn = !isFull && random.chance(withdrawnShare);
      const cancelledAt = isWithdrawn ? Math.min(until, at + Math.round(random.unit() * 4 * day)) : null;
      attendance.registrations.push({
        id: random.uuid(),
        event_id: eventId,
        member_id: stay.member.id,
        state: isWithdrawn ? "cancelled" : isFull ? "waiting" : "registered",
        line: isFull ? (this.line += 1) : null,
        created_at: new Date(at).toISOString(),
        cancelled_at: cancelledAt === null ? null : new Date(cancelledAt).toISOString(),
      });
      if (isFull) attendance.waiting += 1;
      else if (!isWithdrawn) attendance.taken += 1;
    }
    return attendance;
  }
}
