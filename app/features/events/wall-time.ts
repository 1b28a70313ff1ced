import { formatOffset } from "~/core/i18n/format";

const minute = 60_000;
const dayLong = 24 * 60 * minute;

/** "UTC+5" → 300. */
function minutesOf(offset: string): number {
  const [, sign = "+", hours = "0", minutes = "0"] = /^UTC(?:([+−])(\d+)(?::(\d+))?)?$/.exec(offset) ?? [];
  return (sign === "−" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/**
 * The moments at which clocks in `zone` show `wall` ("2027-10-31T01:30"), earliest first: one as a rule, none in the hour that is skipped when
 * clocks go forward, two in the hour that comes twice. `private.instant_of` decides; this only tells a form beside which field to show the error.
 */
export function instantsOf(wall: string, zone: string): number[] {
  const asUniversal = Date.parse(`${wall}Z`);
  const offsets = [asUniversal - dayLong, asUniversal + dayLong].map((moment) => minutesOf(formatOffset(moment, zone)));
  return [...new Set(offsets.map((offset) => asUniversal - offset * minute))]
    .filter((moment) => minutesOf(formatOffset(moment, zone)) * minute === asUniversal - moment)
    .sort((a, b) => a - b);
}
