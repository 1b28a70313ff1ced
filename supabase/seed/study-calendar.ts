import { type Random, Weighted } from "./random";

const day = 86_400_000;

export const degrees = new Weighted(
  [
    { code: "bachelor", weight: 61, years: 4 },
    { code: "master", weight: 21, years: 2 },
    { code: "phd", weight: 5, years: 4 },
    { code: "foundation", weight: 4, years: 1 },
    { code: "language_course", weight: 4, years: 1 },
    { code: "specialist", weight: 3, years: 5 },
    { code: "residency", weight: 1, years: 2 },
    { code: "vocational", weight: 1, years: 3 },
  ],
  ({ weight }) => weight,
);

/** When studies begin and end, and when people join: most in September and October, some in February. */
export class StudyCalendar {
  constructor(
    private readonly random: Random,
    private readonly now: number,
  ) {}

  /** The start of the academic year at or before a given time; about one in eight starts in February. */
  studyStart(moment: number): number {
    const date = new Date(moment);
    if (this.random.chance(0.12)) {
      const february = Date.UTC(date.getUTCFullYear(), 1, 1);
      return february <= moment ? february : Date.UTC(date.getUTCFullYear() - 1, 1, 1);
    }
    const september = Date.UTC(date.getUTCFullYear(), 8, 1);
    return september <= moment ? september : Date.UTC(date.getUTCFullYear() - 1, 8, 1);
  }

  /** The start of one of the cohorts that are studying now, all equally likely. */
  cohortStart(years: number): number {
    const { random, now } = this;
    const latest = new Date(this.studyStart(now - 5 * day));
    return Date.UTC(latest.getUTCFullYear() - random.int(0, years - 1), latest.getUTCMonth(), 1);
  }

  /** At the end of June, for a few in February; in a later year for those who would already have finished. */
  studyEnd(started: number, years: number): number {
    const year = new Date(started).getUTCFullYear() + years;
    const [month, date] = this.random.chance(0.08) ? [1, 15] : [5, 30];
    for (let later = 0; ; later += 1) {
      const ends = Date.UTC(year + later, month, date);
      if (ends > this.now + 5 * day) return ends;
    }
  }

  /** Most join in the first weeks, others up to a year later; in the daytime, at a full second. */
  joinAfter(started: number): number {
    const { random } = this;
    const days = random.chance(0.8) ? Math.floor(random.unit() ** 2 * 70) : random.int(70, 330);
    return started + days * day + random.int(7, 19) * 3_600_000 + random.int(0, 3599) * 1000;
  }
}
