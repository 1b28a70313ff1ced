import { scaleLinear } from "d3-scale";

/**
 * The server does not know how wide the reader's screen is, and text that is scaled is no longer 14 px: every chart is drawn three
 * times, and the stylesheet shows one. Lengths are CSS pixels; `room` is kept at the right for the words at a line's end.
 */
export const chartSizes = [
  { name: "wide", width: 1160, height: 330, room: 104, labels: 5 },
  { name: "mid", width: 660, height: 280, room: 96, labels: 4 },
  { name: "slim", width: 326, height: 250, room: 72, labels: 2 },
] as const;

export type ChartSize = (typeof chartSizes)[number];

export const round = (length: number) => Math.round(length * 10) / 10;

/** Evenly spread indexes with the first and the last among them: (25, 3) → [0, 12, 24]. */
export function evenIndexes(count: number, labels: number): number[] {
  if (count <= labels) return Array.from({ length: count }, (_, index) => index);
  return Array.from({ length: labels }, (_, index) => Math.round((index * (count - 1)) / (labels - 1)));
}

export const anchor = (index: number, count: number) => (index === 0 ? "start" : index === count - 1 ? "end" : "middle");

/** Where the scale of a line begins: at nought, or at a round number below the lowest value when all values are far from it. */
export function scaleStart(values: number[]): number {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  const range = highest - lowest;
  if (lowest < range) return 0;
  let start = Math.max(lowest - range / 4, 0);
  // The line chart rounds its scale once more: a start that stays under that is one it will draw.
  for (let nice = NaN; nice !== start; ) {
    nice = start;
    start = scaleLinear([start, Math.max(highest, start + 4)], [0, 1]).nice(4).domain()[0] ?? 0;
  }
  return start;
}
