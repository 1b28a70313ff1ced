/**
 * The server does not know how wide the reader's screen is, and text that is scaled is no longer 14 px: every chart is drawn three
 * times, and the stylesheet shows one. Lengths are CSS pixels; `room` is kept at the right for the words at a line's end.
 */
export const drawings = [
  { name: "wide", width: 1160, height: 330, room: 104, labels: 5 },
  { name: "mid", width: 660, height: 280, room: 96, labels: 5 },
  { name: "slim", width: 326, height: 250, room: 72, labels: 3 },
] as const;

export type Drawing = (typeof drawings)[number];

export const round = (length: number) => Math.round(length * 10) / 10;

/** Evenly spread indexes with the first and the last among them: (25, 3) → [0, 12, 24]. */
export function spread(count: number, labels: number): number[] {
  if (count <= labels) return Array.from({ length: count }, (_, index) => index);
  return Array.from({ length: labels }, (_, index) => Math.round((index * (count - 1)) / (labels - 1)));
}

export const anchor = (index: number, count: number) => (index === 0 ? "start" : index === count - 1 ? "end" : "middle");
